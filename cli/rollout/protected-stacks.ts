import { join } from "node:path";
import { isMapping } from "../../lib/mapping";
import { declaredIn } from "../../rollout/removed/ending";
import { protectedIn } from "../../rollout/removed/protection";
import type { RunRecord } from "../../rollout/run-record";
import { type RolloutStack, STACK_FILE } from "../../rollout/stack";
import { readJson } from "../../stacks/output-cache";

/** A stack that cannot be destroyed for what it protects. */
export interface ProtectedStack {
  readonly name: string;
  /** The address of each resource, with the name that people know it by: `azuread_group.BreakGlass (Break glass)`. */
  readonly resources: readonly string[];
}

/** The stacks whose plan of destruction failed because of protected resources. */
export function protectedStacks(
  records: RunRecord["stacks"],
  stacks: readonly RolloutStack[],
): readonly ProtectedStack[] {
  return stacks.flatMap(({ name, folder }) => {
    const held = protectedIn(records[name]?.failure);
    if (held.length === 0) return [];
    const labels = labelsIn(folder);
    const resources = held.map(({ address, label = labels.get(address) }) => {
      return label === undefined ? address : `${address} (${label})`;
    });
    return [{ name, resources: resources.sort() }];
  });
}

/** Why nothing was destroyed, and how to go on. */
export function protectedWords(held: readonly ProtectedStack[], removed: boolean): string {
  if (held.length === 0) return "";
  const names = held.map(({ name }) => name).join("|");
  return [
    "\nnothing was destroyed: protected from destruction (prevent_destroy) are\n",
    ...held.flatMap(({ name, resources }) => resources.map((one) => `  ${name}: ${one}\n`)),
    "either let them stay, out of Terraform's hands, and destroy the rest: --keep-protected\n",
    `or leave the ${held.length === 1 ? "stack" : "stacks"} out: --domain '!(${names})'\n`,
    removed ? "or let go of all that removed stacks hold: --forget\n" : "",
  ].join("");
}

function labelsIn(folder: string): ReadonlyMap<string, string> {
  // Names are a help: a folder that somebody took away meanwhile costs no summary.
  const configuration = readJson(join(folder, STACK_FILE));
  if (!isMapping(configuration)) return new Map();
  return new Map(
    declaredIn(configuration).flatMap(({ address, body }) => {
      const label = body.display_name ?? body.name;
      return typeof label === "string" ? [[address, label] as const] : [];
    }),
  );
}
