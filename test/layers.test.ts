import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { temporaryFolder } from "./support/temp";

const ROOT = join(__dirname, "..");

const { forbidden }: { readonly forbidden: readonly { readonly name: string }[] } = require(
  join(ROOT, ".dependency-cruiser.cjs"),
);

/** Files that break one rule each, and what they would do to the real tree. */
const PLANTED: (readonly [rule: string, file: string, source: string])[] = [
  ["lib-knows-only-what-is-below", "lib/a.ts", 'export { zone } from "../constructs/zone";'],
  [
    "lib-knows-only-what-is-below",
    "lib/b.ts",
    'import type { Zone } from "../stacks/stack";\nexport type A = Zone;',
  ],
  ["lib-is-pure", "lib/c.ts", 'export { Token } from "cdktf";'],
  ["lib-is-pure", "lib/d.ts", 'import type { Construct } from "constructs";\nexport type A = Construct;'],
  ["lib-is-pure", "lib/e.ts", 'export { readFileSync } from "node:fs";'],
  ["lib-is-pure", "lib/f.ts", 'export { resolveTxt } from "node:dns/promises";'],
  ["lib-is-pure", "lib/g.ts", 'export const load = () => import("picomatch");'],
  ["constructs-knows-only-what-is-below", "constructs/a.ts", 'export { stack } from "../stacks/stack";'],
  ["constructs-knows-only-what-is-below", "constructs/b.ts", 'export { everything } from "../index";'],
  ["constructs-do-no-io", "constructs/c.ts", 'export { execFileSync } from "node:child_process";'],
  ["stacks-knows-only-what-is-below", "stacks/a.ts", 'export { run } from "../cli/run";'],
  ["index-knows-no-command-line", "index.ts", 'export { run as everything } from "./cli/run";'],
  [
    "deep-imports-of-providers-only",
    "hosts/south/constructs/all/bindings.ts",
    'export { dnsRecord } from "@cdktf/provider-cloudflare";',
  ],
  [
    "deep-imports-of-providers-only",
    "stacks/b.ts",
    'import type { provider } from "@cdktf/provider-azuread";\nexport type A = typeof provider;',
  ],
  [
    "aws-cdk-only-for-those-who-use-it",
    "stacks/f.ts",
    'export const load = () => import("aws-cdk-lib/core");',
  ],
  ["aws-cdk-and-cdktf-apart", "stacks/aws/a.ts", 'export { App } from "cdktf";'],
  ["cdktf-behind-the-gate", "stacks/i.ts", 'export { S3Backend } from "cdktf";'],
  [
    "cdktf-behind-the-gate",
    "constructs/identity/a.ts",
    'export { Group } from "@cdktf/provider-azuread/lib/group";',
  ],
  [
    "cdktf-behind-the-gate",
    "hosts/south/constructs/e.ts",
    'export { DnsRecord } from "@cdktf/provider-cloudflare/lib/dns-record";',
  ],
  ["cdktf-behind-the-gate", "constructs/exchange/a.ts", 'export { signing } from "./m365/signing";'],
  ["deep-imports-of-aws-cdk-only", "stacks/aws/b.ts", 'export { App } from "aws-cdk-lib";'],
  ["provider-knows-only-lib", "provider/a.ts", 'export { stack } from "../stacks/stack";'],
  ["programs-are-no-library", "cli/f.ts", 'export { served } from "../provider/served";'],
  ["programs-are-no-library", "rollout/b.ts", 'export { cloud } from "../sandbox/cloud";'],
  [
    "sandbox-knows-only-lib-and-the-plugin-layer",
    "sandbox/a.ts",
    'export { served } from "../provider/served";',
  ],
  ["sandbox-knows-only-lib-and-the-plugin-layer", "sandbox/b.ts", 'export { run } from "../cli/run";'],
  [
    "sandbox-signs-in-from-its-azuread-only",
    "sandbox/c.ts",
    'export { auth } from "../provider/microsoft-auth/auth";',
  ],
  ["observe-gateway-and-rollout-know-only-lib", "observe/a.ts", 'export { stack } from "../stacks/stack";'],
  ["observe-gateway-and-rollout-know-only-lib", "gateway/a.ts", 'export { stack } from "../stacks/stack";'],
  ["gateway-knows-only-lib", "gateway/b.ts", 'export { spawned } from "../rollout/run";'],
  ["gateway-knows-only-lib", "rollout/c.ts", 'export { passed } from "../gateway/pass";'],
  ["observe-gateway-and-rollout-know-only-lib", "rollout/a.ts", 'export { run } from "../cli/run";'],
  ["stacks-run-and-observe-nothing", "stacks/e.ts", 'export { spawned } from "../rollout/run";'],
  ["plugin-knows-no-microsoft", "provider/plugin/a.ts", 'export { served } from "../served";'],
  ["no-cycles", "stacks/c.ts", 'export { d } from "./d";\nexport const c = 1;'],
  ["no-cycles", "cli/typed-back.ts", 'export type { Back } from "./typed";\nexport type Told = string;'],
  ["no-dev-dependencies", "cli/a.ts", 'export { check } from "fast-check";'],
  ["no-dev-dependencies", "cli/b.ts", 'import type { Config } from "jest";\nexport type A = Config;'],
  ["no-undeclared-packages", "cli/c.ts", 'export { minimatch } from "minimatch";'],
  ["nothing-unshipped-is-needed", "cli/d.ts", 'export { help } from "../test/help";'],
  ["no-unresolvable", "cli/e.ts", 'export { gone } from "./gone";'],
];

