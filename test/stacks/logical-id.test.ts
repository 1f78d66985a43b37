import fc from "fast-check";
import { logicalId } from "../../stacks/logical-id";

/** Components that are hostile on purpose: separators, look-alikes, case, empty, long. */
const hostile = fc.oneof(
  fc.domain(),
  fc.constantFrom(
    "a.bc",
    "ab.c",
    "abc",
    "a-b.com",
    "a.b.com",
    "a_b",
    "a__b",
    "_a",
    "a_",
    "-",
    "",
    "Resource",
    "Spf",
  ),
  fc
    .array(fc.constantFrom("a", "b", ".", "-", "_", "A", "é", "/"), { maxLength: 8 })
    .map((parts) => parts.join("")),
);

describe("Terraform names of constructs", () => {
  test.each([
    [["Spf"], "Spf"],
    [["news", "Spf"], "news__Spf"],
    [["news.eu", "DkimSelector1"], "news_eu__DkimSelector1"],
    [["a-b.com", "Spf"], "a-b_com__Spf"],
    [["Dkim-s1"], "Dkim-s1"],
    [["365.contoso", "Spf"], "_365_contoso__Spf"],
    [["_tls", "Spf"], "_-5f746c73__Spf"],
  ])("%j is %s", (components, name) => {
    expect(logicalId(components)).toBe(name);
  });

  test("two different paths never share a name, whatever they are made of", () => {
    const path = fc.array(hostile, { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(path, path, (left, right) => {
        fc.pre(JSON.stringify(left) !== JSON.stringify(right));
        expect(logicalId(left)).not.toBe(logicalId(right));
      }),
      { numRuns: 5000 },
    );
  });

  test("every name is one that Terraform takes", () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 3 }), (components) => {
        expect(logicalId(components)).toMatch(/^[A-Za-z_][A-Za-z0-9_-]*$/);
      }),
    );
  });
});
