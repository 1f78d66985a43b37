import { declareEstate } from "../../../lib/declare/estate";
import { formatLocatedFault } from "../../../lib/located-fault";
import { estateOf, problemsOf } from "./memory-files";

function estate(tenant: string, domains: string, defaults = "{}"): string {
  return `version: 1
defaults: ${defaults}
tenants:
  contoso: { initialDomain: contoso.onmicrosoft.com${tenant} }
domains:
${domains.trim().replaceAll(/^\s*/gm, "  ")}
`;
}

const ONLINE =
  'tenant: contoso, profile: exchange-online, zone: { cloudflare: {} }, dmarc: { rua: ["mailto:d@contoso.com"] }';

/** The MX hosts by their domains, or the faults up to what was expected. */
function outcome(yaml: string): unknown {
  const declared = declareEstate(estateOf(yaml));
  if (!declared.ok) return declared.problems.map((problem) => formatLocatedFault(problem).split(/[;,]/)[0]);
  return Object.fromEntries(
    declared.domains.flatMap(({ declaration }) =>
      declaration.records.flatMap(({ record }) =>
        record.type === "MX" ? [[record.name, record.exchange]] : [],
      ),
    ),
  );
}

const CLASSIC = { "contoso.com": "contoso-com.mail.protection.outlook.com" };

test("one line at the tenant settles all of its domains, subdomains too; a new one among them names its partition", () => {
  expect(
    outcome(
      estate(
        ", domainsAddedBefore: 2026-07-01",
        `contoso.com: { ${ONLINE}, subdomains: { news: { profile: receive-only } } }
         contoso.net: { ${ONLINE}, mx: { partition: o } }`,
      ),
    ),
  ).toEqual({
    ...CLASSIC,
    "news.contoso.com": "news-contoso-com.mail.protection.outlook.com",
    "contoso.net": "contoso-net.o-v1.mx.microsoft",
  });
});

test("one line in defaults settles those that receive, and gives an MX to no other", () => {
  expect(
    outcome(
      estate(
        "",
        `contoso.com: { ${ONLINE} }
         contoso.net: { ${ONLINE.replace("exchange-online", "send-only")}, senders: [mailchimp] }
         contoso.org: { profile: parked, zone: { cloudflare: {} } }`,
        "{ mx: { addedBefore: 2026-07-01 } }",
      ),
    ),
  ).toEqual({ ...CLASSIC, "contoso.org": "." });
});

test("where nothing settles it, each domain is refused at its own place", () => {
  expect(
    outcome(
      estate(
        "",
        `contoso.com: { ${ONLINE} }
         contoso.net: { ${ONLINE}, mx: auto }`,
      ),
    ),
  ).toEqual([
    'estate.yaml:6:3: domains["contoso.com"]: contoso.com may have its MX host below mx.microsoft',
    expect.stringMatching(
      /^estate\.yaml:7:\d+: domains\["contoso\.net"\]\.mx: contoso\.net may have its MX host below mx\.microsoft$/,
    ),
  ]);
});

test("a day that settles nothing is told once, at the tenant", () => {
  expect(
    problemsOf(
      estate(", domainsAddedBefore: 2026-09-01", `contoso.com: { ${ONLINE} }\ncontoso.net: { ${ONLINE} }`),
    ),
  ).toEqual([
    'estate.yaml:4:74: tenants.contoso.domainsAddedBefore: a domain added before 2026-09-01 may be one that Microsoft placed below mx.microsoft, got "2026-09-01"; expected 2026-07-01 or earlier (MC1048624); for domains added since 2026-07-01 write the host that Microsoft shows, as mx: { host: … } or mx: { partition: … }',
  ]);
});

test.each(["2026-02-29", "2025-04-31", "1900-02-29", "2026-00-10"])("%s is no day", (day) => {
  expect(
    problemsOf(estate(`, domainsAddedBefore: ${day}`, `contoso.com: { ${ONLINE} }`)).map(
      (problem) => problem.split(", got")[0],
    ),
  ).toEqual([expect.stringMatching(/: not a day$/)]);
});

test.each(["2024-02-29", "2000-02-29", "2026-04-30", "2025-12-31"])("%s is a day", (day) => {
  expect(outcome(estate(`, domainsAddedBefore: ${day}`, `contoso.com: { ${ONLINE} }`))).toEqual(CLASSIC);
});
