import { execFileSync } from "node:child_process";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { brokenLinks, filesIn } from "../docs/links";
import { temporaryFolder } from "../support/temp";
import { type Packed, pack, ROOT } from "./packed";

/** The folders that are compiled; main.ts, index.ts and aws.ts stand beside them. */
const LAYERS = ["lib", "hosts", "constructs", "stacks", "observe", "gateway", "rollout", "cli"];

/** What each of our sources is in the package: JavaScript and types of a module, data as it is. */
function compiled(source: string): readonly string[] {
  if (!source.endsWith(".ts")) return [`dist/${source}`];
  const module = source.slice(0, -".ts".length);
  return [`dist/${module}.js`, `dist/${module}.d.ts`];
}

function sources(): readonly string[] {
  const inLayers = LAYERS.flatMap((layer) =>
    readdirSync(join(ROOT, layer), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length + 1)),
  );
  return [...inLayers, "main.ts", "index.ts", "aws.ts"];
}

let packed: Packed;

beforeAll(() => {
  packed = pack(temporaryFolder());
});

test("the package holds the compiled sources, the bundled programs, the schema of the estate file, its pages and papers, and no more", () => {
  const papers = [
    "CHANGELOG.md",
    "CONTRIBUTING.md",
    "LICENSE",
    "README.md",
    "SECURITY.md",
    "package.json",
    "schema/estate.schema.json",
    "dist/build-id",
    "dist/THIRD-PARTY-NOTICES.txt",
  ];
  const programs = [
    "dist/provider/tenant-reader.js",
    "dist/provider/terraform-provider-m365",
    "dist/sandbox/cloud.js",
    "dist/sandbox/terraform-provider-azuread",
    "dist/sandbox/terraform-provider-cloudflare",
  ];
  expect(packed.files.map(({ path }) => path).sort()).toEqual(
    [
      ...sources().flatMap(compiled),
      ...papers,
      ...programs,
      ...filesIn(ROOT, [""], "docs"),
      ...filesIn(ROOT, [""], "examples"),
    ].sort(),
  );
});

test.each(["dist/cli/main.js", "dist/provider/terraform-provider-m365"])("%s may be executed", (program) => {
  expect(packed.files.find(({ path }) => path === program)?.mode).toBe(0o755);
});

test("every link of its pages for users leads to a file that it holds", () => {
  const folder = temporaryFolder();
  execFileSync("tar", ["-xzf", packed.tarball, "-C", folder]);
  // Pages for developers name sources, which are in the repository alone.
  const forUsers = brokenLinks(join(folder, "package")).filter((link) => !link.startsWith("docs/develop/"));
  expect(forUsers).toEqual([]);
});
