import { visibleLine } from "../../../lib/visible";
import { bool } from "../../plugin/index";
import { unlessGone } from "../found";
import { resource } from "../m365";
import { accountOf, type Calling, FOR_ADMINISTRATORS, refused, user, userPath } from "./account";
import { disableInAd, SYNC_NOW } from "./ad-command";

/** https://learn.microsoft.com/graph/api/user-update */
export const userSignInBlock = resource({
  description:
    "An account that nobody signs in to. One that comes from Active Directory is blocked at once too, and the next sync writes " +
    "what Active Directory says: a warning has the command. Destroy permits the sign-in again.",
  identity: "user_principal_name",
  attributes: {
    user_principal_name: user,
    enable_on_destroy: bool({
      optional: true,
      default: true,
      description: "May the account sign in again after destroy? False for one that was blocked before.",
    }),
    account_enabled: bool({ computed: true, description: "May the account sign in? Planned to be false." }),
  },

  async modifyPlan(_, { prior, warn }) {
    if (prior?.account_enabled) {
      warn({
        summary: `${visibleLine(prior.user_principal_name)} may sign in again`,
        detail: "Somebody has permitted it since, or a sync from Active Directory has.",
        path: ["account_enabled"],
      });
    }
    return { values: { account_enabled: false } };
  },

  async create(plan, context) {
    await block(plan.user_principal_name, context);
    return { ...plan, account_enabled: false };
  },

  async read(state, { client, signal }) {
    const account = await unlessGone(accountOf(state.user_principal_name, { client, signal }));
    return account && { ...state, account_enabled: account.enabled };
  },

  async update(plan, context) {
    await block(plan.user_principal_name, context);
    return { ...plan, account_enabled: false };
  },

  async delete({ user_principal_name: upn, enable_on_destroy }, calling) {
    if (enable_on_destroy) await unlessGone(setEnabled(upn, true, calling));
  },

  async import(upn, context) {
    const account = await unlessGone(accountOf(upn, context));
    return account && { user_principal_name: upn, enable_on_destroy: true, account_enabled: account.enabled };
  },
});

type Warning = { readonly summary: string; readonly detail: string };

/** Blocks the sign-in, and looks whether it is. @throws DiagnosticError, CloudError */
export async function block(upn: string, calling: Calling & { warn(warning: Warning): void }): Promise<void> {
  const before = await accountOf(upn, calling);
  if (before.enabled) {
    await setEnabled(upn, false, calling);
    const after = await accountOf(upn, calling);
    if (after.enabled) {
      const detail = "Graph took the change, and shows the account enabled. Apply again.";
      throw refused(`${visibleLine(upn)} may still sign in`, detail, ["account_enabled"]);
    }
  }
  if (before.synced) {
    calling.warn({
      summary: `${visibleLine(upn)} comes from Active Directory: the next sync writes what stands there`,
      detail: `Run in Active Directory: ${disableInAd(before.samAccountName)}\nThen, on the server of Entra Connect: ${SYNC_NOW}`,
    });
  }
}

function setEnabled(upn: string, accountEnabled: boolean, { client, signal }: Calling): Promise<void> {
  const needs = `User.EnableDisableAccount.All and User.Read.All; ${FOR_ADMINISTRATORS}`;
  return client.graph.patch(userPath(upn), { accountEnabled }, { signal, needs, idempotent: true });
}
