import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { mailHygiene } from "../../cli/command";
import { EXAMPLES_FOLDER } from "../../examples/example";
import { temporaryFolder } from "../../support/temp";
import { estateScenario, type Stack } from "./scenario";

const CONNECTOR = "m365_outbound_connector.ToPremises";
const EOP = "woodgrovebank-com.mail.protection.outlook.com";

const folder = temporaryFolder();
const example = readFileSync(join(EXAMPLES_FOLDER, "hybrid/estate.yaml"), "utf8");
const managed = example.replace(
  "    initialDomain: woodgrovebank.onmicrosoft.com\n",
  "    initialDomain: woodgrovebank.onmicrosoft.com\n    exchange: managed\n    domains: managed\n",
);

/** The example on its way, with its Exchange and its domains in Terraform's hands. */
const STEPS = {
  premises: managed.replace("profile: eop-onpremises", "profile: on-premises"),
  outbound: managed.replace(
    "profile: eop-onpremises",
    "profile: eop-onpremises\n    mx: { host: smtphost.woodgrovebank.com }",
  ),
  inbound: managed,
  online: managed
    .replace("profile: eop-onpremises", "profile: exchange-online")
    .replace(/ {4}onPremises:\n(?: {6}.*\n)+/, ""),
};

let hybrid: Awaited<ReturnType<typeof estateScenario>>;
let stack: Stack;

/** The stack as it is at a step; its state is the same. */
async function step(name: keyof typeof STEPS): Promise<void> {
  writeFileSync(join(folder, "estate.yaml"), STEPS[name]);
  const { code, err } = await mailHygiene(folder, "synth", "estate.yaml", "--out", hybrid.out, "--quiet");
  expect([code, err]).toEqual([0, ""]);
}

/** What is said of the plan that was made last, about the mail of the domain. */
async function reviewed(): Promise<readonly string[]> {
  writeFileSync(join(folder, "plan.json"), await stack.ok("show", "-json", "plan.bin"));
  const { out } = await mailHygiene(folder, "review", "plan.json", "--estate", "estate.yaml");
  return out.split("\n").filter((line) => /^ {2}(?:MX|SPF|DKIM|Outbound|Inbound|records)/.test(line));
}

/** Orders trouble at the sandbox. */
async function trouble(method: "POST" | "DELETE", body?: object): Promise<void> {
  const { control } = hybrid.cloud.endpoints;
  const response = await fetch(`${control}/troubles`, {
    method,
    ...(body ? { body: JSON.stringify(body) } : {}),
  });
  expect(response.status).toBe(204);
}

const mx = () => hybrid.records("woodgrovebank.com").filter((record) => record.includes(" MX "));

beforeAll(async () => {
  writeFileSync(join(folder, "estate.yaml"), STEPS.premises);
  hybrid = await estateScenario(join(folder, "estate.yaml"));
  stack = hybrid.stack("woodgrovebank.com");
});

afterAll(() => hybrid.close());

describe("from mail servers on the premises to Exchange Online, with Exchange and domains managed", () => {
  test("as it is: the premises' own records, and a tenant that does not have the domain", async () => {
    await stack.apply();
    expect(mx()).toEqual(["woodgrovebank.com 3600 MX 0 smtphost.woodgrovebank.com"]);
    expect(hybrid.cloud.world().tenants[0]?.domains).toEqual([]);
    expect(await stack.plan()).toEqual({});
  });

  test("outbound: one apply adds the domain, has it verified, and makes connectors and keys that sign", async () => {
    await step("outbound");
    await trouble("POST", [{ kind: "fail", status: 400, cmdlet: "Validate-OutboundConnector", count: 100 }]);
    await stack.ok("init", "-input=false");
    const { code, printed } = await stack.run("apply", "-auto-approve", "-no-color");
    expect([code, printed]).toEqual([1, expect.stringContaining("Error:")]);
    await trouble("DELETE");
    const messages = await stack.apply();
    expect(messages.some((message) => message.startsWith(`${CONNECTOR}: Creation complete`))).toBe(true);
    expect(mx()).toEqual(["woodgrovebank.com 3600 MX 0 smtphost.woodgrovebank.com"]);
    expect(hybrid.records("woodgrovebank.com")).toContainEqual(
      expect.stringMatching(/^woodgrovebank\.com 3600 TXT "MS=ms\d+"$/),
    );
    const [tenant] = hybrid.cloud.world().tenants;
    expect(tenant?.domains).toEqual(["woodgrovebank.com"]);
    expect(tenant?.objects?.dkim).toEqual([
      expect.objectContaining({ Domain: "woodgrovebank.com", Enabled: true }),
    ]);
    expect(await stack.plan()).toEqual({});
  });

  test("inbound: one change of the MX in place, and its review says so", async () => {
    await step("inbound");
    expect(await stack.plan()).toEqual({ "cloudflare_dns_record.Mx": "update" });
    expect(await reviewed()).toEqual([
      "  MX leaves smtphost.woodgrovebank.com for EOP; connector validated (all mail to the domain takes another way)",
      `  MX  smtphost.woodgrovebank.com → ${EOP}`,
    ]);
    await stack.apply();
    expect(mx()).toEqual([`woodgrovebank.com 3600 MX 0 ${EOP}`]);
    expect(await stack.plan()).toEqual({});
  });

  test("mailboxes in Exchange Online: connectors and egress go, the MX stays", async () => {
    await step("online");
    expect(await stack.plan()).toEqual({
      [CONNECTOR]: "delete",
      "cloudflare_dns_record.Autodiscover": "create",
      "cloudflare_dns_record.Spf": "update",
    });
    expect((await reviewed()).filter((line) => line.startsWith("  MX"))).toEqual([]);
    await stack.apply();
    expect(await stack.plan()).toEqual({});
  });

  test("destroyed, zone and connectors are gone; the tenant keeps the domain", async () => {
    expect(await stack.destroy()).toContain("woodgrovebank.com stays in the tenant");
    expect(hybrid.records("woodgrovebank.com")).toEqual([]);
    const [tenant] = hybrid.cloud.world().tenants;
    expect([tenant?.objects?.outboundConnectors, tenant?.domains]).toEqual([[], ["woodgrovebank.com"]]);
  });
});
