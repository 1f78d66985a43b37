import { canonicalId, nestedGroups, objectWith, peopleIn } from "../../identity/coverage";
import { emergencyGroups, groupsOf, nameOfObject } from "../../posture/facts/policies";
import type { PolicyPosture, TenantPosture } from "../../posture/model";
import { without } from "./change";
import { settingsChanged } from "./group-settings";

/** As they are known after, if the estate names them; else as policies left them out before. */
function emergencyOf(before: TenantPosture, after: TenantPosture): ReadonlySet<string> {
  if (after.breakGlass === undefined) return emergencyGroups(before);
  return new Set([...emergencyGroups(before), ...emergencyGroups(after)]);
}

/** The emergency groups and those inside them. */
export function insideEmergency(before: TenantPosture, after: TenantPosture): ReadonlySet<string> {
  return new Set(
    [before, after].flatMap(({ objects = {} }) =>
      [...emergencyOf(before, after)].flatMap((id) => nestedGroups(objects.groups, id)),
    ),
  );
}

/** What happens to the emergency accounts themselves, in sentences: each deserves a word before it is done. */
export function breakGlassTouched(before: TenantPosture, after: TenantPosture): readonly string[] {
  const groups = emergencyOf(before, after);
  const name = (id: string) => nameOfObject(id, after, before);
  const touched = [...groups].flatMap((id) => {
    const [from, to] = [objectWith(before.objects?.groups, id), objectWith(after.objects?.groups, id)];
    const [old, now] = [before, after].map(({ objects }) => peopleIn(objects?.groups, id));
    const moved =
      old && now
        ? [
            ...without(old, now).map((member) => `${name(member)} is no longer in ${name(id)}`),
            ...without(now, old).map((member) => `${name(member)} is now in ${name(id)}`),
          ]
        : [];
    const settings = from && to && !to.gone ? settingsChanged(from, to) : [];
    return [
      ...(from ? moved : []),
      ...(from && (!to || to.gone) ? [`${name(id)} is deleted`] : []),
      ...(from?.rule === to?.rule ? [] : [`another rule says who is in ${name(id)}`]),
      ...settings.map((setting) => `${setting} of ${name(id)} changed`),
      ...noLongerSpared(id, before, after).map((policy) => `"${policy}" no longer leaves out ${name(id)}`),
    ];
  });
  return [...new Set([...touched, ...accountChanges(before, after).map(({ words }) => words)])];
}

/** Something that happens to an emergency account, with and without the group it is in. */
interface AccountChange {
  readonly text: string;
  readonly words: string;
}

/** What happens to the accounts that stay in the emergency groups. */
export function accountChanges(before: TenantPosture, after: TenantPosture): readonly AccountChange[] {
  const name = (id: string) => nameOfObject(id, after, before);
  const present = ({ accounts = [] }: TenantPosture, user: string) => holds(accounts, user);
  const begins = (is: (tenant: TenantPosture, user: string) => boolean, user: string) =>
    is(after, user) && !is(before, user);
  return [...emergencyOf(before, after)].flatMap((group) =>
    (peopleIn(after.objects?.groups, group) ?? []).flatMap((user) =>
      [
        ...(present(before, user) && !present(after, user) ? ["is deleted"] : []),
        ...(begins(isDisabled, user) ? ["is disabled"] : []),
        ...(begins(maySelfReset, user) ? ["may reset its own password"] : []),
      ].map((what) => ({
        text: `${name(user)} ${what}`,
        words: `${name(user)} of ${name(group)} ${what}`,
      })),
    ),
  );
}

/** Is it in the group of those who may reset their own password? */
function maySelfReset({ sspr, objects = {} }: TenantPosture, user: string): boolean {
  return sspr !== undefined && (peopleIn(objects.groups, sspr) ?? []).includes(user);
}

function isDisabled({ disabledUsers = [] }: TenantPosture, user: string): boolean {
  return holds(disabledUsers, user);
}

function holds(ids: readonly string[], user: string): boolean {
  return ids.some((id) => canonicalId(id) === user);
}

/** Policies, not off, that left the group out before and do no longer. */
function noLongerSpared(group: string, before: TenantPosture, after: TenantPosture): readonly string[] {
  const spares = ({ policy }: PolicyPosture) =>
    groupsOf(policy.conditions.users ?? {}, "excluded").some((id) => canonicalId(id) === group);
  const old = new Map((before.policies ?? []).map((one) => [one.key, one]));
  return (after.policies ?? []).flatMap((one) => {
    const was = old.get(one.key);
    const isLost = was && spares(was) && !spares(one) && one.policy.state !== "disabled" && !one.unknown;
    return isLost ? [one.policy.displayName] : [];
  });
}
