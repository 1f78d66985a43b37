import { type Finding, findingPath, formatFinding, formatWhere } from "../../../lib/rules/finding";
import { recordOf } from "./fixture";

const finding = (said: Partial<Finding>): Finding => ({
  rule: "dmarc-missing",
  level: "warning",
  source: "declared",
  of: "domain",
  subject: "contoso.com",
  message: "contoso.com has no DMARC record",
  where: {},
  ...said,
});

test.each([
  [{ file: "estate.yaml", line: 12, column: 5, path: ["domains"] }, "estate.yaml:12:5"],
  [{ file: "estate.yaml", line: 12 }, "estate.yaml:12"],
  [{ file: "estate.yaml" }, "estate.yaml"],
  [{ address: "cloudflare_dns_record.all" }, "cloudflare_dns_record.all"],
  [{}, undefined],
])("%j is written %s", (where, text) => {
  expect(formatWhere(where)).toBe(text);
});

test.each<[Partial<Finding>, string]>([
  [{}, "contoso.com has no DMARC record"],
  [{ fix: "publish one" }, "contoso.com has no DMARC record; publish one"],
  [
    { received: "nothing", expected: "a TXT record at _dmarc.contoso.com" },
    "contoso.com has no DMARC record, got nothing; expected a TXT record at _dmarc.contoso.com",
  ],
  [
    { instead: [recordOf("_dmarc.contoso.com TXT v=DMARC1; p=reject;")] },
    "contoso.com has no DMARC record; write _dmarc.contoso.com TXT v=DMARC1; p=reject;",
  ],
  [
    {
      fix: "say that nothing is received or sent",
      instead: [recordOf("contoso.com MX 0 ."), recordOf("contoso.com TXT v=spf1 -all")],
    },
    "contoso.com has no DMARC record; say that nothing is received or sent; write contoso.com MX 0 .; contoso.com TXT v=spf1 -all",
  ],
  [{ instead: [] }, "contoso.com has no DMARC record"],
])("%j is written %s", (said, text) => {
  expect(formatFinding(finding(said))).toBe(text);
});

test("a finding's path is that of the estate, else the address", () => {
  const path = (where: Finding["where"]) => findingPath({ where });
  expect(path({ file: "estate.yaml", path: ["domains", "contoso.com", "dmarc"] })).toBe(
    'domains["contoso.com"].dmarc',
  );
  expect(path({ address: "contoso.com TXT", path: [] })).toBe("contoso.com TXT");
  expect(path({ address: "contoso.com TXT" })).toBe("contoso.com TXT");
  expect(path({})).toBe("");
});
