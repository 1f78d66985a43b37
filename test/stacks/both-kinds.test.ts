import { existsSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { synthesize } from "../../stacks/synthesize";
import { filesIn } from "../cli/command";
import { estateOf } from "../lib/estate/memory-files";
import { temporaryFolder } from "../support/temp";

const TOOL = "the build of these tests";

const CLOUDFLARE = "cloudflare: {}";
const ROUTE53 = "route53: { hostedZoneId: Z0423512YUPB93QHZ0IX }";

/** Parked domains by name, each at a host. */
function estate(hosts: Readonly<Record<string, string>>) {
  const domains = Object.entries(hosts).map(
    ([name, zone]) => `  ${name}: { profile: parked, zone: { ${zone} } }\n`,
  );
  return estateOf(`version: 1\ndomains:\n${domains.join("")}`);
}

async function synth(out: string, hosts: Readonly<Record<string, string>>, only?: string) {
  const result = await synthesize({
    estate: estate(hosts),
    out,
    tool: TOOL,
    ...(only === undefined ? {} : { only: new Set([only]) }),
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}

async function cold(hosts: Readonly<Record<string, string>>) {
  const out = temporaryFolder();
  await synth(out, hosts);
  return filesIn(out);
}

const BOTH = { "contoso.com": ROUTE53, "contoso.net": CLOUDFLARE, "contoso.org": ROUTE53 };

describe("an estate with domains at both hosts", () => {
  test("is written once, and left alone as long as nothing changes", async () => {
    const out = temporaryFolder();
    expect(await synth(out, BOTH)).toMatchObject({ written: ["contoso.com", "contoso.net", "contoso.org"] });
    expect(Object.keys(filesIn(out))).toEqual([
      "aws/contoso.com.assets.json",
      "aws/contoso.com.template.json",
      "aws/contoso.org.assets.json",
      "aws/contoso.org.template.json",
      "aws/manifest.json",
      "mail-hygiene.cache.json",
      "manifest.json",
      "stacks/contoso.net/cdk.tf.json",
    ]);
    expect(await synth(out, BOTH)).toMatchObject({ written: [], removed: [] });
  });

  test.each<[string, (out: string) => void]>([
    [
      "a template that was edited",
      (out) => writeFileSync(join(out, "aws", "contoso.com.template.json"), "{}"),
    ],
    ["assets that were deleted", (out) => rmSync(join(out, "aws", "contoso.org.assets.json"))],
    ["a manifest that was edited", (out) => writeFileSync(join(out, "aws", "manifest.json"), "{}")],
  ])("repairs %s", async (_, damage) => {
    const out = temporaryFolder();
    await synth(out, BOTH);
    damage(out);
    await synth(out, BOTH);
    expect(filesIn(out)).toEqual(await cold(BOTH));
  });

  test("is made in part by --domain, whichever the kind", async () => {
    const out = temporaryFolder();
    await synth(out, BOTH);
    const changed = { ...BOTH, "contoso.com": "route53: { create: true }" };
    expect(await synth(out, changed, "contoso.com")).toMatchObject({
      written: ["contoso.com"],
      unchanged: [],
    });
    expect(filesIn(out)).toEqual(await cold(changed));
  });

  test("moves a domain from one kind to the other, and says that its old stack is gone", async () => {
    const out = temporaryFolder();
    await synth(out, BOTH);
    const moved = { ...BOTH, "contoso.org": CLOUDFLARE };
    const { written, removed, kinds } = await synth(out, moved);
    expect([written, removed, kinds.get("contoso.org")]).toEqual([
      ["contoso.org"],
      ["contoso.org"],
      "terraform",
    ]);
    expect(filesIn(out)).toEqual(await cold(moved));
  });

  test("leaves nothing of a kind that it no longer has", async () => {
    const out = temporaryFolder();
    await synth(out, BOTH);
    const { removed, kinds } = await synth(out, { "contoso.net": CLOUDFLARE });
    expect([removed, kinds.get("contoso.com")]).toEqual([["contoso.com", "contoso.org"], "aws"]);
    expect(existsSync(join(out, "aws"))).toBe(false);
    await synth(out, { "contoso.com": ROUTE53 });
    // Of what Terraform made there may be something left to destroy.
    rmSync(join(out, "removed", "contoso.net.json"));
    rmdirSync(join(out, "removed"));
    expect(filesIn(out)).toEqual(await cold({ "contoso.com": ROUTE53 }));
  });
});
