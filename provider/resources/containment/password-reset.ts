import { visibleLine } from "../../../lib/visible";
import { num, str, UNKNOWN } from "../../plugin/index";
import { seconds } from "../attributes";
import { unlessGone } from "../found";
import { resource } from "../m365";
import { waitFor } from "../wait";
import {
  type Account,
  accountOf,
  type Calling,
  FOR_ADMINISTRATORS,
  notBefore,
  refused,
  user,
  userPath,
} from "./account";
import { resetInAd, SYNC_NOW } from "./ad-command";
import { shownChange } from "./shown-change";
import { since } from "./since";

/** https://learn.microsoft.com/graph/api/user-update#example-3-update-the-passwordprofile-of-a-user-and-reset-their-password */
export const userPasswordReset = resource({
  description:
    "The password of an account, changed once for an incident to one that nobody knows: it is made here, sent, and forgotten. It " +
    "is in no plan, state or log. Proven by lastPasswordChangeDateTime; a password that changes again is a change. An account " +
    "that comes from Active Directory is not reset here: the error has the command, and the resource is made when the change has " +
    "synchronized. Destroy changes nothing; the user gets a Temporary Access Pass or a new password from whoever releases the account.",
  attributes: {
    user_principal_name: user,
    since,
    timeout: num({
      optional: true,
      default: 0,
      validate: seconds,
      description: "How long a change in Active Directory is waited for, in seconds. 0 is a single look.",
    }),
    changed_at: str({
      computed: true,
      description: "When the password changed, as the directory said after the act.",
    }),
    changed_again_at: str({
      computed: true,
      nullable: true,
      description: "When somebody changed it since. Planned to be null: with a time, it is changed again.",
    }),
  },

  async modifyPlan({ since: began }, { prior, warn }) {
    if (prior === undefined || began !== prior.since) return { values: { changed_again_at: null } };
    if (prior.changed_again_at === null)
      return { values: { changed_at: prior.changed_at, changed_again_at: null } };
    warn({
      summary: `the password of ${visibleLine(prior.user_principal_name)} was changed again at ${prior.changed_again_at}`,
      path: ["changed_again_at"],
    });
    return { values: { changed_at: UNKNOWN, changed_again_at: null } };
  },

  async create(plan, context) {
    const changed_at = await change(plan.user_principal_name, plan.since, plan.timeout, context);
    return { ...plan, changed_at, changed_again_at: null };
  },

  async read(state, context) {
    const account = await unlessGone(accountOf(state.user_principal_name, context));
    if (account === null) return null;
    const { passwordChanged } = account;
    const same =
      passwordChanged === undefined || Date.parse(passwordChanged) === Date.parse(state.changed_at);
    return { ...state, changed_again_at: same ? null : passwordChanged };
  },

  async update(plan, context) {
    const { prior } = context;
    if (prior.changed_again_at === null)
      return { ...plan, changed_at: prior.changed_at, changed_again_at: null };
    // In Active Directory the change that was seen may be the very one that was asked for: another one has to follow it.
    const least = new Date(Date.parse(prior.changed_again_at) + 1000).toISOString();
    const changed_at = await change(plan.user_principal_name, least, plan.timeout, context);
    return { ...plan, changed_at, changed_again_at: null };
  },

  async delete() {
    // There is no password to go back to.
  },
});

/** @returns the proof: when the directory says that the password changed */
async function change(upn: string, least: string, timeout: number, calling: Calling): Promise<string> {
  const account = await accountOf(upn, calling);
  if (account.synced) return synchronized(upn, account, least, timeout, calling);
  const { client, signal } = calling;
  const password = client.newPassword().reveal();
  const passwordProfile = { password, forceChangePasswordNextSignIn: true };
  const needs = `User-PasswordProfile.ReadWrite.All; ${FOR_ADMINISTRATORS}`;
  const options = { signal, needs, secrets: [password], idempotent: true };
  await client.graph.patch(userPath(upn), { passwordProfile }, options);
  const before = account.passwordChanged;
  const proof = await shownChange("passwordChanged", upn, before, calling);
  if (proof !== undefined) return proof;
  throw refused(
    `nothing proves that the password of ${visibleLine(upn)} was changed`,
    `Graph took it, and lastPasswordChangeDateTime is ${before ?? "not there"}. Apply again.`,
    ["since"],
  );
}

/** Waits until a change in Active Directory has come. */
async function synchronized(
  upn: string,
  account: Account,
  least: string,
  timeout: number,
  calling: Calling,
): Promise<string> {
  const { client, signal } = calling;
  let last = account;
  const proof = await waitFor(client.clock, { timeout, first: 5 }, signal, async () => {
    last = await accountOf(upn, calling);
    return notBefore(last.passwordChanged, least) ? last.passwordChanged : undefined;
  });
  if (proof !== undefined) return proof;
  throw refused(
    `${visibleLine(upn)} comes from Active Directory, and its password has not changed since ${least}`,
    [
      `Run in Active Directory: ${resetInAd(account.samAccountName)}`,
      `Then, on the server of Entra Connect: ${SYNC_NOW}`,
      `Entra ID shows the last change at ${last.passwordChanged ?? "no time"}, the last sync at ${last.lastSync ?? "no time"}. Apply again when it has come.`,
    ].join("\n"),
    ["user_principal_name"],
  );
}