/** Each step of the order inside lib/: a file that looks up one step, or across. Types count like values. */
const LIB_STEPS: readonly (readonly [folder: string, above: string])[] = [
  ["dns", "plan"],
  ["plan", "schema"],
  ["schema", "identity"],
  ["dns", "identity"],
  ["exchange", "identity"],
  ["exchange", "estate"],
  ["exchange", "microsoft"],
  ["identity", "estate"],
  ["incident", "identity"],
  ["incident", "estate"],
  ["microsoft", "senders"],
  ["microsoft", "mail"],
  ["senders", "identity"],
  ["senders", "estate"],
  ["estate", "mail"],
  ["estate", "domain"],
  ["mail", "estate"],
  ["tenant-reading", "estate"],
  ["tenant-reading", "posture"],
  ["mail", "domain"],
  ["domain", "declare"],
  ["domain", "message"],
  ["message", "domain"],
  ["declare", "permissions"],
  ["declare", "scripts"],
  ["permissions", "declare"],
  ["scripts", "declare"],
  ["scripts", "posture"],
  ["declare", "posture"],
  ["declare", "world"],
  ["posture", "world"],
  ["posture", "rules"],
  ["world", "posture"],
  ["world", "rules"],
  ["rules", "adopt"],
  ["rules", "review"],
  ["adopt", "review"],
  ["adopt", "report"],
  ["review", "adopt"],
  ["review", "report"],
];

