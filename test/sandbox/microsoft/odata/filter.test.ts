import fc from "fast-check";
import { parseFilter } from "../../../../sandbox/microsoft/odata/filter";
import { matches } from "../../../../sandbox/microsoft/odata/matches";

const anna = {
  id: "0f4d9aa1-33f0-4f0e-9a71-9f2a0c6c1a01",
  displayName: "Anna O'Neil",
  accountEnabled: true,
  mail: null,
  count: 3,
  createdDateTime: "2026-11-01T08:00:00Z",
  groupTypes: ["Unified", "DynamicMembership"],
  employeeOrgData: { division: "Sales" },
  identities: [{ issuer: "contoso.com" }],
};

test.each([
  ["displayName eq 'Anna O''Neil'", true],
  ["displayName eq 'ANNA O''NEIL'", true],
  ["displayName eq 'Anna'", false],
  ["startswith(displayName,'anna')", true],
  ["startsWith(displayName, 'anna') eq true", true],
  ["endswith(displayName, 'neil')", true],
  ["contains(displayName,'a o')", true],
  ["accountEnabled eq true and count gt 2", true],
  ["count ge 3 and count le 3 and not (count lt 3)", true],
  ["accountEnabled eq false or mail eq null", true],
  ["mail ne null", false],
  ["mail gt 'a'", false],
  ["id in ('x', '0f4d9aa1-33f0-4f0e-9a71-9f2a0c6c1a01')", true],
  ["id eq 0F4D9AA1-33f0-4f0e-9a71-9f2a0c6c1a01", true],
  ["createdDateTime ge 2026-11-01T00:00:00Z", true],
  ["groupTypes/any(t:t eq 'unified')", true],
  ["not groupTypes/any(t: t eq 'Unified')", false],
  ["groupTypes/any()", true],
  ["identities/any(i:i/issuer eq 'contoso.com')", true],
  ["employeeOrgData/division eq 'sales'", true],
  ["nothing eq null", true],
])("%s: %s", (filter, fits) => {
  expect(matches(parseFilter(filter), anna)).toBe(fits);
});

test("`and` binds more than `or`", () => {
  expect(parseFilter("a eq 1 or b eq 2 and c eq 3")).toMatchObject({ kind: "or", right: { kind: "and" } });
  expect(parseFilter("(a eq 1 or b eq 2) and c eq 3")).toMatchObject({ kind: "and", left: { kind: "or" } });
});

test.each([
  "",
  "displayName",
  "displayName eq",
  "displayName like 'x'",
  "displayName eq 'x",
  "(a eq 1",
  "a eq 1 b",
  "any(x:x eq 1)",
])("%j is no filter", (text) => {
  expect(() => parseFilter(text)).toThrow(/^Invalid filter clause: /);
});

test("a text of any characters is found by the filter that names it, and by no other", () => {
  const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;
  fc.assert(
    fc.property(fc.string(), fc.string(), (text, other) => {
      expect(matches(parseFilter(`a eq ${quoted(text)}`), { a: text })).toBe(true);
      const same = text.toLowerCase() === other.toLowerCase();
      expect(matches(parseFilter(`a eq ${quoted(other)}`), { a: text })).toBe(same);
      expect(matches(parseFilter(`startswith(a, ${quoted(text)})`), { a: text + other })).toBe(
        (text + other).toLowerCase().startsWith(text.toLowerCase()),
      );
    }),
  );
});

test("a filter and its negation part every collection", () => {
  const filters = fc.constantFrom(
    "a eq 1",
    "a gt 1 and a lt 5",
    "a in (1, 2)",
    "a eq 1 or a eq 4",
    "a eq null",
  );
  fc.assert(
    fc.property(filters, fc.option(fc.integer({ min: 0, max: 6 })), (filter, a) => {
      expect(matches(parseFilter(`not (${filter})`), { a })).toBe(!matches(parseFilter(filter), { a }));
    }),
  );
});
