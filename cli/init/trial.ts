import { declareEstate } from "../../lib/declare/estate";
import { problemsWith } from "../../lib/declare/problems";
import { type DnsName, parseName } from "../../lib/dns/name";
import { type FirstEstate, formatFirstEstate } from "../../lib/estate/first-estate";
import { loadEstate } from "../../lib/estate/load";
import { type Fault, formatFault, unwrap } from "../../lib/fault";
import type { LocatedFault } from "../../lib/located-fault";
import { isForbidding } from "../../lib/rules/finding";
import { findingFault, judge } from "../../lib/rules/judge";

/** What our own readers and rules refuse of an estate's text. */
export function problemsOf(path: string, text: string): readonly LocatedFault[] {
  const loaded = loadEstate(path, { read: () => text, glob: () => [] });
  if (!loaded.ok) return problemsWith(loaded, declareEstate);
  const { estate } = loaded;
  const declared = declareEstate(estate);
  if (!declared.ok) return declared.problems;
  const judged = judge(estate, declared);
  return judged.ok ? judged.findings.filter(isForbidding).map(findingFault) : judged.problems;
}

/**
 * What would be refused of the estate that some answers make, with sound ones in the place of those that are not there yet:
 * an answer that only the whole estate shows to be wrong is told while its question can be asked again.
 */
export function faultsOf(known: Partial<FirstEstate>): readonly Fault[] {
  const { domain = name("example.com") } = known;
  const estate: FirstEstate = {
    domain,
    tenant: { initialDomain: name("example.onmicrosoft.com"), prefix: "example", cloud: "worldwide" },
    zone: { host: "cloudflare" },
    mxHost: name("mail.example.com"),
    reports: [`mailto:dmarc@${domain}`],
    egress: [],
    parked: [],
    ...known,
  };
  const faults = new Map<string, Fault>();
  // Where they stand is a file that nobody sees.
  for (const { message, received, expected, fix } of problemsOf("", formatFirstEstate(estate))) {
    const fault: Fault = {
      message,
      ...(received === undefined ? {} : { received }),
      ...(expected === undefined ? {} : { expected }),
      ...(fix === undefined ? {} : { fix }),
    };
    faults.set(formatFault(fault), fault);
  }
  return [...faults.values()];
}

function name(text: string): DnsName {
  return unwrap(text, parseName(text));
}
