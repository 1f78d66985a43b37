import { type Fault, fail, ok, type Result, within } from "../../fault";
import { effectiveTerms } from "./effective";
import { formatSpfTerm } from "./format";
import { SPF_LOOKUP_LIMIT, staticLookups, tooManyLookups } from "./lookups";
import type { SpfExp, SpfRecord } from "./record";
import { excerpt } from "./span";
import { distinct, termKey } from "./term-key";

/**
 * One record for a name that several records were written for: it passes exactly the clients
 * that at least one of them passes. Terms keep their order, and equal ones stand once.
 *
 * For everyone else the first record that has an `all` decides. An administrator puts the domain's own record first
 * and the senders' suggestions behind it; a vendor's boilerplate then neither softens a `-all` nor hardens a `~all`
 * that was chosen while hosts are still being found. (TXT records come out of the DNS in no order: sort before.)
 *
 * What receivers never evaluate (directives behind `all`, `redirect` beside it) is left out: merged in, it would
 * come alive. Equal records merge into the first of them, whatever they hold.
 *
 * @returns a fault for each term that no merged record can hold with the same verdict: `+all`, a `redirect` in force,
 * a directive other than `all` that does not pass (placed before the next record's terms it would take their clients),
 * different `exp`s, more than {@link SPF_LOOKUP_LIMIT} look-ups. Paths begin with the record's index.
 */
export function mergeSpf(records: readonly SpfRecord[]): Result<SpfRecord> {
  const [first] = records;
  if (first === undefined)
    return fail({ message: "no SPF record to merge", expected: "at least one record" });
  if (records.every((record) => recordKey(record) === recordKey(first))) return ok(first);

  const sources = records.map(effectiveTerms);
  const directives = sources.flatMap((source) => source.directives);
  const modifiers = distinct(
    sources.flatMap((source) => source.modifiers),
    termKey,
  );
  const all = directives.find((term) => term.kind === "all");
  const merged: SpfRecord = {
    terms: [
      ...distinct(
        directives.filter((term) => term.kind !== "all"),
        termKey,
      ),
      ...(all === undefined ? [] : [all]),
      ...modifiers,
    ],
  };
  const { count } = staticLookups(merged);
  const faults = [
    ...records.flatMap((record, index) => unmergeable(record).map((fault) => within(fault, index))),
    ...explanationFaults(modifiers.filter((term) => term.kind === "exp")),
    ...(count > SPF_LOOKUP_LIMIT ? [tooManyLookups(count)] : []),
  ];
  return faults.length === 0 ? ok(merged) : fail(...faults);
}

function recordKey(record: SpfRecord): string {
  return record.terms.map(termKey).join(" ");
}

function unmergeable(record: SpfRecord): Fault[] {
  const { directives, redirect } = effectiveTerms(record);
  const faults: Fault[] = [];
  for (const term of directives) {
    const received = excerpt(formatSpfTerm(term));
    if (term.kind === "all" && term.qualifier === "+") {
      faults.push({
        message: "record authorises every host, and so would the merged one",
        received,
        fix: "end it in -all or ~all before merging",
      });
    } else if (term.kind !== "all" && term.qualifier !== "+") {
      faults.push({
        message: "term that does not pass cannot be merged: it would take clients from the other records",
        received,
        fix: "merge by hand, with this term where it is meant to decide",
      });
    }
  }
  if (redirect !== undefined) {
    faults.push({
      message: "redirect cannot be merged: it hands every other client to a record with an all of its own",
      received: excerpt(formatSpfTerm(redirect)),
      fix: `write include:${redirect.domain.text} and an all instead`,
    });
  }
  return faults;
}

function explanationFaults(explanations: readonly SpfExp[]): Fault[] {
  if (explanations.length < 2) return [];
  return [
    {
      message: "records explain a fail in different ways",
      received: explanations.map(formatSpfTerm).join(", "),
      expected: "at most one exp (RFC 7208 §6)",
    },
  ];
}
