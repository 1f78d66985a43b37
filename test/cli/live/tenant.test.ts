import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type Cloud, startCloud } from "../../../sandbox/cloud/cloud";
import { filesIn, folderWith, mailHygiene, write } from "../command";

const ESTATE = `version: 1
rules: { packs: [scuba] }
tenants:
  contoso:
    tenantId: 11111111-1111-4111-8111-111111111111
    initialDomain: contoso.onmicrosoft.com
    domainsAddedBefore: 2026-07-01
    exchange: { managed: true, protection: { connectionFilter: { enableSafeList: false } } }
    identity:
      sspr: { group: sg-password-reset, existing: true }
  fabrikam: { initialDomain: fabrikam.onmicrosoft.com }
domains: {}
`;

const PAGE = readFileSync(join(__dirname, "../../../docs/guide/assessment.md"), "utf8");

let cloud: Cloud;
let before: NodeJS.ProcessEnv;
let folder: string;
beforeAll(async () => {
  cloud = await startCloud({
    world: {
      zones: [{ name: "contoso.com", records: [] }],
      tenants: [
        {
          tenantId: "11111111-1111-4111-8111-111111111111",
          initialDomain: "contoso.onmicrosoft.com",
          domains: ["contoso.com"],
          users: ["ann", "ben"].map((name) => ({
            userPrincipalName: `${name}@contoso.com`,
            displayName: name,
          })),
          groups: [{ displayName: "SG-Password-Reset", members: ["ann@contoso.com", "ben@contoso.com"] }],
        },
      ],
    },
  });
  before = { ...process.env };
  Object.assign(process.env, cloud.env, { MAIL_HYGIENE_SANDBOX: "1" });
  folder = folderWith({ "estate.yaml": ESTATE });
});
afterAll(async () => {
  process.env = before;
  await cloud.close();
});

