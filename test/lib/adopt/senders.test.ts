import fc from "fast-check";
import { load } from "js-yaml";
import { adopt } from "../../../lib/adopt/adopt";
import type { FoundZone } from "../../../lib/adopt/found";
import { parseName } from "../../../lib/dns/name";
import { declareDomain } from "../../../lib/domain/declare";
import { unwrap } from "../../../lib/fault";
import type { MailDomainOptions } from "../../../lib/options";
import type { SenderUse } from "../../../lib/sender-uses";
import { SENDERS } from "../../../lib/senders/catalogue";
import { resolveUse } from "../../../lib/senders/resolve";

const NAME = unwrap("domain", parseName("contoso.com"));
const TENANT = {
  name: "contoso",
  initialDomain: "contoso.onmicrosoft.com",
  domainsAddedBefore: "2026-07-01",
} as const;

/** The zone that a declaration makes. */
function zoneOf(options: Omit<MailDomainOptions, "domain">): FoundZone {
  const { records } = unwrap("options", declareDomain({ domain: NAME, ...options }));
  return {
    name: NAME,
    host: { kind: "cloudflare", zoneId: "023e105f4ecef8ad9ca31a8372d0c353" },
    records: records.map(({ record }, at) => ({ record, id: at.toString(16).padStart(32, "0") })),
    unread: [],
  };
}

/** What is left after a zone was recognised that was declared: nothing, or it was not recognised. */
function unrecognised(options: Omit<MailDomainOptions, "domain">) {
  const made = adopt([zoneOf(options)], {
    path: "estate.yaml",
    tenant: { initialDomain: TENANT.initialDomain, cloud: "worldwide" },
  });
  if (!made.ok) return made.problems;
  const { zones, leftOut, files } = made.adoption;
  const [zone] = zones;
  return [
    ...leftOut,
    ...(zone?.absent ?? ["the zone"]),
    ...(zone?.leftAlone ?? []),
    ...(zone && zone.declared !== zone.recognised ? [files["estate.yaml"]] : []),
    ...(files["as-found.yaml"] === undefined ? [] : [files["as-found.yaml"]]),
  ];
}

const EXAMPLES = [...SENDERS].map(([name, { example }]): [string, SenderUse] => [
  name,
  (Object.keys(example).length > 0 ? { [name]: example } : name) as SenderUse,
]);

const SENDING: readonly (readonly [string, Omit<MailDomainOptions, "domain" | "senders">])[] = [
  ["exchange-online", { profile: "exchange-online", tenant: TENANT }],
  ["eop-onpremises", { profile: "eop-onpremises", tenant: TENANT, onPremises: { egress: ["192.0.2.25"] } }],
  ["send-only", { profile: "send-only", spf: { ip4: ["192.0.2.25"] } }],
];

/** What the estate that was made of a zone says of its senders. */
function recognisedSenders(options: Omit<MailDomainOptions, "domain">): readonly SenderUse[] {
  const made = adopt([zoneOf(options)], {
    path: "estate.yaml",
    tenant: { initialDomain: TENANT.initialDomain, cloud: "worldwide" },
  });
  if (!made.ok) throw new Error(made.problems.join("\n"));
  expect(made.adoption.files["as-found.yaml"]).toBeUndefined();
  const { defaults = {}, domains } = load(
    (made.adoption.files["estate.yaml"] ?? "").replaceAll("!include ", ""),
  ) as {
    readonly defaults?: { readonly senders?: readonly SenderUse[] };
    readonly domains: Readonly<Record<string, { readonly senders?: readonly SenderUse[] }>>;
  };
  return domains[NAME]?.senders ?? defaults.senders ?? [];
}

describe.each(SENDING)("recognising what was declared gives it back, for %s", (_, options) => {
  test.each(EXAMPLES)("%s", (name, use) => {
    const [found, ...more] = recognisedSenders({ ...options, senders: [use] });
    expect(more).toEqual([]);
    if (found === undefined) throw new Error(`${name} was not recognised`);
    // Values that are the default may be left out: what both come to is the same.
    expect(typeof found === "string" ? found : Object.keys(found)[0]).toBe(name);
    expect(resolveUse(found, NAME)).toEqual(resolveUse(use, NAME));
  });
});

test("property: whatever is declared with profiles, senders and policies is recognised without a rest", () => {
  const senders = fc.subarray(
    EXAMPLES.map(([, use]) => use),
    { maxLength: 3 },
  );
  const policy = fc.constantFrom("none", "quarantine", "reject");
  const all = fc.constantFrom("fail", "softfail");
  const sending = fc.record({
    profile: fc.constantFrom("exchange-online" as const, "eop-onpremises" as const),
    senders,
    policy,
    all,
  });
  fc.assert(
    fc.property(sending, ({ profile, senders: uses, policy: p, all: verdict }) => {
      const options: Omit<MailDomainOptions, "domain"> = {
        profile,
        tenant: TENANT,
        senders: uses,
        spf: { all: verdict },
        dmarc: { policy: p, rua: ["mailto:dmarc@contoso.com"] },
        ...(profile === "eop-onpremises" ? { onPremises: { egress: ["192.0.2.25"] } } : {}),
      };
      // Two senders may ask for the same name, such as bounce.contoso.com: no zone has both.
      const declared = declareDomain({ domain: NAME, ...options });
      fc.pre(
        declared.ok || !declared.faults.every(({ message }) => message.startsWith("a CNAME stands beside")),
      );
      expect(unrecognised(options)).toEqual([]);
    }),
    { numRuns: 12 },
  );
  expect(unrecognised({ profile: "parked", parked: { revokeDkim: true } })).toEqual([]);
  expect(
    unrecognised({ profile: "receive-only", tenant: TENANT, tlsRpt: { rua: ["mailto:t@contoso.com"] } }),
  ).toEqual([]);
});
