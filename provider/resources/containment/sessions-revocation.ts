import { visibleLine } from "../../../lib/visible";
import { CloudError } from "../../http/cloud-error";
import { set, str, UNKNOWN } from "../../plugin/index";
import { unlessGone } from "../found";
import { resource } from "../m365";
import { accountOf, type Calling, FOR_ADMINISTRATORS, refused, user, userPath } from "./account";
import { shownChange } from "./shown-change";
import { signInLine } from "./sign-ins";
import { since } from "./since";

/** https://learn.microsoft.com/graph/api/user-revokesigninsessions */
export const userSessionsRevocation = resource({
  description:
    "The sessions of an account, ended once for an incident. Proven by signInSessionsValidFromDateTime: what was issued before " +
    "it is not renewed. An access token that is out works for up to an hour, unless the service evaluates access continuously. " +
    "Whoever signs in after it stands in sign_ins, and is a change. Destroy changes nothing.",
  attributes: {
    user_principal_name: user,
    since,
    sessions_valid_from: str({
      computed: true,
      description: "From when on sessions count, as the directory said after the act.",
    }),
    sign_ins: set(str(), {
      computed: true,
      description:
        "Interactive sign-ins that succeeded since. Planned to be empty: with one, sessions are ended again. Needs Entra ID P1.",
    }),
    sign_ins_unknown: str({
      computed: true,
      nullable: true,
      description: "Why sign-ins could not be seen when they were last looked for; null if they could.",
    }),
  },

  async modifyPlan(_, { prior, warn }) {
    if (prior === undefined) return { values: { sign_ins: [] } };
    for (const one of prior.sign_ins) {
      warn({
        summary: `${visibleLine(prior.user_principal_name)} was signed in to since: ${one}`,
        path: ["sign_ins"],
      });
    }
    return prior.sign_ins.length > 0 ? { values: { sign_ins: [], sessions_valid_from: UNKNOWN } } : undefined;
  },

  async create(plan, context) {
    const sessions_valid_from = await revoke(plan.user_principal_name, context);
    return { ...plan, sessions_valid_from, sign_ins: [], sign_ins_unknown: plan.sign_ins_unknown ?? null };
  },

  async read(state, context) {
    const { user_principal_name: upn } = state;
    const account = await unlessGone(accountOf(upn, context));
    if (account === null) return null;
    // Somebody else ended sessions later: that holds as well, and sign-ins count from ours on all the same.
    return { ...state, ...(await signIns(account.id, upn, state.sessions_valid_from, context)) };
  },

  async update(plan, context) {
    const sessions_valid_from = await revoke(plan.user_principal_name, context);
    return { ...plan, sessions_valid_from, sign_ins: [], sign_ins_unknown: plan.sign_ins_unknown ?? null };
  },

  async delete() {
    // What was ended stays ended.
  },
});

/** Ends all sessions. @throws DiagnosticError, CloudError @returns the proof, by the directory's clock alone: ours may be another */
export async function revoke(upn: string, calling: Calling): Promise<string> {
  const { client, signal } = calling;
  const before = (await accountOf(upn, calling)).sessionsValidFrom;
  const needs = `User.RevokeSessions.All; ${FOR_ADMINISTRATORS}`;
  const options = { signal, needs, idempotent: true };
  await client.graph.post(`${userPath(upn)}/revokeSignInSessions`, undefined, options);
  const proof = await shownChange("sessionsValidFrom", upn, before, calling);
  if (proof !== undefined) return proof;
  throw refused(
    `nothing proves that the sessions of ${visibleLine(upn)} were ended`,
    `Graph took the call, and signInSessionsValidFromDateTime is ${before ?? "not there"}, as before. Apply again. Sessions of guests are ended in their own tenant.`,
    ["since"],
  );
}

async function signIns(
  id: string,
  upn: string,
  from: string,
  { client, signal, warn }: Calling & { warn(warning: { summary: string; detail: string }): void },
): Promise<{ readonly sign_ins: readonly string[]; readonly sign_ins_unknown: string | null }> {
  const filter = `userId eq '${id.replaceAll("'", "''")}' and createdDateTime ge ${from} and status/errorCode eq 0`;
  const path = `auditLogs/signIns?$filter=${encodeURIComponent(filter)}`;
  try {
    const found = await client.graph.list(path, { signal, needs: "AuditLog.Read.All" });
    return { sign_ins: found.map(signInLine), sign_ins_unknown: null };
  } catch (error) {
    // Without a licence nobody can look; that is said and not taken for "nobody signed in".
    if (!(error instanceof CloudError) || error.status !== 403) throw error;
    const detail = `${error.message}. auditLogs/signIns needs Entra ID P1.`;
    warn({ summary: `nobody can see whether ${visibleLine(upn)} was signed in to since`, detail });
    return { sign_ins: [], sign_ins_unknown: visibleLine(detail).slice(0, 300) };
  }
}
