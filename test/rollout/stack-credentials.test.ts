import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { requireCredentials, withCredentials } from "../../rollout/stack-credentials";
import type { RunTerraform } from "../../rollout/terraform-process";
import { temporaryFolder } from "../support/temp";

const folder = temporaryFolder();
const note = (prefix: string) => [{ "//": { credentials: prefix } }];

function stackOf(name: string, provider: unknown) {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, "cdk.tf.json"), JSON.stringify({ provider }));
  return { name, folder: path, after: [] };
}

const plain = stackOf("plain.example", { cloudflare: [{}], m365: [{ tenant_id: "1" }] });
const zone = stackOf("zone.example", {
  cloudflare: note("CONTOSO"),
  m365: [{ credentials_prefix: "CONTOSO_EU" }, { alias: "other", credentials_prefix: "FABRIKAM" }],
});
const tenant = stackOf("tenant-fabrikam", { azuread: note("FABRIKAM") });
const stacks = [plain, zone, tenant];

const ENV = {
  PATH: "/bin",
  CLOUDFLARE_API_KEY: "plain-key",
  CLOUDFLARE_EMAIL: "ada@example.com",
  CLOUDFLARE_BASE_URL: "http://127.0.0.1:1",
  ARM_CLIENT_ID: "plain",
  ARM_CLIENT_CERTIFICATE_PATH: "plain.pfx",
  ARM_USE_OIDC: "true",
  ARM_ACCESS_KEY: "of the state",
  CONTOSO_CLOUDFLARE_API_TOKEN: "contoso",
  CONTOSO_ADDRESS: "no credential",
  CONTOSO_EU_ARM_CLIENT_ID: "contoso-eu",
  FABRIKAM_ARM_CLIENT_ID: "fabrikam",
  FABRIKAM_ARM_CLIENT_SECRET: "fabrikam-secret",
  FABRIKAM_ARM_USE_OIDC: "false",
  OTHERS_ARM_CLIENT_ID: "of nobody here",
};

/** The environment that Terraform has in a stack. */
async function environmentIn({ folder: path }: (typeof stacks)[number], env: NodeJS.ProcessEnv = ENV) {
  let seen: NodeJS.ProcessEnv = {};
  const terraform: RunTerraform = async (invocation) => {
    seen = { ...env, ...invocation.env };
    return 0;
  };
  await withCredentials(
    terraform,
    env,
    stacks,
  )({ args: ["plan"], folder: path, log: "", env: { TF_X: "1" } });
  return Object.fromEntries(Object.entries(seen).filter(([, value]) => value !== undefined));
}

test("a stack without a prefix has what there is, but no other account's", async () => {
  const { CONTOSO_CLOUDFLARE_API_TOKEN, CONTOSO_EU_ARM_CLIENT_ID, ...rest } = ENV;
  const { FABRIKAM_ARM_CLIENT_ID, FABRIKAM_ARM_CLIENT_SECRET, FABRIKAM_ARM_USE_OIDC, ...own } = rest;
  expect(await environmentIn(plain)).toEqual({ ...own, TF_X: "1" });
});

test("a prefix's token is the provider's, without the key of another account; m365 takes its own by their names", async () => {
  expect(await environmentIn(zone)).toEqual({
    PATH: "/bin",
    TF_X: "1",
    CLOUDFLARE_API_TOKEN: "contoso",
    CLOUDFLARE_BASE_URL: "http://127.0.0.1:1",
    CONTOSO_ADDRESS: "no credential",
    ARM_CLIENT_ID: "plain",
    ARM_CLIENT_CERTIFICATE_PATH: "plain.pfx",
    ARM_USE_OIDC: "true",
    ARM_ACCESS_KEY: "of the state",
    CONTOSO_EU_ARM_CLIENT_ID: "contoso-eu",
    FABRIKAM_ARM_CLIENT_ID: "fabrikam",
    FABRIKAM_ARM_CLIENT_SECRET: "fabrikam-secret",
    FABRIKAM_ARM_USE_OIDC: "false",
    OTHERS_ARM_CLIENT_ID: "of nobody here",
  });
});

test("an application's are taken whole: no certificate of another one beside its secret; the key of the state stays", async () => {
  expect(await environmentIn(tenant)).toEqual({
    PATH: "/bin",
    TF_X: "1",
    CLOUDFLARE_API_KEY: "plain-key",
    CLOUDFLARE_EMAIL: "ada@example.com",
    CLOUDFLARE_BASE_URL: "http://127.0.0.1:1",
    CONTOSO_ADDRESS: "no credential",
    ARM_CLIENT_ID: "fabrikam",
    ARM_CLIENT_SECRET: "fabrikam-secret",
    ARM_USE_OIDC: "false",
    ARM_ACCESS_KEY: "of the state",
    OTHERS_ARM_CLIENT_ID: "of nobody here",
  });
});

test("where no stack has a prefix Terraform is run as it is", () => {
  const terraform: RunTerraform = async () => 0;
  expect(withCredentials(terraform, ENV, [plain])).toBe(terraform);
});

test("what is missing is told at once, by the variables' names and for which stacks", () => {
  expect(() => requireCredentials(stacks, ENV)).not.toThrow();
  const many = Array.from({ length: 7 }, (_, at) =>
    stackOf(`d${at}.example`, { cloudflare: note("CONTOSO") }),
  );
  expect(() =>
    requireCredentials([...many, ...stacks], { CONTOSO_CLOUDFLARE_API_KEY: "without an address" }),
  ).toThrow(
    new Error(
      [
        "CONTOSO_CLOUDFLARE_API_TOKEN is not set, nor CONTOSO_CLOUDFLARE_API_KEY with CONTOSO_CLOUDFLARE_EMAIL: needed for d0.example, d1.example, d2.example, d3.example, d4.example and 3 more",
        "none of CONTOSO_EU_ARM_TENANT_ID, CONTOSO_EU_ARM_CLIENT_ID, CONTOSO_EU_ARM_CLIENT_SECRET, … is set: needed for zone.example",
        "none of FABRIKAM_ARM_TENANT_ID, FABRIKAM_ARM_CLIENT_ID, FABRIKAM_ARM_CLIENT_SECRET, … is set: needed for zone.example, tenant-fabrikam",
      ].join("\n"),
    ),
  );
  const keyed = { CONTOSO_CLOUDFLARE_API_KEY: "key", CONTOSO_CLOUDFLARE_EMAIL: "ada@example.com" };
  expect(() => requireCredentials(many, keyed)).not.toThrow();
});

test("a configuration that is not there, or none, names nobody", () => {
  const broken = stackOf("broken.example", "no blocks");
  const absent = { name: "absent.example", folder: join(folder, "absent.example"), after: [] };
  expect(() => requireCredentials([broken, absent], {})).not.toThrow();
});
