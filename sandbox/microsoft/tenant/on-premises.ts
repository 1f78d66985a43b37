import type { TenantState } from "../state";
import type { Entity } from "./entity";
import { instant } from "./user";

/** A user comes from Active Directory from now on. @param samAccountName its name there */
export function takeFromActiveDirectory(state: TenantState, user: Entity, samAccountName: string): void {
  Object.assign(user, {
    onPremisesSyncEnabled: true,
    onPremisesSamAccountName: samAccountName,
    onPremisesLastSyncDateTime: instant(),
  });
  state.directory.onPremises.put({ id: user.id, enabled: user.accountEnabled, passwordChanged: null });
}

/** What an administrator does in Active Directory. It is in Entra ID after the next {@link synchronize}. */
export function changeInActiveDirectory(
  state: TenantState,
  user: Entity,
  change: { readonly enabled?: boolean; readonly passwordChanged?: string },
): void {
  const account = state.directory.onPremises.find(user.id);
  if (account === undefined) throw new Error(`${user.userPrincipalName} does not come from Active Directory`);
  Object.assign(account, change);
}

/** Active Directory wins: what was changed in the cloud is what it was. */
export function synchronize({ directory }: TenantState): void {
  for (const { id, enabled, passwordChanged } of directory.onPremises.all()) {
    const user = directory.users.find(id);
    if (user === undefined) continue;
    user.accountEnabled = enabled;
    user.onPremisesLastSyncDateTime = instant();
    if (typeof passwordChanged === "string") user.lastPasswordChangeDateTime = passwordChanged;
  }
}
