import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { EXAMPLES_FOLDER } from "../../examples/example";
import { temporaryFolder } from "../../support/temp";
import { estateScenario, type Stack } from "./scenario";

const CONNECTOR = "m365_outbound_connector.ToPremises";

let hybrid: Awaited<ReturnType<typeof estateScenario>>;
let stack: Stack;

/** The example with its Exchange in Terraform's hands. */
function managedEstate(): string {
  const text = readFileSync(join(EXAMPLES_FOLDER, "hybrid/estate.yaml"), "utf8");
  const file = join(temporaryFolder(), "estate.yaml");
  const line = "    initialDomain: woodgrovebank.onmicrosoft.com\n";
  writeFileSync(file, text.replace(line, `${line}    exchange: managed\n`));
  return file;
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

beforeAll(async () => {
  hybrid = await estateScenario(managedEstate());
  stack = hybrid.stack("woodgrovebank.com");
});

afterAll(() => hybrid.close());

describe("hybrid, with Exchange managed", () => {
  test("no MX is published while Exchange cannot validate the connector", async () => {
    await trouble("POST", [{ kind: "fail", status: 400, cmdlet: "Validate-OutboundConnector", count: 100 }]);
    await stack.ok("init", "-input=false");
    const { code, printed } = await stack.run("apply", "-auto-approve", "-no-color");
    expect([code, printed]).toEqual([1, expect.stringContaining("Error:")]);
    const records = hybrid.records("woodgrovebank.com");
    expect(records).toContain("smtphost.woodgrovebank.com 3600 A 203.0.113.25");
    expect(records.filter((record) => record.includes(" MX "))).toEqual([]);
    await trouble("DELETE");
  });

  test("one more apply makes connector, MX, DKIM records and signing, in that order", async () => {
    const messages = await stack.apply();
    const at = (start: string) => messages.findIndex((message) => message.startsWith(start));
    expect(at(`${CONNECTOR}: Creation complete`)).toBeGreaterThanOrEqual(0);
    expect(at("cloudflare_dns_record.Mx: Creating")).toBeGreaterThan(at(`${CONNECTOR}: Creation complete`));
    expect(hybrid.records("woodgrovebank.com")).toContain(
      "woodgrovebank.com 3600 MX 0 woodgrovebank-com.mail.protection.outlook.com",
    );
    const [tenant] = hybrid.cloud.world().tenants;
    expect(tenant?.objects?.dkim).toEqual([
      expect.objectContaining({ Domain: "woodgrovebank.com", Enabled: true }),
    ]);
    expect(await stack.plan()).toEqual({});
  });

  test("destroyed, zone and connectors are gone", async () => {
    await stack.destroy();
    expect(hybrid.records("woodgrovebank.com")).toEqual([]);
    expect(hybrid.cloud.world().tenants[0]?.objects?.outboundConnectors).toEqual([]);
  });
});
