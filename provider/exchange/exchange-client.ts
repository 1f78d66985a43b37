import type { Caller } from "../http/caller";
import { type Clock, SYSTEM_CLOCK, unlessAborted } from "../http/clock";
import { callKey, isRead } from "./cmdlet";
import { BATCH_LIMIT, GatheredCalls } from "./gathered-calls";
import { InvokeRequests } from "./invoke-request";
import { SharedReads } from "./shared-reads";
import { type Output, Transport } from "./transport";
import type { CmdletCall, ExchangeClient, ExchangeObject, InvokeOptions, Parameters } from "./types";

/** Exchange Online of one tenant. */
export interface ExchangeOptions {
  readonly caller: Caller;
  readonly tenantId: string;
  readonly clock?: Clock;
  /** How long a read waits for others to share a batch with, in milliseconds. @default 10 */
  readonly gatherFor?: number;
  /** Is there a `$batch`? Nothing says that Security & Compliance has one. @default true */
  readonly batches?: boolean;
}

/** A client for Exchange Online's cmdlets. */
export function exchangeClient(options: ExchangeOptions): ExchangeClient {
  return new RestExchangeClient(options);
}

class RestExchangeClient implements ExchangeClient {
  private readonly transport: Transport;
  private readonly reads: SharedReads<Output>;
  private readonly gathered: GatheredCalls<CmdletCall, Output>;
  private readonly batches: boolean;

  constructor(options: ExchangeOptions) {
    const { caller, tenantId, clock = SYSTEM_CLOCK, gatherFor = 10, batches = true } = options;
    this.batches = batches;
    this.transport = new Transport(caller, new InvokeRequests(caller.origin, tenantId));
    this.reads = new SharedReads(clock);
    this.gathered = new GatheredCalls(gatherFor, (calls) => this.together(calls));
  }

  async invoke(
    cmdlet: string,
    parameters: Parameters = {},
    options: InvokeOptions = {},
  ): Promise<readonly ExchangeObject[]> {
    const call = { cmdlet, parameters };
    const output = await (isRead(cmdlet) ? this.read(call, options) : this.write([call], options)[0]);
    return given(output, options);
  }

  async batch(
    calls: readonly CmdletCall[],
    options: InvokeOptions = {},
  ): Promise<readonly (readonly ExchangeObject[])[]> {
    const reading = calls.every(({ cmdlet }) => isRead(cmdlet));
    const outputs = reading ? calls.map((call) => this.read(call, options)) : this.write(calls, options);
    const settled = await Promise.allSettled(outputs);
    const failed = settled.find((outcome) => outcome.status === "rejected");
    if (failed !== undefined) throw failed.reason;
    return settled.flatMap((outcome) =>
      outcome.status === "fulfilled" ? [given(outcome.value, options)] : [],
    );
  }

  /** Shared with others that ask the same, so the work itself hears no caller's signal. */
  private read(call: CmdletCall, { anchor, maxAge = 0, signal }: InvokeOptions): Promise<Output> {
    const start = () =>
      anchor === undefined && this.batches
        ? this.gathered.run(call)
        : this.transport.one(call, { anchor, signal: undefined });
    return unlessAborted(this.reads.get(callKey(call, anchor), maxAge, start), signal);
  }

  /** In batches of ten; a single one without the wrapping. */
  private write(calls: readonly CmdletCall[], { anchor, signal }: InvokeOptions): readonly Promise<Output>[] {
    const context = { anchor, signal };
    const outputs: Promise<Output>[] = [];
    for (let start = 0; start < calls.length; start += BATCH_LIMIT) {
      outputs.push(...this.send(calls.slice(start, start + BATCH_LIMIT), context));
    }
    for (const output of outputs) output.finally(() => this.reads.forget()).catch(() => undefined);
    return outputs;
  }

  private together(calls: readonly CmdletCall[]): readonly Promise<Output>[] {
    return this.send(calls, { anchor: undefined, signal: undefined });
  }

  private send(
    calls: readonly CmdletCall[],
    context: { readonly anchor: string | undefined; readonly signal: AbortSignal | undefined },
  ): readonly Promise<Output>[] {
    if (calls.length === 1 || !this.batches) return calls.map((call) => this.transport.one(call, context));
    return this.transport.batch(calls, context);
  }
}

function given(output: Output | undefined, { onWarning }: InvokeOptions): readonly ExchangeObject[] {
  for (const warning of output?.warnings ?? []) onWarning?.(warning);
  return output?.objects ?? [];
}
