import { isMapping } from "../../lib/mapping";
import { answerError, objectIn } from "../http/answer-error";
import type { Caller } from "../http/caller";
import { CloudError } from "../http/cloud-error";
import { field, objects, text } from "../http/json";
import type { Repeat } from "../http/persist";
import { repeatOf } from "./cmdlet";
import type { InvokeRequests } from "./invoke-request";
import type { CmdletCall, ExchangeObject } from "./types";

/** What a cmdlet gave: all objects of all pages, and what Exchange warned of. */
export interface Output {
  readonly objects: readonly ExchangeObject[];
  readonly warnings: readonly string[];
}

/** What is the same for all calls of one batch. */
export interface CallContext {
  readonly anchor: string | undefined;
  readonly signal: AbortSignal | undefined;
}

/** Puts cmdlets on the wire. */
export class Transport {
  constructor(
    private readonly caller: Pick<Caller, "call">,
    private readonly requests: InvokeRequests,
  ) {}

  /** @throws CloudError */
  async one(call: CmdletCall, { anchor, signal }: CallContext): Promise<Output> {
    const repeat = repeatOf(call.cmdlet);
    const answer = await this.caller.call(this.requests.one(call, anchor), { repeat, signal });
    return this.withMorePages(objectIn(answer), call, { anchor, signal });
  }

  /**
   * Each call's outcome by itself. What Exchange throttled or could not do for a while is done again singly, if it may.
   */
  batch(calls: readonly CmdletCall[], context: CallContext): readonly Promise<Output>[] {
    const repeat: Repeat = calls.every(({ cmdlet }) => repeatOf(cmdlet) === "read") ? "read" : "write";
    const request = this.requests.batch(calls, context.anchor);
    const answers = this.caller
      .call(request, { repeat, signal: context.signal })
      .then((answer) => new Map(objects(objectIn(answer).responses).map((part) => [String(part.id), part])));
    return calls.map(async (call, index) => this.part((await answers).get(String(index)), call, context));
  }

  private async part(
    part: Readonly<Record<string, unknown>> | undefined,
    call: CmdletCall,
    context: CallContext,
  ): Promise<Output> {
    if (part === undefined) {
      const message = `the batch has no answer for ${call.cmdlet}`;
      throw new CloudError({ status: 0, code: "unreadable-answer", message });
    }
    const status = Number(part.status ?? 200);
    const { body } = part;
    if (status >= 200 && status < 300 && isMapping(body) && body.error === undefined) {
      return this.withMorePages(body, call, context);
    }
    const error = answerError({ status, body }, [], 0);
    const mayRepeat = repeatOf(call.cmdlet) === "read" ? error.retryable || status === 401 : error.untouched;
    if (mayRepeat) return this.one(call, context);
    throw error;
  }

  /** Further pages are had by posting the same cmdlet to `@odata.nextLink`. */
  private async withMorePages(
    first: Readonly<Record<string, unknown>>,
    call: CmdletCall,
    { anchor, signal }: CallContext,
  ): Promise<Output> {
    const pages = [first];
    for (let page = first, next = nextLink(page); next !== undefined; next = nextLink(page)) {
      const request = this.requests.one(call, anchor, next);
      page = objectIn(await this.caller.call(request, { repeat: "read", signal }));
      pages.push(page);
    }
    // An answer without rows is one that has none; one without a list says nothing of what there is.
    if (/^Get-/i.test(call.cmdlet) && !pages.every(({ value }) => Array.isArray(value))) {
      const message = `the answer of ${call.cmdlet} is not a list`;
      throw new CloudError({ status: 200, code: "unreadable-answer", message });
    }
    return { objects: pages.flatMap(values), warnings: pages.flatMap(warnings) };
  }
}

function nextLink(page: unknown): string | undefined {
  return text(field(page, "@odata.nextLink"));
}

function values(page: unknown): readonly ExchangeObject[] {
  return objects(field(page, "value"));
}

function warnings(page: unknown): readonly string[] {
  const found = field(page, "@adminapi.warnings");
  return Array.isArray(found) ? found.filter((warning) => typeof warning === "string") : [];
}
