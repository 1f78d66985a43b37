import { SPF_LOOKUP_LIMIT } from "../lookups";
import type { SpfProblem } from "./problem";

/** What one check may ask before its result is permerror (RFC 7208 §4.6.4). */
export interface SpfLimits {
  /**
   * Terms that ask the DNS, over the record and all it includes.
   * @default 10
   */
  readonly lookups: number;
  /**
   * Of these, how many may be answered by no record or no such name.
   * @default 2
   */
  readonly voids: number;
  /**
   * Mail exchanges whose addresses one `mx` asks for, and names whose addresses one reverse look-up asks for.
   * @default 10
   */
  readonly names: number;
}

/** The limits of RFC 7208 §4.6.4. */
export const SPF_LIMITS: SpfLimits = { lookups: SPF_LOOKUP_LIMIT, voids: 2, names: 10 };

/** The problem of a check that went beyond a limit at a term of `domain`. */
export function beyondLimit(limit: keyof SpfLimits, most: number, domain: string): SpfProblem {
  switch (limit) {
    case "lookups":
      return {
        domain,
        message: "too many DNS look-ups",
        received: `look-up ${most + 1}`,
        expected: `at most ${most} over the record and all it includes (RFC 7208 §4.6.4)`,
        fix: "list addresses instead, or move a sender to a subdomain of its own",
      };
    case "voids":
      return {
        domain,
        message: "too many look-ups without an answer",
        received: `void look-up ${most + 1}`,
        expected: `at most ${most} (RFC 7208 §4.6.4)`,
        fix: "remove the terms whose names no longer exist",
      };
    case "names":
      return {
        domain,
        message: "mx with too many mail exchanges",
        received: `mail exchange ${most + 1}`,
        expected: `at most ${most} (RFC 7208 §4.6.4)`,
        fix: "list their addresses with ip4 and ip6",
      };
  }
}
