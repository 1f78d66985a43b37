import { parseName } from "../../../../lib/dns/name";
import { unwrap } from "../../../../lib/fault";
import { selectorName } from "../../../../lib/mail/dkim/selector";

const contoso = unwrap("domain", parseName("contoso.com"));

test.each([
  ["selector1", "selector1._domainkey.contoso.com"],
  ["S1", "s1._domainkey.contoso.com"],
  ["march2026.paris", "march2026.paris._domainkey.contoso.com"],
  ["mc_1", "mc_1._domainkey.contoso.com"],
])("selector %s stands at %s", (selector, name) => {
  expect(selectorName(selector, contoso)).toEqual({ ok: true, value: name });
});

test.each([
  ["s1._domainkey", "write s1"],
  ["s1._domainkey.contoso.com", "write s1"],
])("%s is more than a selector", (selector, fix) => {
  expect(selectorName(selector, contoso)).toEqual({
    ok: false,
    faults: [
      {
        message: "selector holds more than the selector",
        received: JSON.stringify(selector),
        expected: "the labels before ._domainkey",
        fix,
      },
    ],
  });
});

test.each(["", "*", "s1.", "*.s1"])("%j is no selector", (selector) => {
  const result = selectorName(selector, contoso);
  expect(result.ok ? [] : result.faults.map(({ message }) => message)).toEqual(["not a DKIM selector"]);
});

test("a selector's labels are DNS labels", () => {
  expect(selectorName("s 1", contoso).ok).toBe(false);
  expect(selectorName("a".repeat(64), contoso).ok).toBe(false);
  expect(selectorName("a..b", contoso).ok).toBe(false);
});
