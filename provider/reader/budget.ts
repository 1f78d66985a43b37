import type { Clock } from "../http/clock";
import { CloudError } from "../http/cloud-error";

/** How much of a tenant's patience, and of ours, a reading may take. */
export interface BudgetLimits {
  /** Requests in all, repeated ones and pages among them. */
  readonly calls: number;
  /** In milliseconds. */
  readonly time: number;
}

/** Large enough for tens of thousands of objects, small beside what Microsoft lets one application ask. */
export const BUDGET: BudgetLimits = { calls: 2_000, time: 600_000 };

/** Counts requests. One that is too many is refused as Microsoft would, so that what was read until then stays. */
export class Budget {
  private left: number;
  private readonly end: number;

  constructor(
    private readonly limits: BudgetLimits,
    private readonly clock: Clock,
  ) {
    this.left = limits.calls;
    this.end = clock.now() + limits.time;
  }

  /** @throws CloudError with the code `budget` */
  admit(): void {
    if (this.clock.now() >= this.end) {
      throw spent(`the reading took longer than ${this.limits.time / 1000} s`);
    }
    if (this.left <= 0) throw spent(`the reading's ${this.limits.calls} requests are used up`);
    this.left -= 1;
  }
}

function spent(message: string): CloudError {
  return new CloudError({ status: 0, code: "budget", message, untouched: true });
}
