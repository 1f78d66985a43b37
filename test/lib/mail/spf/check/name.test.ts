import { inALabels, queryName, targetName } from "../../../../../lib/mail/spf/check/name";
import { preferredName } from "../../../../../lib/mail/spf/check/validated-names";

/** A name of so many octets, in legal labels. */
const long = (octets: number) => `${`${"a".repeat(63)}.`.repeat(3)}${"b".repeat(octets - 192)}`;

test.each([
  ["Mail.Contoso.COM.", "mail.contoso.com"],
  ["_spf.contoso.com", "_spf.contoso.com"],
  ["a b.contoso.com", "a b.contoso.com"],
  ["localhost", "localhost"],
  [`${"a".repeat(63)}.com`, `${"a".repeat(63)}.com`],
  [long(253), long(253)],
  [long(254), undefined],
  [`${"a".repeat(64)}.com`, undefined],
  [`com.${"a".repeat(64)}`, undefined],
  ["mail..contoso.com", undefined],
  [".contoso.com", undefined],
  ["contoso.com..", undefined],
  ["bücher.example", undefined],
  ["a\u0007.example", undefined],
  ["", undefined],
])("%j is asked for as %j (§4.8)", (text, name) => {
  expect(queryName(text)).toBe(name);
});

test.each([
  ["contoso.com", "contoso.com"],
  ["localhost", undefined],
  ["[192.0.2.1]", undefined],
  ["a[.contoso.com", "a[.contoso.com"],
  ["mail.contoso[", "mail.contoso["],
  [long(254), undefined],
])("a check of %j asks for %j (§4.3)", (text, name) => {
  expect(targetName(text)).toBe(name);
});

test.each([
  ["Contoso.com.", "Contoso.com"],
  ["bücher.example", "xn--bcher-kva.example"],
  ["bücher.example.", "xn--bcher-kva.example"],
  ["a bü.example", "a bü.example"],
])("%j in A-labels is %j (RFC 8616 §4)", (text, name) => {
  expect(inALabels(text)).toBe(name);
});

test("%{p} is the domain itself, else a name below it, else any, else unknown (§7.3)", () => {
  expect(preferredName(["a.example", "x.contoso.com", "Contoso.com"], "contoso.com")).toBe("Contoso.com");
  expect(preferredName(["a.example", "x.contoso.com", "y.contoso.com"], "contoso.com")).toBe("x.contoso.com");
  expect(preferredName(["a.example", "b.example"], "contoso.com")).toBe("a.example");
  expect(preferredName(["acontoso.com"], "contoso.com")).toBe("acontoso.com");
  expect(preferredName([], "contoso.com")).toBe("unknown");
});
