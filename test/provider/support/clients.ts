import { setMaxListeners } from "node:events";
import { unwrap } from "../../../lib/fault";
import { type Clients, type ConnectOptions, connect } from "../../../provider/connect";
import type { Clock } from "../../../provider/http/clock";
import { CloudError } from "../../../provider/http/cloud-error";
import type { Patience } from "../../../provider/http/persist";
import type { Environment } from "../../../provider/microsoft-auth/auth";
import { readAuth } from "../../../provider/microsoft-auth/read-auth";

/** Patience for tests: as many attempts, hardly any pause. */
export const QUICK: Patience = { attempts: 5, unanswered: 3, firstPause: 5, longestPause: 20, total: 60_000 };

/** Clients as the provider makes them from its environment. */
export function clientsFor(env: Environment, options: ConnectOptions = {}): Clients {
  return connect(unwrap("environment", readAuth({}, env)), { patience: QUICK, ...options });
}

/** A clock on which waiting takes no time. It remembers what was waited for. */
export class FastClock implements Clock {
  readonly pauses: number[] = [];
  private ahead = 0;

  now(): number {
    return Date.now() + this.ahead;
  }

  async pause(milliseconds: number): Promise<void> {
    this.pauses.push(milliseconds);
    this.ahead += milliseconds;
    await new Promise((resolve) => setImmediate(resolve));
  }

  advance(milliseconds: number): void {
    this.ahead += milliseconds;
  }
}

/** The error that a call ends with. */
export async function failure(call: Promise<unknown>): Promise<CloudError> {
  const outcome = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  if (outcome instanceof CloudError) return outcome;
  throw new Error(`expected a CloudError, got ${outcome}`);
}

/** A signal that all calls of a session listen to. */
export function sessionSignal(): AbortSignal {
  const { signal } = new AbortController();
  setMaxListeners(0, signal);
  return signal;
}
