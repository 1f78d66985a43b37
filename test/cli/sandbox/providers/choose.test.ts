import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readdirSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { askTerraform } from "../../../../cli/sandbox/providers/ask-terraform";
import { chooseProviders, standInNotice } from "../../../../cli/sandbox/providers/choose";
import { fillMirror } from "../../../../cli/sandbox/providers/mirror";
import { PLATFORM, type WantedProvider, wantedProviders } from "../../../../cli/sandbox/providers/wanted";
import { temporaryFolder } from "../../../support/temp";

const WANTED = wantedProviders();
const [CLOUDFLARE, AZUREAD] = WANTED as readonly [WantedProvider, WantedProvider];

/** A user with nothing but what a test gives. */
function user(files: Readonly<Record<string, string>> = {}, variables: NodeJS.ProcessEnv = {}) {
  const home = realpathSync(temporaryFolder());
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text.replaceAll("@HOME@", home), { mode: 0o755 });
  }
  const env: NodeJS.ProcessEnv = {
    HOME: home,
    PATH: process.env.PATH,
    XDG_DATA_DIRS: join(home, "none"),
    ...variables,
  };
  const said: string[] = [];
  return { home, said, surroundings: { env, folder: home, tell: (text: string) => void said.push(text) } };
}

const packageOf = ({ namespace, type, version }: WantedProvider, registry = "registry.terraform.io") =>
  join(registry, namespace, type, version, PLATFORM);
const programOf = (provider: WantedProvider, registry?: string) =>
  join(packageOf(provider, registry), `terraform-provider-${provider.type}_v${provider.version}_x5`);

async function chosen({ surroundings }: ReturnType<typeof user>) {
  const choices = await chooseProviders(WANTED, "auto", surroundings);
  return choices.map((choice) => choice.package);
}

describe("the real providers are taken", () => {
  test("from the plugin cache that the environment names", async () => {
    const one = user({ [`cache/${programOf(CLOUDFLARE)}`]: "", [`cache/${programOf(AZUREAD)}`]: "" });
    one.surroundings.env.TF_PLUGIN_CACHE_DIR = "cache";
    expect(await chosen(one)).toEqual(
      [CLOUDFLARE, AZUREAD].map((p) => join(one.home, "cache", packageOf(p))),
    );
    expect(one.said).toEqual([]);
  });

  test("from the plugin cache and the mirrors of the CLI configuration", async () => {
    const zip = `registry.opentofu.org/hashicorp/azuread/terraform-provider-azuread_3.7.0_${PLATFORM}.zip`;
    const one = user({
      ".terraformrc": `# plugin_cache_dir = "$HOME/old"
plugin_cache_dir = "$HOME/cache"
provider_installation {
  filesystem_mirror {
    include = ["registry.opentofu.org/*/*"]
    path    = "@HOME@/mirror"
  }
}
`,
      [`cache/${programOf(CLOUDFLARE)}`]: "",
      [`mirror/${zip}`]: "",
    });
    expect(await chosen(one)).toEqual([
      join(one.home, "cache", packageOf(CLOUDFLARE)),
      join(one.home, "mirror", zip),
    ]);
  });

  test("from the implied mirrors", async () => {
    const one = user({
      [`.terraform.d/plugins/${programOf(CLOUDFLARE)}`]: "",
      [`.local/share/terraform/plugins/${programOf(AZUREAD)}`]: "",
    });
    expect(await chosen(one)).toEqual([
      join(one.home, ".terraform.d/plugins", packageOf(CLOUDFLARE)),
      join(one.home, ".local/share/terraform/plugins", packageOf(AZUREAD)),
    ]);
  });

  test("from wherever the user's Terraform has them, and kept for the next sandbox", async () => {
    const one = user({ [`mirror/${programOf(AZUREAD)}`]: "#!/bin/sh\n" });
    const keepIn = join(one.home, ".cache/mail-hygiene/providers");
    writeFileSync(
      join(one.home, "elsewhere.tfrc"),
      `provider_installation {\n  filesystem_mirror {\n    path = "${one.home}/mirror"\n  }\n}\n`,
    );
    const question = { terraform: "terraform", keepIn, patience: 20_000 };
    const env = { ...one.surroundings.env, TF_CLI_CONFIG_FILE: join(one.home, "elsewhere.tfrc") };
    expect(await askTerraform({ ...question, provider: AZUREAD, env })).toEqual({
      version: "3.7.0",
      path: join(keepIn, packageOf(AZUREAD)),
    });
    expect(readdirSync(join(keepIn, packageOf(AZUREAD)))).toEqual(["terraform-provider-azuread_v3.7.0_x5"]);
    expect(await askTerraform({ ...question, provider: CLOUDFLARE, env })).toBeUndefined();
    expect(readdirSync(keepIn)).toEqual(["registry.terraform.io"]);
    expect(
      await chosen({ ...one, surroundings: { ...one.surroundings, env: { ...env, PATH: "" } } }),
    ).toEqual([undefined, join(keepIn, packageOf(AZUREAD))]);
  });
});

