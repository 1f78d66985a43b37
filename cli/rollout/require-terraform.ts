import { readFileSync } from "node:fs";
import { join } from "node:path";
import { counted } from "../../lib/counted";
import { type RolloutStack, STACK_FILE } from "../../rollout/stack";
import {
  serves,
  type TerraformVersion,
  terraformVersion,
  versionNeed,
} from "../../rollout/terraform-version";

/**
 * Makes sure that a Terraform is there which serves every stack, before anything runs.
 * @throws Error that says which versions would
 */
export async function requireTerraform(
  binary: string,
  env: NodeJS.ProcessEnv,
  stacks: readonly RolloutStack[],
): Promise<TerraformVersion> {
  const needs = stacks.map(({ name, folder }) => ({
    name,
    ...versionNeed(readFileSync(join(folder, STACK_FILE), "utf8")),
  }));
  const found = await terraformVersion(binary, env).catch((error: unknown) => {
    const most = needs.toSorted((a, b) => b.version.localeCompare(a.version, "en", { numeric: true }))[0];
    throw new Error(
      `${binary} cannot be run: ${error instanceof Error ? error.message.split("\n")[0] : String(error)}; ` +
        `install Terraform or OpenTofu ${most?.version} or newer, or name one with TERRAFORM_BINARY_NAME`,
    );
  });
  const unserved = needs.filter((need) => !serves(found, need));
  if (unserved.length === 0) return found;
  const reasons = [
    ...new Set(unserved.map(({ version, reason }) => `${version} or newer for ${reason}`)),
  ].sort();
  const [first] = unserved;
  const others = unserved.length > 1 ? ` and ${counted(unserved.length - 1, "other stack")}` : "";
  throw new Error(
    `${binary} is ${found.product} ${found.version}, too old for ${first?.name}${others}: needed is ${reasons.join(", ")}`,
  );
}
