import type { Caller } from "../http/caller";
import { type Clock, SYSTEM_CLOCK, unlessAborted } from "../http/clock";
import { regionOf } from "./compliance-region";
import { exchangeClient } from "./exchange-client";
import type { ExchangeClient } from "./types";

/** Security & Compliance of one tenant. */
export interface ComplianceOptions {
  /** What calls an address with a token for Security & Compliance. */
  readonly callerAt: (origin: string) => Caller;
  /** Origin that all tenants of the cloud have in common. */
  readonly frontDoor: string;
  readonly tenantId: string;
  readonly clock?: Clock;
}

/**
 * A client for Security & Compliance cmdlets. They are called as Exchange's are, in the tenant's region, which is asked
 * for before the first call.
 */
export function complianceClient(options: ComplianceOptions): ExchangeClient {
  const { callerAt, frontDoor, tenantId, clock = SYSTEM_CLOCK } = options;
  let known: Promise<ExchangeClient> | undefined;
  // Asked for all that call, so that it hears nobody's signal.
  const ask = () =>
    regionOf(callerAt(frontDoor), tenantId).then((origin) =>
      exchangeClient({ caller: callerAt(origin), tenantId, clock, batches: false }),
    );
  const client = (signal: AbortSignal | undefined) => {
    known ??= ask().catch((error: unknown) => {
      known = undefined;
      throw error;
    });
    return unlessAborted(known, signal);
  };
  return {
    invoke: async (cmdlet, parameters, how) => (await client(how?.signal)).invoke(cmdlet, parameters, how),
    batch: async (calls, how) => (await client(how?.signal)).batch(calls, how),
  };
}
