import type { Tokens } from "../http/caller";
import { type Clock, SYSTEM_CLOCK, unlessAborted } from "../http/clock";
import { PATIENT, type Patience } from "../http/persist";
import type { Credential } from "./credential";
import { type AccessToken, requestToken } from "./request-token";

/** Whose tokens, and from where. */
export interface TokenCacheOptions {
  /** The origin of Entra ID. */
  readonly login: string;
  readonly tenantId: string;
  readonly clientId: string;
  readonly credential: Credential;
  /** For one answer, in milliseconds. @default 30 s */
  readonly timeout?: number;
  readonly patience?: Patience;
  readonly clock?: Clock;
}

/** A token is renewed this long before its end, or in the last fifth of its life if that is shorter. */
const RENEW_BEFORE = 300_000;

/**
 * App-only tokens by scope, kept in memory while they last. Whoever asks for a token that is being fetched waits for
 * the same one.
 */
export class TokenCache implements Tokens {
  // Not `private`, as elsewhere: whoever prints a cache, or what holds one, prints no token.
  readonly #options: Required<TokenCacheOptions>;
  readonly #kept = new Map<string, Kept>();

  constructor(options: TokenCacheOptions) {
    this.#options = { timeout: 30_000, patience: PATIENT, clock: SYSTEM_CLOCK, ...options };
  }

  /** @throws CloudError with Entra ID's words, or of the credential */
  async token(scope: string, signal?: AbortSignal): Promise<string> {
    const kept = this.#kept.get(scope);
    const usable = kept !== undefined && (kept.token === undefined || this.#lasts(kept.token));
    const { fetched } = usable ? kept : this.#fetch(scope);
    return (await unlessAborted(fetched, signal)).value;
  }

  refused(scope: string, token: string): void {
    if (this.#kept.get(scope)?.token?.value === token) this.#kept.delete(scope);
  }

  #fetch(scope: string): Kept {
    const kept: Kept = { fetched: requestToken(this.#options, scope) };
    this.#kept.set(scope, kept);
    kept.fetched.then(
      (token) => {
        kept.token = token;
      },
      () => {
        if (this.#kept.get(scope) === kept) this.#kept.delete(scope);
      },
    );
    return kept;
  }

  #lasts({ issued, expires }: AccessToken): boolean {
    return this.#options.clock.now() < expires - Math.min(RENEW_BEFORE, (expires - issued) / 5);
  }
}

interface Kept {
  readonly fetched: Promise<AccessToken>;
  /** As soon as it came. */
  token?: AccessToken;
}
