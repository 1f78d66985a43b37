import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { mailHygiene } from "../../cli/command";
import { temporaryFolder } from "../../support/temp";
import { estateScenario, Stack } from "./scenario";

const ESTATE = `version: 1
defaults: { profile: parked }
domains:
  contoso.com:
    zone: { cloudflare: { accountId: 0123456789abcdef0123456789abcdef, create: { dnssec: true } } }
  news.contoso.com: {}
  shop.contoso.com: { zone: { cloudflare: { zoneName: contoso.com } } }
`;

const project = temporaryFolder();
const file = join(project, "estate.yaml");
const environment = { ...process.env };
let clouds: Awaited<ReturnType<typeof estateScenario>>;

beforeAll(async () => {
  writeFileSync(file, ESTATE);
  clouds = await estateScenario(file);
  process.env = { ...clouds.env };
});

afterAll(async () => {
  process.env = environment;
  await clouds.close();
});

/** What a stack of the roll-out puts out. */
async function outputs(stack: string): Promise<Readonly<Record<string, { readonly value: unknown }>>> {
  const folder = join(clouds.env.MAIL_HYGIENE_SANDBOX ?? "", project, "cdktf.out", "stacks", stack);
  return JSON.parse(await new Stack(folder, clouds.env).ok("output", "-json"));
}

test("stacks in a zone that another creates come after it, and its name servers and DS record are put out", async () => {
  const deployed = await mailHygiene(project, "deploy", "estate.yaml", "--yes");
  expect([deployed.code, deployed.out.split("\n").at(-2)]).toEqual([0, "3 stacks: 3 applied"]);
  expect(await outputs("contoso.com")).toEqual({
    NameServers: expect.objectContaining({ value: [expect.any(String), expect.any(String)] }),
    Ds: expect.objectContaining({ value: expect.stringMatching(/\bDS\b|^\d+ /) }),
  });
  expect(await outputs("shop.contoso.com")).toEqual({});
  const second = await mailHygiene(project, "plan", "estate.yaml", "--detailed-exitcode");
  expect([second.code, second.out]).toEqual([0, "0 stacks of 3: no changes\n3 stacks: 3 unchanged\n"]);
}, 120_000);

test("a destroy takes no record before it is settled that the zone stays, and then all of them", async () => {
  const refused = await mailHygiene(project, "destroy", "estate.yaml", "--yes");
  expect(refused.code).toBe(1);
  expect(refused.err).toContain("  contoso.com: cloudflare_zone.Zone (contoso.com)\n");
  expect(clouds.records("contoso.com")).toHaveLength(9);
  const settled = await mailHygiene(project, "destroy", "estate.yaml", "--yes", "--keep-protected");
  expect([settled.code, settled.out]).toEqual([
    0,
    expect.stringContaining(
      "Other resources: 1 cloudflare_zone no longer managed, 1 cloudflare_zone_dnssec no longer managed\n",
    ),
  ]);
  expect(clouds.cloud.world().zones.map(({ name, records = [] }) => [name, records])).toEqual([
    ["contoso.com", []],
  ]);
  const second = await mailHygiene(project, "destroy", "estate.yaml", "--yes");
  expect([second.code, second.out]).toEqual([0, "3 stacks: 3 unchanged\n"]);
}, 120_000);
