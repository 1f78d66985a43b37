import { readdirSync } from "node:fs";
import { join } from "node:path";
import { terraformBinary, terraformEnvironment } from "../../rollout/environment";
import { temporaryFolder } from "../support/temp";

test("Terraform runs with the user's environment, told that a program runs it", () => {
  expect(terraformEnvironment({ HOME: "/home/ada", CLOUDFLARE_API_TOKEN: "x" }, "/srv/mail")).toEqual({
    HOME: "/home/ada",
    CLOUDFLARE_API_TOKEN: "x",
    CHECKPOINT_DISABLE: "1",
    TF_IN_AUTOMATION: "1",
  });
  expect(terraformEnvironment({ CHECKPOINT_DISABLE: "0", TF_IN_AUTOMATION: "" }, "/srv/mail")).toEqual({
    CHECKPOINT_DISABLE: "0",
    TF_IN_AUTOMATION: "1",
  });
});

test("a plugin cache of the user's is left alone, and nothing is made in the user's home", () => {
  const home = temporaryFolder();
  const user = { HOME: home, TF_PLUGIN_CACHE_DIR: join(home, "cache") };
  expect(terraformEnvironment(user, home)).toEqual({
    HOME: home,
    CHECKPOINT_DISABLE: "1",
    TF_IN_AUTOMATION: "1",
  });
  expect(user.TF_PLUGIN_CACHE_DIR).toBe(join(home, "cache"));
  expect(readdirSync(home)).toEqual([]);
});

test("relative paths mean the folder in which the command was given", () => {
  const env = terraformEnvironment(
    { TF_CLI_CONFIG_FILE: "ci.tfrc", TERRAFORM_CONFIG: "/etc/terraformrc" },
    "/srv/mail",
  );
  expect([env.TF_CLI_CONFIG_FILE, env.TERRAFORM_CONFIG]).toEqual(["/srv/mail/ci.tfrc", "/etc/terraformrc"]);
  const older = terraformEnvironment({ TERRAFORM_CONFIG: "old.tfrc" }, "/srv/mail");
  expect(older.TERRAFORM_CONFIG).toBe("/srv/mail/old.tfrc");
  // Empty means none.
  expect(terraformEnvironment({ TF_CLI_CONFIG_FILE: "" }, "/srv/mail").TF_CLI_CONFIG_FILE).toBe("");
  expect(terraformBinary({}, "/srv")).toBe("terraform");
  expect(terraformBinary({ TERRAFORM_BINARY_NAME: "" }, "/srv")).toBe("terraform");
  expect(terraformBinary({ TERRAFORM_BINARY_NAME: "tofu" }, "/srv")).toBe("tofu");
  expect(terraformBinary({ TERRAFORM_BINARY_NAME: "bin/tofu" }, "/srv")).toBe("/srv/bin/tofu");
  expect(terraformBinary({ TERRAFORM_BINARY_NAME: "/opt/tofu" }, "/srv")).toBe("/opt/tofu");
});
