import { recordData } from "../../../../lib/dns/record";
import type { ResourceFact } from "../../../../lib/review/resources/resource-fact";
import { contributions } from "../../../../lib/review/side";
import { planOf, type ResourceJson } from "../plan-json";

/** What the resources of a plan contribute to the side after. */
export function factsOf(
  resources: readonly ResourceJson[],
  more: Readonly<Record<string, unknown>> = {},
): readonly ResourceFact[] {
  return contributions([planOf("stack", resources, more)], "after").map(({ fact }) => fact);
}

/** Facts of records as lines: `contoso.com A 192.0.2.1, 300 s`, `contoso.com A (sensitive)`, `unread: no content`. */
export function recordLines(facts: readonly ResourceFact[]): readonly string[] {
  return facts.flatMap((fact) => {
    switch (fact.kind) {
      // What all names of a zone hang on is told elsewhere.
      case "zone feature":
        return [];
      case "record":
        return `${fact.record.name} ${fact.record.type} ${recordData(fact.record)}, ${fact.record.ttl} s`;
      case "unknown record":
        return `${fact.name} ${fact.type} (${fact.why})`;
      case "unread":
        return `unread: ${fact.why}`;
      default:
        return fact.kind;
    }
  });
}
