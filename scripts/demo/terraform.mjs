import { execFileSync } from "node:child_process";

/** The oldest version that serves every stack of the demo: tenant stacks have `removed` blocks. */
const NEEDED = [1, 7];

/**
 * The Terraform or OpenTofu that the demo will run, in words.
 * @throws Error that says which versions serve, if there is none
 */
export function requireTerraform() {
  const binary = process.env.TERRAFORM_BINARY_NAME || "terraform";
  const serves = "Terraform 1.7 or newer, or OpenTofu 1.7 or newer (TERRAFORM_BINARY_NAME=tofu)";
  let said;
  try {
    said = execFileSync(binary, ["version"], {
      encoding: "utf8",
      env: { ...process.env, CHECKPOINT_DISABLE: "1" },
      stdio: ["ignore", "pipe", "ignore"],
    });
  } catch {
    throw new Error(
      `${binary} cannot be run. The demo needs ${serves}:\n  https://developer.hashicorp.com/terraform/install`,
    );
  }
  const [, product, version] = /^(\S+) v(\S+)/.exec(said) ?? [];
  const [major = 0, minor = 0] = (version ?? "").split(".").map(Number);
  if (major > NEEDED[0] || (major === NEEDED[0] && minor >= NEEDED[1])) return `${product} ${version}`;
  throw new Error(`${binary} is ${product} ${version}. The demo needs ${serves}`);
}
