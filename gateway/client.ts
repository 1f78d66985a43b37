import type { IncomingMessage } from "node:http";
import type { Budget } from "./budget";
import { type Clock, sleep } from "./clock";
import { remaining, retryAfter } from "./rate-limit-headers";
import type { Statistics } from "./statistics";
import type { Call, Upstream } from "./upstream";

/** A request of a program, as far as repeating it goes. */
export interface ClientCall extends Call {
  /** Has the program that asks given up? What it wanted is not sent any more. */
  readonly isGone?: () => boolean;
  /** Is told when it is sent, each time. */
  readonly onSend?: () => void;
}

/** How often and how long the gateway goes on in place of the program that asks. */
const PATIENCE = {
  /** Repetitions after a fault of the API (5xx) or of the connection. */
  faults: 2,
  /** The first pause before one, in milliseconds; each is twice the one before. */
  firstPause: 500,
  /** The longest that the API may ask for between them. */
  longestPause: 60_000,
  /** So many refusals in a row are taken at their word. */
  haste: 5,
  /** All that refusals (429) may take together: Cloudflare's last 5 minutes. */
  refusals: 900_000,
};

/** Asking for the same again changes nothing (RFC 9110 §9.2.2). A second DELETE by id would be answered by 404. */
const REPEATABLE = new Set(["GET", "HEAD", "PUT"]);

/** Waits of a second or more are told. */
const NOTICEABLE = 1000;

/** The program that asked has given up before its request was sent. */
class Abandoned extends Error {}

/**
 * Sends requests within the budget, and again where that cannot do harm: refused for too many calls (429) they have not
 * been carried out, whatever they are; after a fault only those are repeated that may be carried out twice.
 */
export class Client {
  /** Requests that are sent and not answered. */
  private underWay = 0;

  constructor(
    private readonly upstream: Upstream,
    private readonly budget: Budget,
    private readonly clock: Clock,
    private readonly statistics: Statistics,
    /** Is told when calls begin to wait. */
    private readonly waits: () => void,
  ) {}

  /**
   * @returns the answer, whatever its status
   * @throws Abandoned, or Error if the connection failed
   */
  async send(call: ClientCall): Promise<IncomingMessage> {
    const began = this.clock.now();
    let faults = 0;
    for (let attempt = 0; ; attempt++) {
      await this.turn();
      if (call.isGone?.()) throw new Abandoned();
      call.onSend?.();
      this.statistics.made += 1;
      if (attempt > 0) this.statistics.repeated += 1;
      const answer = await this.once(call);
      const isReplayable = call.body === undefined || call.body instanceof Uint8Array;
      if (answer instanceof Error) {
        if (!isReplayable || !REPEATABLE.has(call.method) || faults >= PATIENCE.faults) throw answer;
        await sleep(this.clock, PATIENCE.firstPause * 2 ** faults++);
        continue;
      }
      const status = answer.statusCode ?? 0;
      const asked = retryAfter(answer.headers);
      if (status === 429) {
        this.statistics.refused += 1;
        const own = Math.min(PATIENCE.longestPause, 2 * PATIENCE.firstPause * 2 ** attempt);
        // An API that says "at once" again and again does not mean it.
        const pause = attempt < PATIENCE.haste ? (asked ?? own) : Math.max(asked ?? 0, own);
        this.budget.pause(pause);
        if (!isReplayable || this.clock.now() - began + pause > PATIENCE.refusals) return answer;
        discard(answer);
        continue;
      }
      const mayRepeat = isReplayable && REPEATABLE.has(call.method) && faults < PATIENCE.faults;
      const pause = asked ?? PATIENCE.firstPause * 2 ** faults;
      if (status < 500 || !mayRepeat || pause > PATIENCE.longestPause) return answer;
      faults += 1;
      discard(answer);
      await sleep(this.clock, pause);
    }
  }

  private async turn(): Promise<void> {
    const turn = this.budget.take();
    if (this.budget.queued > 0) this.waits();
    const waited = await turn;
    if (waited < NOTICEABLE) return;
    this.statistics.waited += 1;
    this.statistics.longestWait = Math.max(this.statistics.longestWait, waited);
  }

  private async once(call: Call): Promise<IncomingMessage | Error> {
    this.underWay += 1;
    try {
      const answer = await this.upstream.send(call);
      for (const { limit, calls, milliseconds } of remaining(answer.headers)) {
        // What else is under way may not have been counted when this was said.
        this.budget.told(limit, calls - (this.underWay - 1), milliseconds);
      }
      return answer;
    } catch (error) {
      return error instanceof Error ? error : new Error(String(error));
    } finally {
      this.underWay -= 1;
    }
  }
}

/** Reads to the end, so that the connection is free again. */
function discard(answer: IncomingMessage): void {
  answer.on("error", () => undefined).resume();
}
