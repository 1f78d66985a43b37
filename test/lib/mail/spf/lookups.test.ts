import { unwrap } from "../../../../lib/fault";
import { formatSpfTerm, includeTargets, parseSpf, staticLookups } from "../../../../lib/mail/spf";

const parsed = (text: string) => unwrap(text, parseSpf(text));

describe("look-ups that a record costs by itself (§4.6.4)", () => {
  test.each([
    ["v=spf1 -all", []],
    ["v=spf1 ip4:192.0.2.1 ip6:2001:db8::1 exp=why.contoso.com foo=bar ~all", []],
    [
      "v=spf1 include:a.com a mx ptr exists:%{i}.b.com redirect=c.com",
      ["include:a.com", "a", "mx", "ptr", "exists:%{i}.b.com", "redirect=c.com"],
    ],
    ["v=spf1 redirect=c.com -mx ~include:a.com", ["-mx", "~include:a.com", "redirect=c.com"]],
    ["v=spf1 include:a.com include:a.com -all", ["include:a.com", "include:a.com"]],
    ["v=spf1 a -all mx redirect=c.com", ["a"]],
    ["v=spf1 a mx a mx a mx a mx a ptr ip4:1.2.3.4 -all", "a mx a mx a mx a mx a ptr".split(" ")],
  ])("%s", (text, terms) => {
    const lookups = staticLookups(parsed(text));
    expect(lookups.terms.map(formatSpfTerm)).toEqual(terms);
    expect(lookups.count).toBe(terms.length);
  });
});

test("the included domains, each once and in order, without those that all hides", () => {
  const record = parsed(
    "v=spf1 include:spf.protection.outlook.com ?include:%{d}.x.net include:SPF.protection.outlook.com. -all include:b.com redirect=c.com",
  );
  expect(includeTargets(record).map(({ text }) => text)).toEqual([
    "spf.protection.outlook.com",
    "%{d}.x.net",
  ]);
});
