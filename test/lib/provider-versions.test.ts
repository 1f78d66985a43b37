import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { formatFault } from "../../lib/fault";
import {
  compareVersions,
  lowestVersion,
  meets,
  PROVIDERS,
  type ProviderName,
  type ProviderRange,
  versionConstraint,
} from "../../lib/provider-versions";
import { providerMirror } from "../support/provider-mirror";
import { temporaryFolder } from "../support/temp";

function read(text: string, name: ProviderName = "cloudflare"): string {
  const result = versionConstraint(name, text);
  return result.ok ? result.value : result.faults.map(formatFault).join("\n");
}

test.each([
  ["cloudflare", ">= 5.14.0, < 6.0.0"],
  ["azuread", ">= 3.7.0, < 4.0.0"],
  ["azurerm", ">= 4.55.0, < 5.0.0"],
] as const)("of %s all versions are allowed that stacks are made for", (name, range) => {
  expect(versionConstraint(name)).toEqual({ ok: true, value: range });
  expect(read(range, name)).toBe(range);
  expect(PROVIDERS[name].tried.every((version) => meets(version, range))).toBe(true);
});

test("the guide tells the ranges, and which versions were run", () => {
  const guide = readFileSync(join(__dirname, "../../docs/guide/provider-versions.md"), "utf8");
  for (const { source, from, below, tried } of Object.values<ProviderRange>(PROVIDERS)) {
    const versions = tried.length > 0 ? tried.join(", ") : "none";
    expect(guide).toContain(`| \`${source}\` | \`>= ${from}, < ${below}\` | ${versions} |`);
  }
});

test.each([
  ["~> 5.20", "~> 5.20"],
  ["~>5.20.1", "~> 5.20.1"],
  [" = 5.20.0 ", "5.20.0"],
  ["5.20", "5.20"],
  [">=5.14,<6", ">= 5.14, < 6"],
  ["> 5.14.0, <= 5.99.0, != 5.15.0", "> 5.14.0, <= 5.99.0, != 5.15.0"],
  [">= 5.14.0, >= 5.16.0, ~> 5.15", ">= 5.14.0, >= 5.16.0, ~> 5.15"],
])("%s is a constraint", (text, written) => {
  expect(read(text)).toBe(written);
});

const FORM = '; expected one such as "~> 5.14", "5.14.0" or ">= 5.14.0, < 6.0.0"';
test.each([
  ["", `no constraint of Terraform's for released versions, got ""${FORM}`],
  ["latest", `no constraint of Terraform's for released versions, got "latest"${FORM}`],
  ["v5.20.0", `no constraint of Terraform's for released versions, got "v5.20.0"${FORM}`],
  ["^5.20.0", `no constraint of Terraform's for released versions, got "^5.20.0"${FORM}`],
  [">= 5.20 < 6", `no constraint of Terraform's for released versions, got ">= 5.20 < 6"${FORM}`],
  ["5.23.0-beta.1", `no constraint of Terraform's for released versions, got "5.23.0-beta.1"${FORM}`],
  [
    '5.20.0"}${file("/etc/passwd")}',
    `no constraint of Terraform's for released versions, got "5.20.0\\"}\${file(\\"/etc/passwd\\")}"${FORM}`,
  ],
  ["~> 5.20, < 5.20", 'no version can meet all of it, got "~> 5.20, < 5.20"'],
  ["5.20.0, != 5.20.0", 'no version can meet all of it, got "5.20.0, != 5.20.0"'],
  [
    ">= 5.20",
    'allows versions of cloudflare/cloudflare that stacks are not made for, got ">= 5.20"; expected versions within >= 5.14.0, < 6.0.0; write ">= 5.20, < 6.0.0"',
  ],
  [
    "!= 5.22.0",
    'allows versions of cloudflare/cloudflare that stacks are not made for, got "!= 5.22.0"; expected versions within >= 5.14.0, < 6.0.0; write "!= 5.22.0, >= 5.14.0, < 6.0.0"',
  ],
  [
    "~> 5.13",
    'allows versions of cloudflare/cloudflare that stacks are not made for, got "~> 5.13"; expected versions within >= 5.14.0, < 6.0.0; write "~> 5.13, >= 5.14.0"',
  ],
  [
    "~> 4.52",
    'allows versions of cloudflare/cloudflare that stacks are not made for, got "~> 4.52"; expected versions within >= 5.14.0, < 6.0.0',
  ],
  [
    "6.0.0",
    'allows versions of cloudflare/cloudflare that stacks are not made for, got "6.0.0"; expected versions within >= 5.14.0, < 6.0.0',
  ],
])("%j is refused with one fault", (text, words) => {
  expect(read(text)).toBe(words);
});

test.each([
  [">= 5.14.0, < 6.0.0", "5.14.0"],
  ["~> 5.20", "5.20.0"],
  ["> 5.20.0, != 5.20.1", "5.20.2"],
  ["< 5.20", "0.0.0"],
  ["> 5.20, < 5.20.1", undefined],
  ["latest", undefined],
])("the lowest version of %s is %s", (constraint, version) => {
  expect(lowestVersion(constraint)).toBe(version);
});

test("what is in no form that is read here is not judged", () => {
  expect([meets("5.23.0-beta.1", "~> 5.20"), meets("5.20.0", "~> 5.20.0-beta")]).toEqual([
    undefined,
    undefined,
  ]);
  expect([meets("5.20.0", "~> 5.20"), meets("5.19.9", "~> 5.20")]).toEqual([true, false]);
});

test("the newest version that a constraint allows is the one that terraform init takes", () => {
  const part = fc.integer({ min: 0, max: 3 });
  const some = (least: number) =>
    fc
      .tuple(fc.integer({ min: 4, max: 6 }), part, part, fc.integer({ min: least, max: 3 }))
      .map(([major, minor, patch, parts]) => [major, minor, patch].slice(0, parts).join("."));
  const term = fc
    .tuple(fc.constantFrom("", "= ", "!= ", ">= ", "<=", "<", "> ", "~> "), some(1))
    .map((pair) => pair.join(""));
  const constraints = fc.array(term, { minLength: 1, maxLength: 3 }).map((terms) => terms.join(", "));
  const versions = fc
    .sample(some(3), { numRuns: 40, seed: 1 })
    .filter((one, index, all) => all.indexOf(one) === index);
  const env = { ...process.env, ...providerMirror({ "cloudflare/cloudflare": versions }) };
  const newestFirst = [...versions].sort(compareVersions).reverse();
  fc.assert(
    fc.property(constraints, (version) => {
      const cwd = temporaryFolder();
      const required_providers = { cloudflare: { source: "cloudflare/cloudflare", version } };
      writeFileSync(join(cwd, "main.tf.json"), JSON.stringify({ terraform: { required_providers } }));
      const { stdout } = spawnSync("terraform", ["init", "-no-color"], { cwd, env, encoding: "utf8" });
      const [, installed] = /Installed cloudflare\/cloudflare v(\S+)/.exec(stdout) ?? [];
      expect([version, installed]).toEqual([version, newestFirst.find((one) => meets(one, version))]);
    }),
    { numRuns: 40 },
  );
});