for (const [folder, above] of LIB_STEPS) {
  PLANTED.push([
    `lib-${folder}-knows-only-what-is-below`,
    `lib/${folder}/to-${above}.ts`,
    `import type { Of${above} } from "../${above}/sound";\nexport type Of${folder} = Of${above};`,
  ]);
}
for (const folder of ["dns", "plan", "schema"]) {
  PLANTED.push([
    `lib-${folder}-knows-only-what-is-below`,
    `lib/${folder}/to-hosts.ts`,
    `import type { Host } from "../../hosts/host";\nexport type Of${folder} = Host;`,
  ]);
}
PLANTED.push(
  [
    "lib-active-directory-knows-only-what-is-below",
    "lib/active-directory/to-identity.ts",
    'import type { Ofidentity } from "../identity/sound";\nexport type A = Ofidentity;',
  ],
  [
    "hosts-knows-only-what-is-below",
    "hosts/north/a.ts",
    'import type { Ofestate } from "../../lib/estate/sound";\nexport type A = Ofestate;',
  ],
  ["hosts-knows-only-what-is-below", "hosts/c.ts", 'export { everything } from "../lib/index";'],
  ["hosts-know-nothing-of-each-other", "hosts/north/b.ts", 'export { south } from "../south/south";'],
  [
    "hosts-know-nothing-of-their-list",
    "hosts/north/c.ts",
    'import type { Hosts } from "../index";\nexport type A = Hosts;',
  ],
  ["shared-code-knows-no-host", "lib/declare/south.ts", 'export { south } from "../../hosts/south/south";'],
  ["shared-code-knows-no-host", "stacks/g.ts", 'export { zone } from "../hosts/south/constructs/zone";'],
  [
    "hosts-are-pure-but-for-their-constructs",
    "hosts/north/d.ts",
    'export { zone } from "./constructs/zone";',
  ],
  ["hosts-are-pure-but-for-their-constructs", "hosts/d.ts", 'export { zone } from "../constructs/zone";'],
  ["lib-is-pure", "hosts/north/e.ts", 'export { Token } from "cdktf";'],
  ["lib-knows-only-what-is-below", "lib/rules/h.ts", 'export { zones } from "../../hosts/zones";'],
  [
    "constructs-of-hosts-know-only-what-is-below",
    "hosts/north/constructs/a.ts",
    'import type { Zone } from "../../../stacks/stack";\nexport type A = Zone;',
  ],
  [
    "provider-of-a-host-for-it-alone",
    "cli/h.ts",
    'export const load = () => import("@cdktf/provider-cloudflare/lib/provider");',
  ],
  ["lib-report-knows-only-what-is-below", "lib/report/all.ts", 'export { everything } from "../index";'],
  [
    "lib-vocabulary-knows-no-folder",
    "lib/word.ts",
    'import type { Ofdns } from "./dns/sound";\nexport type A = Ofdns;',
  ],
);

/** What the planted files lean on, and files that look suspicious and break nothing. */
const SOUND: readonly (readonly [file: string, source: string])[] = [
  ...[...new Set(LIB_STEPS.flat())].map((folder): readonly [string, string] => [
    `lib/${folder}/sound.ts`,
    `export type Of${folder} = string;`,
  ]),
  ["lib/report/down.ts", 'import type { Ofreview } from "../review/sound";\nexport type A = Ofreview;'],
  ["lib/review/down.ts", 'import type { Ofdns } from "../dns/sound";\nexport type A = Ofdns;'],
  ["lib/index.ts", 'export const everything = 1;\nexport type { Ofdns } from "./dns/sound";'],
  [
    "lib/pure.ts",
    'import { createHash } from "node:crypto";\nimport { load } from "js-yaml";\nexport { createHash, load };',
  ],
  ["constructs/zone.ts", 'export { createHash as zone } from "../lib/pure";'],
  ["hosts/host.ts", 'import type { Ofplan } from "../lib/plan/sound";\nexport type Host = Ofplan;'],
  [
    "hosts/index.ts",
    'import type { Host } from "./host";\nexport type Hosts = Host;\nexport { south } from "./south/south";',
  ],
  ["hosts/zones.ts", 'export const zones = () => import("./south/constructs/zone.js");'],
  ["hosts/north/constructs/zone.ts", 'export { zone } from "../../../constructs/zone";'],
  ["hosts/south/constructs/zone.ts", 'export { zone } from "../../../constructs/zone";'],
  ["hosts/south/south.ts", 'import { load } from "js-yaml";\nexport const south = load;'],
  ["lib/estate/hosts.ts", 'import type { Hosts } from "../../hosts/index";\nexport type A = Hosts;'],
  [
    "hosts/south/constructs/bindings.ts",
    'export { DnsRecord } from "@cdktf/provider-cloudflare/lib/dns-record";\nexport { App } from "cdktf";',
  ],
  [
    "hosts/south/constructs/typed.ts",
    'import type { DnsRecord } from "@cdktf/provider-cloudflare/lib/dns-record";\nexport type A = DnsRecord;',
  ],
  ["constructs/exchange/m365/signing.ts", 'export { TerraformResource as signing } from "cdktf";'],
  [
    "constructs/exchange/bindings.ts",
    'export { signing } from "./m365/signing";\nexport { App } from "cdktf";',
  ],
  ["stacks/stack.ts", 'export { zone as stack } from "../constructs/zone";\nexport type Zone = string;'],
  ["stacks/d.ts", 'export { c } from "./c";\nexport const d = 1;'],
  [
    "cli/run.ts",
    'import { stack as run } from "../stacks/stack";\nexport { run };\nexport type Told = string;',
  ],
  ["cli/typed.ts", 'export type { Told } from "./typed-back";\nexport type Back = number;'],
  ["stacks/aws/app.ts", 'export { App as newApp } from "aws-cdk-lib/core";'],
  ["aws.ts", 'export { newApp } from "./stacks/aws/app";'],
  ["main.ts", 'export { run } from "./cli/run";'],
  ["provider/served.ts", 'export { createHash as served } from "../lib/pure";'],
  ["provider/plugin/served.ts", 'export { createHash as plugged } from "node:crypto";'],
  ["sandbox/cloud.ts", 'export { plugged as cloud } from "../provider/plugin/served";'],
  ["provider/microsoft-auth/auth.ts", 'export { createHash as auth } from "node:crypto";'],
  ["sandbox/providers/azuread/sign-in.ts", 'export { auth } from "../../../provider/microsoft-auth/auth";'],
  ["gateway/pass.ts", 'export { request as passed } from "node:http";'],
  ["rollout/run.ts", 'export { spawn as spawned } from "node:child_process";'],
  ["observe/look.ts", 'export { resolveTxt } from "node:dns/promises";'],
  ["test/help.ts", 'export { check as help } from "fast-check";'],
];

