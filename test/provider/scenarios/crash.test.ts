import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Emulator, startEmulator } from "../../../sandbox/microsoft";
import { judgedBy } from "../../support/judges";
import { temporaryFolder } from "../../support/temp";
import { type Ran, startTerraform } from "../plugin/support/terraform-run";
import { flat } from "./scenario";

const { it } = judgedBy("ps");

const CONNECTOR = `resource "m365_inbound_connector" "premises" {
  name                        = "From the premises"
  connector_type              = "OnPremises"
  sender_domains              = ["contoso.com"]
  tls_sender_certificate_name = "mail.contoso.com"
}
`;

// The bundled provider starts several times a test.
jest.setTimeout(90_000);

let emulator: Emulator;
let folder: string;
let environment: Record<string, string>;

beforeAll(() => {
  folder = temporaryFolder();
  const plugins = join(folder, "plugins");
  mkdirSync(plugins);
  const build = join(__dirname, "..", "..", "..", "scripts", "build-provider.mjs");
  execFileSync(process.execPath, [build, join(plugins, "terraform-provider-m365")]);
  writeFileSync(
    join(folder, "terraformrc"),
    `provider_installation {\n  dev_overrides {\n    "cdktf-mail-hygiene/m365" = ${JSON.stringify(plugins)}\n  }\n  direct {}\n}\n`,
  );
  writeFileSync(
    join(folder, "versions.tf"),
    'terraform {\n  required_providers {\n    m365 = { source = "cdktf-mail-hygiene/m365" }\n  }\n}\n',
  );
});

beforeEach(async () => {
  emulator = await startEmulator({ domains: ["contoso.com"] });
  environment = { ...emulator.env, TF_CLI_CONFIG_FILE: join(folder, "terraformrc") };
});

afterEach(() => emulator.close());

const configure = (configuration: string) => writeFileSync(join(folder, "main.tf"), configuration);

async function ok(...args: readonly string[]): Promise<string> {
  const { code, stdout, stderr } = await startTerraform(folder, args, environment).ended;
  if (code !== 0) throw new Error(`terraform ${args.join(" ")}\n${stdout}${stderr}`);
  return flat(stdout);
}

/** Applies, and kills the provider once Exchange has carried the cmdlet out and before it has said so. */
async function crashAt(cmdlet: string): Promise<Ran> {
  emulator.control.slow(1, 3000, { cmdlet });
  const already = emulator.control.count(cmdlet);
  const { process: terraform, ended } = startTerraform(folder, ["apply", "-auto-approve"], environment);
  let running = true;
  void ended.then(() => {
    running = false;
  });
  while (running && emulator.control.count(cmdlet) === already)
    await new Promise((resolve) => setTimeout(resolve, 10));
  for (const pid of childrenOf(terraform.pid)) process.kill(pid, "SIGKILL");
  return ended;
}

function childrenOf(parent: number | undefined): readonly number[] {
  return execFileSync("ps", ["-A", "-o", "pid=,ppid="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, ppid]) => (pid !== undefined && ppid === parent ? [pid] : []));
}

it("after a crash in the middle of an update, the plan reads what Exchange has", async () => {
  configure(CONNECTOR);
  await ok("apply", "-auto-approve");
  configure(CONNECTOR.replace("mail.contoso.com", "mx.contoso.com"));
  const { code } = await crashAt("Set-InboundConnector");
  expect(code).toBe(1);
  expect(await ok("plan")).toContain("No changes. Your infrastructure matches the configuration.");
  expect(emulator.state.inboundConnectors.get("From the premises").TlsSenderCertificateName).toBe(
    "mx.contoso.com",
  );
  await ok("destroy", "-auto-approve");
});

it("after a crash in the middle of a creation, the plan tells of what is there, and import takes it up", async () => {
  configure(CONNECTOR);
  const { code } = await crashAt("New-InboundConnector");
  expect(code).toBe(1);
  const { Guid } = emulator.state.inboundConnectors.get("From the premises");
  const plan = await ok("plan");
  expect(plan).toContain('Exchange has a connector "From the premises" already');
  expect(plan).toContain(String(Guid));
  await ok("import", "m365_inbound_connector.premises", String(Guid));
  expect(await ok("plan")).toContain("No changes.");
  await ok("destroy", "-auto-approve");
});

it("after a crash while keys are made, the next apply takes them up", async () => {
  configure('resource "m365_dkim_signing_config" "contoso" {\n  domain = "contoso.com"\n}\n');
  await crashAt("New-DkimSigningConfig");
  await ok("apply", "-auto-approve");
  expect(emulator.control.count("New-DkimSigningConfig")).toBe(1);
  expect(await ok("plan")).toContain("No changes.");
});
