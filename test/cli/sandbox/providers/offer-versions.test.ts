import { mkdirSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fillMirror } from "../../../../cli/sandbox/providers/mirror";
import { offerVersions } from "../../../../cli/sandbox/providers/offer-versions";
import { wantedProviders } from "../../../../cli/sandbox/providers/wanted";
import { lockEntry } from "../../../rollout/support/init";
import { temporaryFolder } from "../../../support/temp";

/** The versions in a new mirror after a folder with these files was looked at. */
function offered(files: Readonly<Record<string, string>>, standIns = ["cloudflare", "azuread"]) {
  const root = realpathSync(temporaryFolder());
  const [mirror, folder, scratch] = ["mirror", "stack", "scratch"].map((name) => join(root, name)) as [
    string,
    string,
    string,
  ];
  fillMirror(mirror, wantedProviders(), "0.1.0");
  mkdirSync(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  offerVersions(mirror, folder, standIns, scratch);
  const versionsIn = (registry: string, source: string) => readdirSync(join(mirror, registry, source)).sort();
  const cloudflare = versionsIn("registry.terraform.io", "cloudflare/cloudflare");
  expect(versionsIn("registry.opentofu.org", "cloudflare/cloudflare")).toEqual(cloudflare);
  expect(versionsIn("registry.terraform.io", "hashicorp/azuread")).toEqual(["3.7.0"]);
  return cloudflare.filter((version) => version !== "5.14.0");
}

const stackOf = (version: string, source = "cloudflare/cloudflare") =>
  JSON.stringify({ terraform: { required_providers: { cloudflare: { source, version } } } }, undefined, 2);
const lockOf = (version: string) => lockEntry("registry.terraform.io/cloudflare/cloudflare", version, []);

test.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
  ["nothing more for what the mirror has", { "cdk.tf.json": stackOf(">= 5.14.0, < 6.0.0") }, []],
  ["the lowest that a constraint allows", { "cdk.tf.json": stackOf("~> 5.20") }, ["5.20.0"]],
  ["exactly one", { "cdk.tf.json": stackOf("5.37.2") }, ["5.37.2"]],
  [
    "what the lock file has, within the constraint",
    { "cdk.tf.json": stackOf(">= 5.14.0, < 6.0.0"), ".terraform.lock.hcl": lockOf("5.21.1") },
    ["5.21.1"],
  ],
  [
    "nothing for a lock file that is behind its constraint, beside that constraint's own",
    { "cdk.tf.json": stackOf("~> 5.20"), ".terraform.lock.hcl": lockOf("5.19.0") },
    ["5.20.0"],
  ],
  [
    "what all files of the folder allow together, in either language",
    {
      "cdk.tf.json": stackOf("~> 5.16"),
      "more.tf": `terraform {
  required_providers {
    cloudflare = {
      source  = "registry.terraform.io/cloudflare/cloudflare"
      version = ">= 5.18.0"
    }
  }
}
`,
    },
    ["5.18.0"],
  ],
  ["nothing that no stack of ours is made for", { "cdk.tf.json": stackOf("~> 4.52") }, []],
  ["nothing for another's provider", { "cdk.tf.json": stackOf("~> 5.20", "example.com/own/cloudflare") }, []],
  ["nothing for what is no constraint", { "cdk.tf.json": stackOf("latest"), "broken.tf.json": "{" }, []],
])("a folder is offered %s", (_, files, versions) => {
  expect(offered(files)).toEqual(versions);
});

test("where the real provider is, no stand-in comes beside it", () => {
  expect(offered({ "cdk.tf.json": stackOf("~> 5.20") }, ["azuread"])).toEqual([]);
});
