import { execFileSync } from "node:child_process";
import { symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { temporaryFolder } from "../support/temp";
import { installInto, manifest, pack, ROOT } from "./packed";

const ESTATE = `version: 1
domains:
  contoso.com:
    tenant: contoso
    zone: { cloudflare: { zoneId: 023e105f4ecef8ad9ca31a8372d0c353 } }
    profile: exchange-online
tenants:
  contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2026-07-01 }
`;

const PROGRAM = `
import { App } from "cdktf";
import { CloudflareZone, MailDomain, type MailDomainProps, MailStack } from "cdktf-mail-hygiene";
import { defineEstate, formatSpf, parseName, parseSpf } from "cdktf-mail-hygiene/lib";

const stack = new MailStack(new App(), "contoso.com");
const zone = CloudflareZone.fromZoneId(stack, "Zone", {
  zoneName: "contoso.com",
  zoneId: "023e105f4ecef8ad9ca31a8372d0c353",
});
const props: MailDomainProps = {
  zone,
  domain: "contoso.com",
  profile: "exchange-online",
  tenant: { initialDomain: "contoso.onmicrosoft.com", domainsAddedBefore: "2026-07-01" },
};
new MailDomain(stack, "Mail", props);
export const mx = stack.toTerraform();
export const parsed = [parseName("contoso.com"), parseSpf("v=spf1 -all"), formatSpf, defineEstate];
`;

/** A mistake that only types which are really there can find. */
const MISTAKEN = PROGRAM.replace('profile: "exchange-online"', 'profile: "exchange-offline"');

/** What TypeScript finds in the files, and in the package's own declarations. */
function faults(
  folder: string,
  files: readonly string[],
  resolution: "node16" | "bundler",
): readonly string[] {
  const options: ts.CompilerOptions = {
    ...(resolution === "node16"
      ? { module: ts.ModuleKind.Node16, moduleResolution: ts.ModuleResolutionKind.Node16 }
      : { module: ts.ModuleKind.ES2022, moduleResolution: ts.ModuleResolutionKind.Bundler }),
    target: ts.ScriptTarget.ES2022,
    strict: true,
    noEmit: true,
    types: [],
  };
  const program = ts.createProgram(
    files.map((file) => join(folder, file)),
    options,
  );
  return program
    .getSourceFiles()
    .filter(({ fileName }) => fileName.startsWith(folder))
    .flatMap((file) => [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)])
    .map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, "\n"));
}

jest.setTimeout(120_000);

let consumer = "";

function node(...args: readonly string[]): string {
  return execFileSync(process.execPath, args, { cwd: consumer, encoding: "utf8", stdio: "pipe" });
}

beforeAll(() => {
  consumer = temporaryFolder();
  installInto(consumer, pack(temporaryFolder()));
  writeFileSync(join(consumer, "estate.yaml"), ESTATE);
  for (const extension of ["ts", "mts", "cts"])
    writeFileSync(join(consumer, `program.${extension}`), PROGRAM);
  writeFileSync(join(consumer, "mistaken.ts"), MISTAKEN);
});

test.each(["node16", "bundler"] as const)("its types are found by moduleResolution %s", (resolution) => {
  expect(faults(consumer, ["program.ts", "program.mts", "program.cts"], resolution)).toEqual([]);
  expect(faults(consumer, ["mistaken.ts"], resolution)).toEqual([
    expect.stringContaining(`Type '"exchange-offline"' is not assignable to type`),
  ]);
});

test.each([
  ["program.cjs", ts.ModuleKind.CommonJS],
  ["program.mjs", ts.ModuleKind.ES2022],
])("%s makes constructs with it", (file, module) => {
  const { outputText } = ts.transpileModule(`${PROGRAM}\nconsole.log(JSON.stringify(mx));`, {
    compilerOptions: { module, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
  });
  writeFileSync(join(consumer, file), outputText);
  const { resource } = JSON.parse(node(file));
  expect(resource.cloudflare_dns_record.Mx.content).toBe("contoso-com.mail.protection.outlook.com");
});

test("what is not exported is out of reach", () => {
  const reach = 'try { require("cdktf-mail-hygiene/dist/lib/fault") } catch ({ code }) { console.log(code) }';
  expect(node("-e", reach)).toBe("ERR_PACKAGE_PATH_NOT_EXPORTED\n");
});

test("editors find the schema of the estate file", () => {
  const title = 'console.log(require("cdktf-mail-hygiene/schema/estate.schema.json").title)';
  expect(node("-e", title)).toBe("Estate of cdktf-mail-hygiene\n");
});

test("npx runs the command", () => {
  const npx = (...args: readonly string[]): string =>
    execFileSync("npx", ["--no-install", "mail-hygiene", ...args], {
      cwd: consumer,
      encoding: "utf8",
      stdio: "pipe",
    });
  expect(npx("--help")).toMatch(/^Usage: mail-hygiene /);
  expect(npx("--version")).toBe(`${manifest.version}\n`);
  expect(npx("synth", "estate.yaml", "--out", "out")).toBe("1 stack written to out\n");
});

test("domains at Route 53 want aws-cdk-lib, which the package does not bring along", () => {
  const estate = "version: 1\ndomains: { contoso.com: { profile: parked, zone: { route53: {} } } }\n";
  writeFileSync(join(consumer, "hosted.yaml"), estate);
  const cli = join("node_modules", "cdktf-mail-hygiene", "dist", "cli", "main.js");
  const synth = () => node(cli, "synth", "hosted.yaml", "--out", "hosted.out");
  expect(synth).toThrow(
    "mail-hygiene: domains at Route 53 need the package aws-cdk-lib, which is not installed: npm install aws-cdk-lib@2.276.0",
  );
  symlinkSync(join(ROOT, "node_modules", "aws-cdk-lib"), join(consumer, "node_modules", "aws-cdk-lib"));
  expect(synth()).toContain("1 stack written to hosted.out\n1 of them for the AWS CDK:");
  const program = 'console.log(typeof require("cdktf-mail-hygiene/aws").Route53Zone.create)';
  expect(node("-e", program)).toBe("function\n");
});

test("the cdktf app of the package synthesizes an estate", () => {
  const app = join("node_modules", "cdktf-mail-hygiene", "dist", "main.js");
  execFileSync(process.execPath, [app], {
    cwd: consumer,
    env: { ...process.env, ESTATE: "estate.yaml", CDKTF_OUTDIR: "app.out" },
  });
  const { stacks } = JSON.parse(node("-p", 'JSON.stringify(require("./app.out/manifest.json"))'));
  expect(Object.keys(stacks)).toEqual(["contoso.com"]);
});
