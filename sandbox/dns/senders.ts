import { SENDERS, type SenderEntry } from "../../lib/senders/catalogue";
import { expansions } from "../../lib/senders/template";
import { address, DOCUMENTATION_NETWORK, dkimKeyRecord, type Neighbourhood, text } from "./internet";
import type { ResourceRecord } from "./zone";

/** The public half of an RSA key of 2,048 bits; nobody has the other. */
const SHARED_KEY = [
  "MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAjyB/AttqT44c0L4xK4iBG2O0wp5yZ5kyZyYTs12iX30UG2vr6qX4Bx",
  "huGPwUZnPlauI1dW/9JYdntfv0Em9wzoc4k+ilslpUSrkJgkgD170ope1sh32sAnX/iuFCsbGgSBlnJHJd3q1mrr/KaLrRByfP",
  "F+ZMfJ5rp809KpLBKVAyOOsPaYRvTR5rbakyxVe7XvW+wqxjegFW2rjwv/qSXBcYKy62/O8/XfBWcXKPWnHUgEwSNaFrCkLB6U",
  "rGr6HfaeetaGBtWUATNSq/TgcgLXf7ayEZaTbx3rIlgSZJtjiMu2iDtxLjGC+/b/Ysh+Y3JJeqXf+6214AMLj0rTV2ZQIDAQAB",
].join("");

interface Pattern {
  readonly names: RegExp;
  /** The end of all names that fit. */
  readonly landmark: string;
  readonly records: (name: string) => readonly ResourceRecord[];
}

/**
 * Hosts of the senders in the catalogue, so that no include, key or bounce domain of theirs leads nowhere. Their
 * records are made up: an SPF record with an address block that nobody has, and one DKIM key for all of them.
 */
export function senderHosts(): Neighbourhood {
  const patterns = [...SENDERS.values()].flatMap(patternsOf);
  return {
    recordsAt: (name) => patterns.find(({ names }) => names.test(name))?.records(name) ?? [],
    landmarks: () => patterns.map(({ landmark }) => landmark),
  };
}

function patternsOf(entry: SenderEntry): readonly Pattern[] {
  const { spf, dkim, records } = entry;
  const patterns = (template: string, made: Pattern["records"]) =>
    expansions(template, entry.parameters).map((one) => patternOf(one, entry, made));
  return [
    ...[spf.include ?? [], spf.known].flat().flatMap((include) => patterns(include, spfRecords)),
    ...(spf.a === undefined ? [] : patterns(spf.a, hostRecords)),
    ...dkim.flatMap((key) => ("cname" in key ? patterns(key.cname, keyRecords) : [])),
    ...records.flatMap((record) => {
      if (record.type === "CNAME") return patterns(record.target, bounceRecords);
      return record.type === "MX" ? patterns(record.exchange, hostRecords) : [];
    }),
  ];
}

const spfRecords = (name: string) => [text(name, `v=spf1 ip4:${DOCUMENTATION_NETWORK} ~all`)];
const hostRecords = (name: string) => [address(name)];
const bounceRecords = (name: string) => [address(name), ...spfRecords(name)];
const keyRecords = (name: string) => [dkimKeyRecord(name, SHARED_KEY)];

/** `{place}` and `*` stand for labels; a place at the end is what the catalogue's example or default has there. */
function patternOf(template: string, entry: SenderEntry, records: Pattern["records"]): Pattern {
  const whole = template.replace(/\{([A-Za-z]+)\}$/, (place, name: string) => {
    const given = entry.example[name] ?? entry.parameters[name]?.default;
    return typeof given === "string" ? given : place;
  });
  const source = whole
    .split(/\{[A-Za-z]+\}|\*/)
    .map((part) => part.replaceAll(/[.\\^$+?()[\]{}|-]/g, "\\$&"))
    .join("[a-z0-9_.-]+");
  const landmark = whole.split(/\{[A-Za-z]+\}|\*/).at(-1) ?? whole;
  return {
    names: new RegExp(`^${source}$`),
    landmark: landmark.replace(/^[^.]*\./, "") || landmark,
    records,
  };
}
