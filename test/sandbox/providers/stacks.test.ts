import { readFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "cdktf";
import { estateFilesIn } from "../../../cli/estate-files";
import { declareEstate } from "../../../lib/declare/estate";
import { parseName } from "../../../lib/dns/name";
import { loadEstate } from "../../../lib/estate";
import { unwrap } from "../../../lib/fault";
import type { IdentityOptions } from "../../../lib/identity/options";
import { planIdentity } from "../../../lib/identity/plan";
import { needsOf } from "../../../lib/permissions/needs";
import { worldOf } from "../../../lib/world/from-estate";
import { startCloud } from "../../../sandbox/cloud/cloud";
import { azureadStandIn } from "../../../sandbox/providers/azuread/provider";
import { cloudflareStandIn } from "../../../sandbox/providers/cloudflare/provider";
import { usesIn } from "../../../stacks/resource-uses";
import { synthesize } from "../../../stacks/synthesize";
import { TenantStack } from "../../../stacks/tenant-stack";
import { temporaryFolder } from "../../support/temp";
import { startMicrosoft } from "./support/microsoft-cloud";
import { stackRunner } from "./support/stack-run";

const ROOT = join(__dirname, "../../..");

/** What a stack is made of, so that of many alike one is tried. */
function shapeOf(stack: string): string {
  const { resource = {}, data = {}, import: imports = [] } = JSON.parse(readFileSync(stack, "utf8"));
  return JSON.stringify([Object.keys(resource), Object.keys(data), imports.length > 0]);
}

test.each(["company", "group"])(
  "the domain stacks of examples/%s with exactly the permissions that are printed: applied, and a second plan is empty",
  async (example) => {
    const loaded = loadEstate(
      `examples/${example}/estate.yaml`,
      estateFilesIn(ROOT, `examples/${example}/estate.yaml`),
    );
    if (!loaded.ok) throw new Error("the example is wrong");
    const declared = declareEstate(loaded.estate);
    if (!declared.ok) throw new Error("the example is wrong");
    const out = temporaryFolder();
    const { written } = { written: [], ...(await synthesize({ estate: loaded.estate, out })) };
    const world = worldOf(loaded.estate, declared);
    const permissions = needsOf(
      written.flatMap((name) =>
        usesIn(name, JSON.parse(readFileSync(join(out, "stacks", name, "cdk.tf.json"), "utf8"))),
      ),
    ).flatMap(({ api, right }) => (api === "cloudflare" ? [right] : []));
    expect(permissions.length).toBeGreaterThan(0);
    const accounts = world.zones.flatMap(({ accountId }) => accountId ?? []);
    const cloud = await startCloud({
      world: { ...world, credentials: [{ accounts, tenants: [], permissions }] },
    });
    const runner = await stackRunner({
      "registry.terraform.io/cloudflare/cloudflare": cloudflareStandIn({ env: cloud.env }),
    });
    const folders = written.map((name) => join(out, "stacks", name));
    const shapes = new Map(folders.map((folder) => [shapeOf(join(folder, "cdk.tf.json")), folder]));
    expect(shapes.size).toBeGreaterThan(2);
    try {
      for (const folder of shapes.values()) {
        await runner.run(folder, "apply", "-auto-approve");
        expect(await runner.run(folder, "plan", "-detailed-exitcode")).toContain("No changes.");
      }
    } finally {
      runner.close();
      await cloud.close();
    }
  },
);

/** What `mail-hygiene permissions` prints of Graph for a stack. */
function rightsOf(folder: string): readonly string[] {
  const uses = usesIn("tenant-contoso", JSON.parse(readFileSync(join(folder, "cdk.tf.json"), "utf8")));
  return needsOf(uses).map(({ right }) => right);
}

/** All that a tenant can declare. */
const IDENTITY: IdentityOptions = {
  strengths: { keys: { description: "Passkeys", combinations: ["fido2"] } },
  breakGlass: {
    group: "sg-break-glass",
    users: ["bg1@contoso.onmicrosoft.com", "bg2@contoso.onmicrosoft.com"],
  },
  sspr: {
    group: "SSPRSecurityGroupUsers",
    users: ["alex@contoso.com"],
    owners: ["bg1@contoso.onmicrosoft.com"],
  },
  mfa: {
    baseline: "microsoft",
    licence: "p2",
    policies: {
      "block-legacy-authentication": { state: "on", exclude: { groups: ["sg-scanners"] } },
      "secure-security-info-registration": { excludeLocations: ["head-office"] },
      "keys-for-readers": { include: { roles: ["Global Reader"] }, grant: { strength: "keys" } },
      "risky-workloads": {
        workloads: { include: "all" },
        workloadRisk: ["high"],
        excludeLocations: ["mfa-trusted-ips"],
        grant: "block",
      },
      "guests-often": {
        include: { guests: ["b2bCollaborationGuest", "internalGuest"], roles: ["Global Reader"] },
        excludeLocations: "all-trusted",
        platforms: { include: "all", exclude: ["iOS"] },
        deviceFilter: { mode: "exclude", rule: "device.isCompliant -eq True" },
        grant: { operator: "and", controls: ["compliantDevice"], strength: "phishing-resistant" },
        session: { signInFrequency: { hours: 8 }, persistentBrowser: "never" },
      },
      "far-away": {
        include: { users: ["alex@contoso.com"] },
        includeLocations: ["elsewhere"],
        grant: "block",
      },
      "every-time": {
        include: "all",
        applications: ["Office365"],
        session: { signInFrequency: "everyTime" },
      },
    },
  },
  namedLocations: {
    "head-office": { ip: ["192.0.2.0/24", "2001:db8::/48"], trusted: true },
    elsewhere: { countries: ["KP", "RU"] },
  },
};

test("a tenant's stack with exactly the permissions that are printed: applied, a second plan empty, and a dynamic group for its static one", async () => {
  const stackOf = (identity: IdentityOptions): string => {
    const outdir = temporaryFolder();
    const app = new App({ outdir, stackTraces: false });
    const initialDomain = unwrap("domain", parseName("contoso.onmicrosoft.com"));
    new TenantStack(app, "contoso", { plan: unwrap("identity", planIdentity(identity, { initialDomain })) });
    app.synth();
    return join(outdir, "stacks", "tenant-contoso");
  };
  const folder = stackOf(IDENTITY);
  const cloud = await startMicrosoft([
    {
      tenantId: "11111111-aaaa-4bbb-8ccc-000000000001",
      initialDomain: "contoso.onmicrosoft.com",
      domains: ["contoso.com"],
      users: ["bg1@contoso.onmicrosoft.com", "bg2@contoso.onmicrosoft.com", "alex@contoso.com"].map(
        (userPrincipalName) => ({ userPrincipalName }),
      ),
      groups: [{ displayName: "sg-scanners" }],
      permissions: rightsOf(folder),
    },
  ]);
  const runner = await stackRunner({
    "registry.terraform.io/hashicorp/azuread": azureadStandIn({ env: cloud.env }),
  });
  try {
    expect(await runner.run(folder, "apply", "-auto-approve")).toContain("22 added");
    expect(await runner.run(folder, "plan", "-detailed-exitcode")).toContain("No changes.");
    const dynamic = stackOf({ sspr: { group: "sspr-dynamic", rule: 'user.department -eq "Sales"' } });
    expect(await runner.run(dynamic, "apply", "-auto-approve")).toContain("1 added");
    expect(await runner.run(dynamic, "plan", "-detailed-exitcode")).toContain("No changes.");
  } finally {
    runner.close();
    await cloud.close();
  }
});