interface Violation {
  readonly rule: { readonly name: string };
  readonly from: string;
}

/** Runs the project's own rules over a tree, as `npm run layers` does. */
function violations(folder: string): readonly Violation[] {
  const cruiser = join(ROOT, "node_modules/dependency-cruiser/bin/dependency-cruise.mjs");
  const layers = [
    "lib",
    "hosts",
    "constructs",
    "stacks",
    "observe",
    "gateway",
    "rollout",
    "cli",
    "provider",
    "sandbox",
    "main.ts",
    "index.ts",
    "aws.ts",
  ];
  const args = [
    cruiser,
    "--config",
    join(ROOT, ".dependency-cruiser.cjs"),
    "--output-type",
    "json",
    ...layers,
  ];
  const report = execFileSync(process.execPath, args, { cwd: folder, encoding: "utf8", maxBuffer: 1 << 26 });
  return JSON.parse(report).summary.violations;
}

let found: readonly Violation[] = [];

beforeAll(() => {
  const folder = temporaryFolder();
  for (const [file, source] of [...PLANTED.map(([, file, source]) => [file, source] as const), ...SOUND]) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), `${source}\n`);
  }
  for (const file of ["package.json", "tsconfig.json"]) copyFileSync(join(ROOT, file), join(folder, file));
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"));
  found = violations(folder);
});

test.each(PLANTED)("%s refuses %s: %s", (rule, file) => {
  const broken = found.filter(({ from }) => from === file).map((violation) => violation.rule.name);
  expect(broken).toEqual([rule]);
});

test("sound files break no rule", () => {
  const sound = new Set(SOUND.map(([file]) => file));
  // The other halves of the planted cycles.
  sound.delete("stacks/d.ts");
  sound.delete("cli/typed.ts");
  expect(found.filter(({ from }) => sound.has(from))).toEqual([]);
});

test("every rule has a violation planted for it", () => {
  const planted = new Set(PLANTED.map(([rule]) => rule));
  expect([...planted].sort()).toEqual(forbidden.map(({ name }) => name).sort());
});
