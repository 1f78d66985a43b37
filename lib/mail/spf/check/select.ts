import type { Asking } from "../../../dns/asking";
import { recordsOf, txtText } from "../../../dns/resolve";
import { isSpf, parseSpf } from "../parse";
import type { SpfRecord } from "../record";
import { excerpt } from "../span";
import { targetName } from "./name";
import { noAnswer, type SpfProblem } from "./problem";
import type { Questions } from "./query";

/** A domain's record, or what a check of the domain ends in without one. */
export type Selected =
  | { readonly kind: "record"; readonly text: string; readonly record: SpfRecord }
  | { readonly kind: "none" | "temperror"; readonly problems: readonly SpfProblem[] }
  | {
      readonly kind: "permerror";
      readonly problems: readonly SpfProblem[];
      /** The record whose terms are at fault; absent if there are several records. */
      readonly text?: string;
    };

/** Initial processing, record look-up and record selection (RFC 7208 §4.3 to §4.6). */
export function* selectRecord(domain: string, questions: Questions): Asking<Selected> {
  const name = targetName(domain);
  if (name === undefined) {
    const message = "no domain to check";
    const expected = "a domain of at least two labels, each of 1 to 63 octets (RFC 7208 §4.3)";
    return { kind: "none", problems: [{ domain, message, received: excerpt(domain), expected }] };
  }
  const answer = yield* questions.own(name, "TXT");
  if (answer.kind === "failure")
    return { kind: "temperror", problems: [noAnswer(domain, name, "TXT", answer)] };
  const found = recordsOf<"TXT">(answer).map(txtText).filter(isSpf);
  const [text, ...more] = found;
  if (text === undefined) return { kind: "none", problems: [noRecord(domain, answer.kind)] };
  if (more.length > 0) {
    const problem = {
      domain,
      message: "more than one SPF record",
      received: `${found.length} records`,
      expected: "one (RFC 7208 §4.5)",
      fix: "merge them into one",
    };
    return { kind: "permerror", problems: [problem] };
  }
  const parsed = parseSpf(text);
  if (parsed.ok) return { kind: "record", text, record: parsed.value };
  return { kind: "permerror", text, problems: parsed.faults.map((fault) => ({ domain, ...fault })) };
}

function noRecord(domain: string, answer: "records" | "nodata" | "nxdomain"): SpfProblem {
  if (answer === "nxdomain") return { domain, message: "domain does not exist" };
  return { domain, message: "no SPF record", expected: "a TXT record that begins with v=spf1" };
}
