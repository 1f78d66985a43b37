import type { Clock } from "../http/clock";
import { CloudError } from "../http/cloud-error";
import { field, text } from "../http/json";
import { type Patience, persist } from "../http/persist";
import { retryAfter } from "../http/retry-after";
import { redact } from "../http/secret";
import { type HttpAnswer, send } from "../http/send";
import type { Credential } from "./credential";

/** A token and its life, in milliseconds since 1970. */
export interface AccessToken {
  readonly value: string;
  readonly issued: number;
  readonly expires: number;
}

/** Whose token, and how it is asked for. */
export interface TokenRequest {
  readonly login: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential: Credential;
  readonly timeout: number;
  readonly patience: Patience;
  readonly clock: Clock;
}

/**
 * An app-only token (OAuth 2.0 client credentials grant).
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-client-creds-grant-flow
 * @throws CloudError
 */
export function requestToken(request: TokenRequest, scope: string): Promise<AccessToken> {
  const { login, tenantId, clientId, credential, timeout, patience, clock } = request;
  const url = `${login}/${encodeURIComponent(tenantId)}/oauth2/v2.0/token`;
  // An assertion is good for one request: a repeated request makes a new one.
  const attempt = async () => {
    const now = clock.now();
    const proof = await credential.fields({ clientId, tokenEndpoint: url, now, timeout });
    const form = { grant_type: "client_credentials", client_id: clientId, scope, ...proof };
    const headers = { accept: "application/json", "content-type": "application/x-www-form-urlencoded" };
    const body = new URLSearchParams(form).toString();
    const answer = await send({ method: "POST", url, headers, body }, timeout, undefined);
    return accessToken(answer, now) ?? refuse(answer, Object.values(proof), credential.kind, now);
  };
  return persist(attempt, { repeat: "read", patience, clock });
}

function accessToken({ status, body }: HttpAnswer, issued: number): AccessToken | undefined {
  const value = text(field(body, "access_token"));
  const seconds = Number(field(body, "expires_in"));
  if (status !== 200 || value === undefined || !(seconds > 0)) return undefined;
  return { value, issued, expires: issued + seconds * 1000 };
}

/** Entra ID explains itself in `error_description`, with trace ids on lines of their own. */
function refuse(answer: HttpAnswer, secrets: readonly string[], kind: string, now: number): never {
  const { status, body, headers } = answer;
  const description = text(field(body, "error_description"))
    ?.split(/\r?\n/)[0]
    ?.replace(/ Trace ID: .*$/, "");
  const number = /^(AADSTS\d+)/.exec(description ?? "")?.[1];
  const error = text(field(body, "error"));
  const wait = retryAfter(headers, now);
  const requestId = text(field(body, "correlation_id"));
  const why = redact(description ?? error ?? `answered with status ${status}`, ...secrets);
  throw new CloudError({
    status,
    code: number ?? redact(error ?? `http-${status}`, ...secrets),
    message: `Entra ID gave no token for the ${kind}: ${why}`,
    retryable: status === 429 || status >= 500 || error === "temporarily_unavailable",
    untouched: true,
    ...(wait === undefined ? {} : { retryAfter: wait }),
    ...(requestId === undefined ? {} : { requestId }),
  });
}
