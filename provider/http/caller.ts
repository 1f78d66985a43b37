import { answerError } from "./answer-error";
import { type Clock, SYSTEM_CLOCK } from "./clock";
import { CloudError, cancelled } from "./cloud-error";
import type { Gate } from "./gate";
import { PATIENT, type Patience, persist, type Repeat } from "./persist";
import { type HttpAnswer, type HttpRequest, send } from "./send";

/** Gives tokens for a scope. */
export interface Tokens {
  token(scope: string, signal?: AbortSignal): Promise<string>;
  /** The server refused this token: it is not given out again. */
  refused(scope: string, token: string): void;
}

/** What a {@link Caller} is made of. */
export interface CallerOptions {
  readonly tokens: Tokens;
  /** The origin that is called. Nothing else ever gets the token. */
  readonly origin: string;
  /** What the token is asked for, e.g. `https://graph.microsoft.com/.default`. */
  readonly scope: string;
  readonly gate: Gate;
  /** What the application needs to be permitted; told when it is not. */
  readonly needs: string;
  /** For one answer, in milliseconds. @default 120 s; cmdlets are slow */
  readonly timeout?: number;
  readonly patience?: Patience;
  readonly clock?: Clock;
  /** Asked before each request, repeated ones too. @throws CloudError if no more may be made */
  readonly admit?: () => void;
}

/** How one call is made. */
export interface CallOptions {
  readonly repeat: Repeat;
  /** Ends the waiting and the pauses; a write that has left is heard out, for only its answer says what was made. */
  readonly signal?: AbortSignal | undefined;
  /** Is an answer that leads elsewhere one? It is given as it came, and not followed. @default false */
  readonly redirects?: boolean;
  /** What this call needs to be permitted. @default what all calls to the service need */
  readonly needs?: string | undefined;
  /** Texts of the request that no error may show. @default none */
  readonly secrets?: readonly string[] | undefined;
}

/** Calls one of Microsoft's services: authorized, a few calls at a time, again where that is safe. */
export class Caller {
  private readonly options: Required<CallerOptions>;

  constructor(options: CallerOptions) {
    this.options = {
      timeout: 120_000,
      patience: PATIENT,
      clock: SYSTEM_CLOCK,
      admit: () => undefined,
      ...options,
    };
  }

  get origin(): string {
    return this.options.origin;
  }

  /**
   * The answer, which is a success.
   * @throws CloudError
   */
  call(request: HttpRequest, options: CallOptions): Promise<HttpAnswer> {
    const { repeat, signal } = options;
    const { origin, gate, clock, patience } = this.options;
    if (new URL(request.url).origin !== new URL(origin).origin) {
      const message = `an address outside ${origin} is not called`;
      return Promise.reject(new CloudError({ status: 0, code: "foreign-address", message }));
    }
    return persist(() => gate.run(() => this.authorized(request, options), signal), {
      repeat,
      patience,
      clock,
      signal,
      onPause: (milliseconds, error) => {
        if (error.status === 429 || error.retryAfter !== undefined) gate.hold(milliseconds);
      },
    });
  }

  /** Once, or twice when the token is refused: a request without a valid token was not carried out. */
  private async authorized(
    request: HttpRequest,
    { repeat, signal, redirects = false, needs = this.options.needs, secrets = [] }: CallOptions,
  ): Promise<HttpAnswer> {
    const { tokens, scope, timeout, clock, admit } = this.options;
    let refusals = 0;
    for (;;) {
      const token = await tokens.token(scope, signal);
      const headers = { ...request.headers, authorization: `Bearer ${token}` };
      if (signal?.aborted) throw cancelled();
      admit();
      const answer = await send({ ...request, headers }, timeout, repeat === "write" ? undefined : signal);
      if (answer.status >= 200 && answer.status < (redirects ? 400 : 300)) return answer;
      if (answer.status !== 401 || refusals > 0)
        throw answerError(answer, [token, ...secrets], clock.now(), needs);
      refusals += 1;
      tokens.refused(scope, token);
    }
  }
}