test("a tenant is assessed without an estate, and again from what was kept, with nobody there", async () => {
  const live = await mailHygiene(folder, "audit", "--tenant", "--pack", "scuba", "--evidence", "kept");
  expect([live.code, live.err]).toEqual([1, ""]);
  expect(live.out).toContain(
    "contoso.onmicrosoft.com transport-config TransportConfig: error: the transport settings let mailboxes send by SMTP AUTH",
  );
  expect(live.out).toContain("contoso.com: error: contoso.com has no SPF record");
  expect(live.out).toMatch(/^controls met: scuba \d+ of \d+ \(\d+ %\)$/m);
  // What the guide shows is printed, in its order.
  const [, block = ""] = /^\$ mail-hygiene audit --tenant --pack scuba\n(.*?)^```$/ms.exec(PAGE) ?? [];
  const shown = block.split("\n").filter((line) => !["", "…"].includes(line));
  expect(live.out.split("\n").filter((line) => shown.includes(line))).toEqual(shown);
  expect(shown).toHaveLength(2);
  const kept = filesIn(join(folder, "kept"));
  expect(Object.keys(kept)).toEqual(
    expect.arrayContaining(["dns/records.json", "evidence.json", "exo/Get-TransportConfig.json"]),
  );
  expect(JSON.stringify(kept)).not.toContain(process.env.ARM_CLIENT_SECRET);
  const { ARM_CLIENT_SECRET, M365_DNS_SERVER } = process.env;
  Object.assign(process.env, { ARM_CLIENT_SECRET: "", M365_DNS_SERVER: "127.0.0.1:1" });
  const again = await mailHygiene(folder, "audit", "--tenant", "--pack", "scuba", "--from", "kept");
  Object.assign(process.env, { ARM_CLIENT_SECRET, M365_DNS_SERVER });
  expect(again).toEqual(live);
  expect(await mailHygiene(folder, "audit", "--tenant", "--evidence", "kept")).toMatchObject({
    code: 2,
    err: expect.stringContaining("--evidence kept: there is a folder already"),
  });
});

test.each([
  ["json", (text: string) => JSON.parse(text).some((one: { tenant?: string }) => one.tenant)],
  ["sarif", (text: string) => JSON.parse(text).runs[0].results.length > 10],
  ["junit", (text: string) => text.includes('name="tenant contoso.onmicrosoft.com"')],
  ["html", (text: string) => text.includes("<title>Audit of 2 domains and 1 tenant</title>")],
])("as %s too", async (format, has) => {
  const { out } = await mailHygiene(folder, "audit", "--tenant", "--from", "kept", "-f", format);
  expect(has(out)).toBe(true);
});

describe("verify", () => {
  test("holds the tenant against the estate, and proves what the portal alone switches", async () => {
    const { code, out } = await mailHygiene(folder, "verify", "estate.yaml", "--tenant", "--evidence", "own");
    expect(code).toBe(1);
    expect(out.split("\n").slice(0, 3)).toEqual([
      "contoso  1 ok, 1 drift",
      "  drift  self-service password reset of the group sg-password-reset  estate.yaml:10:7",
      "    Nobody is enabled: 0 of 2 members enabled, 0 registered, 0 able to reset their passwords. Not enabled: ann@contoso.com, ben@contoso.com.",
    ]);
    expect(out).not.toContain("fabrikam  ");
  });

  test("a value that somebody changed is found", async () => {
    const file = "own/exo/Get-HostedConnectionFilterPolicy.json";
    const answer = readFileSync(join(folder, file), "utf8");
    write(folder, file, answer.replace('"EnableSafeList": false', '"EnableSafeList": true'));
    const drifted = await mailHygiene(
      folder,
      "verify",
      "estate.yaml",
      "--tenant",
      "contoso",
      "--from",
      "own",
      "-f",
      "json",
    );
    const { tenants } = JSON.parse(drifted.out);
    expect(tenants[0].things).toContainEqual(
      expect.objectContaining({
        status: "drift",
        what: "the connection filter",
        differences: [{ attribute: "enableSafeList", declared: "false", observed: "true" }],
      }),
    );
    const junit = await mailHygiene(
      folder,
      "verify",
      "estate.yaml",
      "--tenant",
      "--from",
      "own",
      "-f",
      "junit",
    );
    expect(junit.out).toContain("drift: the connection filter: enableSafeList declared false, observed true");
  });

  test("a tenant that cannot be read has nothing of it judged", async () => {
    write(folder, "own/evidence.json", "{}");
    const { code, out, err } = await mailHygiene(
      folder,
      "verify",
      "estate.yaml",
      "--tenant",
      "--from",
      "own",
    );
    expect(code).toBe(3);
    expect(err).toMatch(/^contoso: /);
    expect(out).toContain("  unread  the connection filter: the tenant could not be read");
    expect(out).toMatch(/^not judged: \d+ of the 70 controls of scuba/m);
  });

  test.each([
    [["--evidence", "new"], "--evidence keeps what tenants answer: say --tenant too"],
    [["--from", "kept"], "--from has what tenants answered: say --tenant too"],
    [["--tenant", "wingtiptoys"], "the estate has no such tenant; it has contoso, fabrikam"],
  ])("%j is misuse", async (options, message) => {
    const { code, err } = await mailHygiene(folder, "verify", "estate.yaml", ...options);
    expect([code, err]).toEqual([2, expect.stringContaining(message)]);
  });
});

test.each([
  [["--evidence", "new", "contoso.com"], "--evidence keeps what a tenant answers: say --tenant too"],
  [["--from", "kept", "contoso.com"], "--from has what a tenant answered: say --tenant too"],
  [[], "name at least one domain, a file of domains with --file, or --tenant"],
])("audit %j is misuse", async (options, message) => {
  const { code, err } = await mailHygiene(folder, "audit", ...options);
  expect([code, err]).toEqual([2, expect.stringContaining(message)]);
});
