import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { terraformBinary, terraformEnvironment } from "../../rollout/environment";
import { temporaryFolder } from "../support/temp";

let home: string;
beforeEach(() => {
  home = temporaryFolder();
});

test("without a plugin cache of the user's, the one is used that the cdktf CLI uses too", () => {
  const env = terraformEnvironment({ HOME: home }, "/srv/mail");
  const cache = join(home, ".terraform.d", "plugin-cache");
  expect(env).toEqual({
    HOME: home,
    CHECKPOINT_DISABLE: "1",
    TF_IN_AUTOMATION: "1",
    TF_PLUGIN_CACHE_DIR: cache,
  });
  expect(existsSync(cache)).toBe(true);
});

test.each([
  [".terraformrc", 'plugin_cache_dir = "/var/cache/terraform"\n'],
  [".terraform.d/cache.tfrc", '  plugin_cache_dir="$HOME/cache"\n'],
  [".terraform.d/cache.tfrc.json", '{ "plugin_cache_dir": "/var/cache/terraform" }\n'],
])("a cache that %s names is left to Terraform", (file, text) => {
  mkdirSync(join(home, ".terraform.d"));
  writeFileSync(join(home, file), text);
  expect(terraformEnvironment({ HOME: home }, "/srv/mail").TF_PLUGIN_CACHE_DIR).toBeUndefined();
});

test("a configuration that says nothing of a cache, or only in a comment, leaves the choice to us", () => {
  writeFileSync(join(home, "ci.tfrc"), '# plugin_cache_dir = "/x"\ndisable_checkpoint = true\n');
  const env = terraformEnvironment({ HOME: home, TF_CLI_CONFIG_FILE: "ci.tfrc" }, home);
  expect(env.TF_CLI_CONFIG_FILE).toBe(join(home, "ci.tfrc"));
  expect(env.TF_PLUGIN_CACHE_DIR).toBe(join(home, ".terraform.d", "plugin-cache"));
});

test("relative paths mean the folder in which the command was given", () => {
  const env = terraformEnvironment(
    { HOME: home, TF_PLUGIN_CACHE_DIR: "cache", CHECKPOINT_DISABLE: "0" },
    home,
  );
  expect([env.TF_PLUGIN_CACHE_DIR, env.CHECKPOINT_DISABLE]).toEqual([join(home, "cache"), "0"]);
  expect(terraformBinary({}, "/srv")).toBe("terraform");
  expect(terraformBinary({ TERRAFORM_BINARY_NAME: "tofu" }, "/srv")).toBe("tofu");
  expect(terraformBinary({ TERRAFORM_BINARY_NAME: "bin/tofu" }, "/srv")).toBe("/srv/bin/tofu");
});
