import fc from "fast-check";
import { type DnsName, parseName } from "../../../../lib/dns/name";
import { unwrap } from "../../../../lib/fault";
import { DISPOSITIONS } from "../../../../lib/mail/dmarc/parse";
import type { DmarcRecord, DmarcUri } from "../../../../lib/mail/dmarc/record";

export const domains: fc.Arbitrary<DnsName> = fc.domain().map((text) => unwrap(text, parseName(text)));

const uris: fc.Arbitrary<DmarcUri> = fc
  .record(
    {
      local: fc.stringMatching(/^[a-z0-9](?:[a-z0-9+_-]|%21){0,20}$/),
      domain: domains,
      obsoleteSize: fc.stringMatching(/^[0-9]{1,3}[kmgt]?$/),
    },
    { requiredKeys: ["local", "domain"] },
  )
  .map(({ local, ...rest }) => ({ uri: `mailto:${local}@${rest.domain}`, scheme: "mailto", ...rest }));

const kept = (names: fc.Arbitrary<string>) =>
  fc.uniqueArray(fc.record({ name: names, value: fc.stringMatching(/^[!-:<-~](?:[ -:<-~]*[!-:<-~])?$/) }), {
    selector: ({ name }) => name,
    maxLength: 3,
  });

const KNOWN = new Set([
  "v",
  "V",
  "p",
  "sp",
  "np",
  "adkim",
  "aspf",
  "t",
  "psd",
  "rua",
  "ruf",
  "fo",
  "pct",
  "rf",
  "ri",
]);

/** Any legal record, obsolete parts and unknown tags included. */
export const dmarcRecords: fc.Arbitrary<DmarcRecord> = fc.record(
  {
    policy: fc.constantFrom(...DISPOSITIONS),
    subdomainPolicy: fc.constantFrom(...DISPOSITIONS),
    nonExistentPolicy: fc.constantFrom(...DISPOSITIONS),
    adkim: fc.constantFrom("relaxed", "strict"),
    aspf: fc.constantFrom("relaxed", "strict"),
    test: fc.boolean(),
    psd: fc.constantFrom("y", "n", "u"),
    rua: fc.array(uris, { maxLength: 3 }),
    ruf: fc.array(uris, { maxLength: 3 }),
    fo: fc
      .tuple(fc.constantFrom("0", "1", undefined), fc.shuffledSubarray(["d", "s"] as const))
      .map(([when, which]) => (when === undefined ? which : [when, ...which]))
      .filter((options) => options.length > 0),
    obsolete: kept(fc.constantFrom("pct", "rf", "ri")),
    unknown: kept(fc.stringMatching(/^[A-Za-z][A-Za-z0-9_]{0,8}$/).filter((name) => !KNOWN.has(name))),
  },
  { requiredKeys: ["rua", "ruf", "obsolete", "unknown"] },
);
