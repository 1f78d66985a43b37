import { draftDeclaration } from "../../../lib/domain/draft-declaration";
import { formatFault } from "../../../lib/fault";
import type { AsFoundOptions } from "../../../lib/options";

const BASE = {
  domain: "contoso.com",
  profile: "exchange-online",
  tenant: { initialDomain: "contoso.onmicrosoft.com", domainsAddedBefore: "2026-07-01" },
  dmarc: { policy: "reject" },
  spf: { ip4: ["192.0.2.25"] },
  records: { proof: { type: "TXT", value: "MS=ms12345678" } },
  subdomains: { news: { profile: "send-only", spf: { include: ["spf.example.net"] } } },
} as const;

const drafted = (asFound: Readonly<Record<string, AsFoundOptions>>) => {
  const { declaration, faults } = draftDeclaration({ ...BASE, asFound });
  return {
    records: declaration?.records ?? [],
    parts: declaration?.parts ?? [],
    faults: faults.map(formatFault),
  };
};
const of = (role: string, asFound: AsFoundOptions) =>
  drafted({ [role]: asFound }).records.find(({ rolePath }) => rolePath === role)?.record;

test("an absent record is in no list, also of a subdomain", () => {
  const { records, parts, faults } = drafted({ Dmarc: "absent", "news/Spf": "absent" });
  expect(faults).toEqual([]);
  expect(records.map(({ rolePath }) => rolePath)).toEqual([
    "Mx",
    "Autodiscover",
    "Spf",
    "DkimSelector1",
    "DkimSelector2",
    "Record-proof",
  ]);
  expect(parts.find(({ name }) => name === "dmarc")?.records).toEqual([]);
});

test("a TTL, and content that means what is declared", () => {
  expect(of("Mx", { ttl: 300 })).toMatchObject({
    ttl: 300,
    exchange: "contoso-com.mail.protection.outlook.com",
  });
  expect(
    of("Spf", { content: "v=spf1 include:spf.protection.outlook.com ip4:192.0.2.25 -all" }),
  ).toMatchObject({
    value: "v=spf1 include:spf.protection.outlook.com ip4:192.0.2.25 -all",
    content: "v=spf1 include:spf.protection.outlook.com ip4:192.0.2.25 -all",
  });
  expect(of("Dmarc", { content: '"v=DMARC1;p=reject; " "sp=reject; pct=100"' })).toMatchObject({
    value: "v=DMARC1;p=reject; sp=reject; pct=100",
  });
});

test.each<[string, AsFoundOptions, string]>([
  ["Spf", { content: "v=spf1 include:spf.protection.outlook.com -all" }, "does not mean what is declared"],
  ["Spf", { content: "v=spf1 ip4:192.0.2.25 include:spf.protection.outlook.com ~all" }, "does not mean"],
  ["Dmarc", { content: "v=DMARC1; p=reject; pct=50" }, "does not mean"],
  ["Dmarc", { content: "v=DMARC1; p=reject; np=none" }, "does not mean"],
  ["Spf", { content: '"v=spf1 -all' }, "unclosed quote"],
  ["Mx", { content: "0 mail.contoso.com" }, "content of a record that is no TXT"],
  ["Mx", { ttl: -1 }, "TTL out of range"],
  ["Nothing", "absent", "no record of this domain has this role"],
  ["Record-proof", "absent", "a record that is declared by itself is not absent"],
])("%s as %j is refused", (role, asFound, message) => {
  expect(drafted({ [role]: asFound }).faults).toEqual([expect.stringContaining(message)]);
});
