import { spawnSync } from "node:child_process";
import { changed, sandboxEnvironment } from "../../../cli/sandbox/environment";
import { exportLines } from "../../../cli/sandbox/exports";
import { SandboxHome } from "../../../cli/sandbox/home";

const TENANT = "11111111-1111-4111-8111-111111111111";
const CLOUD = {
  CLOUDFLARE_BASE_URL: "http://127.0.0.1:4001/client/v4",
  CLOUDFLARE_API_TOKEN: "throw-away",
  ARM_TENANT_ID: TENANT,
  ARM_CLIENT_ID: "throw-away",
  ARM_CLIENT_SECRET: "throw-away",
};
const home = new SandboxHome("/tmp/sandbox's home");

describe("the environment of a sandbox", () => {
  test.each([
    "CLOUDFLARE_API_KEY",
    "CLOUDFLARE_EMAIL",
    "CLOUDFLARE_API_USER_SERVICE_KEY",
    "ARM_CLIENT_CERTIFICATE_PATH",
    "ARM_USE_OIDC",
    "ARM_ENVIRONMENT",
    "ARM_ACCESS_KEY",
    "AZURE_CONFIG_DIR",
    "AWS_ACCESS_KEY_ID",
    "AWS_PROFILE",
    "GOOGLE_APPLICATION_CREDENTIALS",
    "TF_TOKEN_app_terraform_io",
    "ACTIONS_ID_TOKEN_REQUEST_TOKEN",
    "SYSTEM_ACCESSTOKEN",
    "TF_CLI_ARGS_init",
    "TF_DATA_DIR",
    "TF_REATTACH_PROVIDERS",
    "TERRAFORM_CONFIG",
  ])("%s of the user is not in it", (name) => {
    const user = { PATH: "/bin", [name]: "real" };
    const change = sandboxEnvironment(user, home, CLOUD);
    expect(change.unset).toEqual([name]);
    expect(changed(user, change)).not.toHaveProperty(name);
  });

  test("it has credentials of its own in the place of the user's", () => {
    const user = {
      CLOUDFLARE_API_TOKEN: "real",
      ARM_CLIENT_ID: "real",
      ARM_CLIENT_SECRET: "real",
      ARM_TENANT_ID: "real",
      AWS_SHARED_CREDENTIALS_FILE: "real",
    };
    const env = changed(user, sandboxEnvironment(user, home, CLOUD));
    expect(Object.entries(env).filter(([, value]) => value === "real")).toEqual([]);
    expect(env).toMatchObject(CLOUD);
  });

  test("everything else of the user's stays", () => {
    const user = {
      HOME: "/home/ann",
      TF_LOG: "debug",
      TF_CLI_ARGS_plan: "-parallelism=2",
      ESTATE: "e.yaml",
      PATH: "/bin",
    };
    const env = changed(user, sandboxEnvironment(user, home, CLOUD));
    expect(env).toMatchObject({ ...user, PATH: "/tmp/sandbox's home/bin:/bin" });
  });

  test("a Terraform that the user names is met through the sandbox as well", () => {
    const change = sandboxEnvironment({ TERRAFORM_BINARY_NAME: "/opt/tofu" }, home, CLOUD);
    expect(change.set.TERRAFORM_BINARY_NAME).toBe("/tmp/sandbox's home/bin/tofu");
  });

  test("a POSIX shell takes the printed change as it is meant", () => {
    const user = { PATH: process.env.PATH ?? "", AWS_PROFILE: "real" };
    const change = sandboxEnvironment(user, home, CLOUD);
    const script = `eval "$1"; printf '%s|' "$TF_CLI_CONFIG_FILE" "$ARM_TENANT_ID" "\${AWS_PROFILE-none}"`;
    const { stdout } = spawnSync("sh", ["-c", script, "sh", exportLines(change, "bash")], {
      env: user,
      encoding: "utf8",
    });
    expect(stdout).toBe(`/tmp/sandbox's home/terraform.rc|${TENANT}|none|`);
  });

  test("fish gets its own words", () => {
    const change = { set: { PATH: "/tmp/it's/bin:/bin", TF_LOG: "a\\b" }, unset: ["AWS_PROFILE"] };
    expect(exportLines(change, "fish")).toBe(
      "set -e AWS_PROFILE;\nset -gx PATH '/tmp/it\\'s/bin' '/bin';\nset -gx TF_LOG 'a\\\\b';\n",
    );
  });
});