test("of several versions the newest that the estate allows is taken, wherever it is", async () => {
  const at = (version: string) => ({ ...CLOUDFLARE, version });
  const zip = `registry.terraform.io/cloudflare/cloudflare/terraform-provider-cloudflare_5.21.3_${PLATFORM}.zip`;
  const one = user({
    [`.terraform.d/plugins/${programOf(at("5.9.0"))}`]: "",
    [`.terraform.d/plugins/${programOf(at("5.21.0"))}`]: "",
    [`.terraform.d/plugins/${programOf(at("5.22.0"))}`]: "",
    [`.terraform.d/plugins/${programOf(at("6.0.0"))}`]: "",
    [`.local/share/terraform/plugins/${zip}`]: "",
  });
  one.surroundings.env.PATH = "";
  const versionsOf = async (cloudflare?: string) =>
    (await chooseProviders(wantedProviders({ cloudflare }), "auto", one.surroundings)).map(
      (choice) => `${choice.version} ${choice.package?.replace(`${one.home}/`, "") ?? "stand-in"}`,
    );
  expect(await versionsOf()).toEqual([
    `5.22.0 .terraform.d/plugins/${packageOf(at("5.22.0"))}`,
    "3.7.0 stand-in",
  ]);
  expect(await versionsOf("~> 5.21.0")).toEqual([
    `5.21.3 .local/share/terraform/plugins/${zip}`,
    "3.7.0 stand-in",
  ]);
  expect(await versionsOf("~> 5.23")).toEqual(["5.23.0 stand-in", "3.7.0 stand-in"]);
});

describe("stand-ins take their place", () => {
  test("where no other version or platform will do", async () => {
    const one = user({
      [`.terraform.d/plugins/registry.terraform.io/cloudflare/cloudflare/5.13.0/${PLATFORM}/terraform-provider-cloudflare`]:
        "",
      ".terraform.d/plugins/registry.terraform.io/hashicorp/azuread/3.7.0/plan9_mips/terraform-provider-azuread":
        "",
    });
    one.surroundings.env.PATH = "";
    expect(await chosen(one)).toEqual([undefined, undefined]);
  });

  test("at once if they are asked for", async () => {
    const one = user({ [`.terraform.d/plugins/${programOf(CLOUDFLARE)}`]: "" });
    expect(await chooseProviders(WANTED, "stand-in", one.surroundings)).toEqual(WANTED);
    expect(one.said).toEqual([]);
  });

  test("and it is said, once for both", () => {
    expect(standInNotice(WANTED)).toBe(
      "Stand-ins take the place of cloudflare/cloudflare 5.14.0 and hashicorp/azuread 3.7.0: they have the real ones' schemas for what mail stacks use, and know no cloud but this sandbox.",
    );
    expect(standInNotice(WANTED.map((provider) => ({ ...provider, package: "/mirror" })))).toBe("");
  });

  test("but not where only real ones will do", async () => {
    const one = user({ [`.terraform.d/plugins/${programOf(CLOUDFLARE)}`]: "" });
    one.surroundings.env.PATH = "";
    await expect(chooseProviders(WANTED, "real", one.surroundings)).rejects.toThrow(
      "hashicorp/azuread >= 3.7.0, < 4.0.0 cannot be had: neither a cache nor a mirror has it, and terraform init found none; --providers auto takes a stand-in",
    );
  });
});

test("Terraform installs a real provider out of the sandbox's mirror, whether unpacked or by link", async () => {
  const one = user({
    [`real/${programOf(CLOUDFLARE)}`]: "#!/bin/sh\n",
    [`real/${programOf(AZUREAD)}`]: "#!/bin/sh\n",
  });
  const mirror = join(one.home, "providers");
  fillMirror(
    mirror,
    WANTED.map((provider) => ({ ...provider, package: join(one.home, "real", packageOf(provider)) })),
    "0.1.0",
  );
  const required_providers = {
    cloudflare: { source: "cloudflare/cloudflare", version: "5.14.0" },
    azuread: { source: "hashicorp/azuread", version: "3.7.0" },
    m365: { source: "cdktf-mail-hygiene/m365", version: "0.1.0" },
  };
  writeFileSync(join(one.home, "main.tf.json"), JSON.stringify({ terraform: { required_providers } }));
  const configuration = join(one.home, "terraform.rc");
  writeFileSync(
    configuration,
    `provider_installation {\n  filesystem_mirror {\n    path = "${mirror}"\n  }\n}\n`,
  );
  const env = { ...one.surroundings.env, TF_CLI_CONFIG_FILE: configuration };
  const { status, stderr } = spawnSync("terraform", ["init", "-no-color"], {
    cwd: one.home,
    env,
    encoding: "utf8",
  });
  expect([status, stderr]).toEqual([0, ""]);
  expect(existsSync(join(one.home, ".terraform/providers", programOf(CLOUDFLARE)))).toBe(true);
});
