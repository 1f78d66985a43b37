import { delimiter } from "node:path";
import type { SandboxHome } from "./home";

/** What a sandbox makes of its user's environment. */
export interface EnvironmentChange {
  readonly set: Readonly<Record<string, string>>;
  /** Names of variables that lead to real clouds, or around the sandbox. */
  readonly unset: readonly string[];
}

/**
 * The environment in which Terraform, its providers and this package meet the sandbox and nothing else. Every
 * credential in it opens only the sandbox.
 * @param user the environment as it is
 * @param cloud what the sandbox's cloud gives for providers
 */
export function sandboxEnvironment(
  user: NodeJS.ProcessEnv,
  home: SandboxHome,
  cloud: Readonly<Record<string, string>>,
): EnvironmentChange {
  const set: Record<string, string> = {
    PATH: [home.bin, user.PATH ?? ""].join(delimiter),
    ...(user.TERRAFORM_BINARY_NAME ? { TERRAFORM_BINARY_NAME: home.shimOf(user.TERRAFORM_BINARY_NAME) } : {}),
    MAIL_HYGIENE_SANDBOX: home.work,
    // All that its DNS leads to is on this machine, where `verify` connects to nothing by itself.
    MAIL_HYGIENE_CONNECT_TO: "127.0.0.0/8",
    TF_CLI_CONFIG_FILE: home.configuration,
    // Without one of its own, stand-ins would find their way into the user's.
    TF_PLUGIN_CACHE_DIR: home.pluginCache,
    SSL_CERT_FILE: home.authorities,
    NODE_EXTRA_CA_CERTS: home.authorities,
    ...cloud,
    ARM_USE_CLI: "false",
    // No profile and no role of the machine: there is no cloud here for them.
    AWS_EC2_METADATA_DISABLED: "true",
    AWS_CONFIG_FILE: "/dev/null",
    AWS_SHARED_CREDENTIALS_FILE: "/dev/null",
  };
  const unset = Object.keys(user).filter((name) => LEADS_OUT.test(name) && !Object.hasOwn(set, name));
  return { set, unset: unset.sort() };
}

/** The environment after the change. */
export function changed(user: NodeJS.ProcessEnv, { set, unset }: EnvironmentChange): NodeJS.ProcessEnv {
  const env = { ...user, ...set };
  for (const name of unset) delete env[name];
  return env;
}

/**
 * Credentials and addresses of clouds, tokens of CI systems that clouds trust, and Terraform's own variables that
 * would choose other providers, folders or backends.
 */
const LEADS_OUT = new RegExp(
  `^(${[
    "(CLOUDFLARE|ARM|AZURE|AWS|GOOGLE|GCLOUD|M365|TF_TOKEN)_.*",
    // Those of several accounts, each with a prefix of the estate's choice.
    "[A-Z][A-Z0-9_]*_(CLOUDFLARE_(API_TOKEN|API_KEY|EMAIL|API_USER_SERVICE_KEY)|ARM_[A-Z_]+)",
    "GCE_.*|CLOUDSDK_.*|MSI_(ENDPOINT|SECRET)|IDENTITY_(ENDPOINT|HEADER)",
    "ACTIONS_ID_TOKEN_REQUEST_(URL|TOKEN)|SYSTEM_(ACCESSTOKEN|OIDCREQUESTURI)",
    "TERRAFORM_CONFIG|TF_(DATA_DIR|REATTACH_PROVIDERS|CLI_ARGS_init|CLOUD_.*|HTTP_.*)",
  ].join("|")})$`,
);
