import { unwrap } from "../../../../lib/fault";
import { parseSpf } from "../../../../lib/mail/spf";
import { distinct, termKey } from "../../../../lib/mail/spf/term-key";

const keys = (terms: string) => unwrap(terms, parseSpf(`v=spf1 ${terms}`)).terms.map(termKey);

test.each([
  ["include:contoso.org include:Contoso.ORG.", "case and a trailing dot of a domain"],
  ["a A", "case of a mechanism"],
  ["mx/32 mx//128", "lengths that are the defaults"],
  ["exists:%{i}.Contoso.org exists:%{i}.contoso.org", "case beside a macro"],
  ["x=1 X=1", "case of a modifier's name"],
])("%s mean the same: %s", (terms) => {
  const [one, other] = keys(terms);
  expect(one).toBe(other);
});

test.each([
  ["a mx", "mechanisms"],
  ["a -a", "qualifiers"],
  ["a a:contoso.org", "the domain itself and another"],
  ["a/24 a//24", "lengths of either kind of address"],
  ["ip4:192.0.2.1 ip4:192.0.2.0/24", "networks"],
  ["all ip6:::/0", "everyone, and every IPv6 address"],
  ["exists:%{l}.contoso.org exists:%{L}.contoso.org", "a macro that asks for percent-encoding"],
  ["exists:%{d2}.contoso.org exists:%{d}.contoso.org", "parts that are kept"],
  ["exists:%{dr}.contoso.org exists:%{d}.contoso.org", "the order of parts"],
  ["exists:%{d-}.contoso.org exists:%{d}.contoso.org", "delimiters"],
  ["exists:%%.contoso.org exists:%_.contoso.org", "escapes: a percent sign and a space"],
  ["exists:%_.contoso.org exists:%-.contoso.org", "escapes: a space and its encoding"],
  ["exists:%%.contoso.org exists:%-.contoso.org", "escapes: a percent sign and an encoded space"],
  ["x=a x=A", "the case of a modifier's value"],
  ["x=a y=a", "modifiers"],
])("%s do not: %s", (terms) => {
  const [one, other] = keys(terms);
  expect(one).not.toBe(other);
});

test("a key is the term in full, with the delimiters that are the default", () => {
  expect(
    keys("~include:%{ir}.%{v}._spf.%{D2-}.Contoso.org. exists:%%%_%-.contoso.org X=Y mx/24//64 -all"),
  ).toEqual([
    "~include:%{ir.}.%{v.}._spf.%{D2-}.contoso.org",
    "exists:%%%_%-.contoso.org",
    "x=Y",
    "mx/24//64",
    "-all",
  ]);
});

test("of items with one key the first stays", () => {
  expect(distinct(["a1", "b1", "a2", "b2", "c1"], (text) => text.charAt(0))).toEqual(["a1", "b1", "c1"]);
});
