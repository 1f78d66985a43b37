import { loadEstate } from "../../../lib/estate/load";
import { readTree } from "../../../lib/estate/tree";

/* Files that are made to keep a reader busy. */

const files = (texts: Readonly<Record<string, string>>) => ({
  read: (path: string) => texts[path] ?? "",
  glob: () => Object.keys(texts).filter((path) => path !== "e.yaml"),
});

test("a file of more values than any estate has is refused before any of them is made", () => {
  const text = `version: 1\ndomains: [${"[],".repeat(1_100_000)}]\n`;
  const { root, broken, problems } = readTree("e.yaml", files({ "e.yaml": text }));
  expect([root, broken]).toEqual([undefined, true]);
  expect(problems).toEqual([
    {
      file: "e.yaml",
      line: 1,
      column: 1,
      path: [],
      message: "more values and keys than are read",
      received: "1100005",
      expected: "1000000 at most in all files together",
    },
  ]);
});

test("many files are told once that they are too much together", () => {
  const part = `[${"[],".repeat(300_000)}]`;
  const texts = Object.fromEntries(["a", "b", "c", "d", "f", "g"].map((name) => [`${name}.yaml`, part]));
  const { problems } = readTree("e.yaml", files({ "e.yaml": "domains: !include '*'\n", ...texts }));
  expect(problems.map(({ file, received }) => [file, received])).toEqual([
    ["d.yaml", "300001, after 900006 in other files"],
  ]);
});

test("hundreds of tenants, and as many slips in their names, are told in few words", () => {
  const many = (count: number, line: (place: number) => string) =>
    Array.from({ length: count }, (_, place) => line(place)).join("");
  const tenants = many(500, (place) => `  t${place}: { initialDomain: t${place}.onmicrosoft.com }\n`);
  const domains = many(
    100,
    (place) =>
      `  d${place}.example: { profile: receive-only, tenant: z${place}, zone: { cloudflare: {} } }\n`,
  );
  const loaded = loadEstate(
    "e.yaml",
    files({ "e.yaml": `version: 1\ntenants:\n${tenants}domains:\n${domains}` }),
  );
  const told = loaded.ok
    ? []
    : loaded.problems.filter(({ message }) => message === "no tenant has this name");
  expect(told).toHaveLength(100);
  expect(Math.max(...told.map(({ expected = "" }) => expected.length))).toBeLessThan(200);
  expect(told[0]?.expected).toMatch(/^t0 \| t1 \| .* \| … \(480 more\)$/);
});
