import { randomUUID } from "node:crypto";
import type { TenantState } from "../state";
import type { Entity } from "./entity";

/** What a service takes for an hour, whatever became of the account. */
export interface AccessToken {
  readonly userId: string;
  /** Milliseconds since 1970. */
  readonly until: number;
}

const HOUR = 3_600_000;
/** "The user account is disabled", "… has been revoked". https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
const DISABLED = 50057;
const REVOKED = 50173;

/** Entra ID refuses. */
class SignInRefused extends Error {
  constructor(readonly code: number) {
    super(`AADSTS${code}`);
  }
}

/**
 * Somebody signs in as a user: the sign-in is in the log, a session begins.
 * @param at milliseconds since 1970
 * @throws SignInRefused for an account that is blocked; that is in the log too
 */
export function signIn(
  state: TenantState,
  upn: string,
  from: { readonly ip: string; readonly app: string },
  at: number,
): Entity {
  const user = userOf(state, upn);
  const refusal = user.accountEnabled === true ? 0 : DISABLED;
  const { signIns, sessions } = state.directory;
  signIns.put({
    id: randomUUID(),
    appDisplayName: from.app,
    createdDateTime: seconds(at),
    ipAddress: from.ip,
    status: { errorCode: refusal, failureReason: refusal === 0 ? "Other." : "The user account is disabled." },
    userId: user.id,
    userPrincipalName: user.userPrincipalName,
  });
  if (refusal !== 0) throw new SignInRefused(refusal);
  return sessions.put({ id: randomUUID(), userId: user.id, startedAt: seconds(at) });
}

/**
 * A session gives another access token.
 * @throws SignInRefused if the account is blocked, or its sessions were ended after this one began
 */
export function renew(state: TenantState, session: Entity, at: number): AccessToken {
  const user = state.directory.users.find(String(session.userId));
  if (user?.accountEnabled !== true) throw new SignInRefused(DISABLED);
  const validFrom = Date.parse(String(user.signInSessionsValidFromDateTime));
  const password = Date.parse(String(user.lastPasswordChangeDateTime));
  if (Date.parse(String(session.startedAt)) < Math.max(validFrom, password)) throw new SignInRefused(REVOKED);
  return { userId: user.id, until: at + HOUR };
}

/** Does a service that does not evaluate access continuously take the token? */
export function opens(token: AccessToken, at: number): boolean {
  return at < token.until;
}

function userOf(state: TenantState, upn: string): Entity {
  const user = state.directory.users.findBy("userPrincipalName", upn);
  if (user === undefined) throw new Error(`the tenant has no user ${upn}`);
  return user;
}

function seconds(at: number): string {
  return `${new Date(at).toISOString().slice(0, 19)}Z`;
}
