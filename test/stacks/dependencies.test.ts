import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { CloudAssembly } from "aws-cdk-lib/cx-api";
import { synthesize } from "../../stacks/synthesize";
import { estateOf } from "../lib/estate/memory-files";
import { temporaryFolder } from "../support/temp";

const MAIN = join(__dirname, "../../dist/main.js");
const CREATED = "{ accountId: 0123456789abcdef0123456789abcdef, create: true }";

function estateText(contoso: string, news = "{ profile: parked }"): string {
  return `version: 1
domains:
  contoso.com: { profile: parked, zone: { ${contoso} } }
  news.contoso.com: ${news}
  contoso.net: { profile: parked, zone: { cloudflare: {} } }
`;
}

async function synth(out: string, estate: string, only?: readonly string[]): Promise<void> {
  const result = await synthesize({
    estate: estateOf(estate),
    out,
    tool: "the build of these tests",
    only: only && new Set(only),
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
}

/** By stack, those that cdktf deploys before it. */
function dependencies(out: string): Readonly<Record<string, readonly string[]>> {
  const { stacks }: { readonly stacks: Readonly<Record<string, { dependencies: readonly string[] }>> } =
    JSON.parse(readFileSync(join(out, "manifest.json"), "utf8"));
  return Object.fromEntries(Object.entries(stacks).map(([name, one]) => [name, one.dependencies]));
}

describe("cdktf's manifest", () => {
  test("has the stack that creates a zone before those in it, and the same from the cdktf app", async () => {
    const folder = temporaryFolder();
    const estate = estateText(`cloudflare: ${CREATED}`);
    const out = join(folder, "cdktf.out");
    await synth(out, estate);
    expect(dependencies(out)).toEqual({
      "contoso.com": [],
      "contoso.net": [],
      "news.contoso.com": ["contoso.com"],
    });
    writeFileSync(join(folder, "estate.yaml"), estate);
    const env = { ...process.env, ESTATE: "estate.yaml", CDKTF_OUTDIR: "app.out" };
    const app = spawnSync(process.execPath, [MAIN], { cwd: folder, env, encoding: "utf8" });
    expect([app.status, app.stderr]).toEqual([0, ""]);
    expect(readFileSync(join(folder, "app.out", "manifest.json"), "utf8")).toBe(
      readFileSync(join(out, "manifest.json"), "utf8"),
    );
  });

  test("follows a zone that is created from now on, and one that is not any more, in stacks that stay", async () => {
    const out = temporaryFolder();
    const named = estateText("cloudflare: {}");
    await synth(out, named);
    expect(dependencies(out)["news.contoso.com"]).toEqual([]);
    await synth(out, estateText(`cloudflare: ${CREATED}`));
    expect(dependencies(out)["news.contoso.com"]).toEqual(["contoso.com"]);
    await synth(out, named);
    expect(dependencies(out)["news.contoso.com"]).toEqual([]);
  });

  test("names no stack that is not in it", async () => {
    const out = temporaryFolder();
    const estate = estateText(`cloudflare: ${CREATED}`);
    await synth(out, estate, ["news.contoso.com"]);
    expect(dependencies(out)).toEqual({ "news.contoso.com": [] });
    await synth(out, estate, ["contoso.com"]);
    expect(dependencies(out)).toEqual({ "contoso.com": [], "news.contoso.com": ["contoso.com"] });
  });
});

describe("the cloud assembly", () => {
  test("has the stack that creates a hosted zone before those in it, also where one of them is made later", async () => {
    const out = temporaryFolder();
    const estate = estateText("route53: { create: true }");
    await synth(out, estate, ["news.contoso.com"]);
    const before = new CloudAssembly(join(out, "aws")).getStackArtifact("news.contoso.com");
    expect(before.dependencies.map(({ id }) => id)).toEqual(["news.contoso.com.assets"]);
    await synth(out, estate);
    const assembly = new CloudAssembly(join(out, "aws"));
    expect(assembly.getStackArtifact("news.contoso.com").dependencies.map(({ id }) => id)).toEqual([
      "contoso.com",
      "news.contoso.com.assets",
    ]);
    // In the order in which the CLI deploys them.
    expect(assembly.stacks.map(({ id }) => id)).toEqual(["contoso.com", "news.contoso.com"]);
  });
});
