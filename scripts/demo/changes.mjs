// What a plan would change, attribute by attribute, from the JSON that `mail-hygiene plan` keeps in its run folder.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { dim, green, red, yellow } from "./paint.mjs";

/** Lines for every change in the latest run of an output folder. */
export function changesOf(out) {
  const runs = join(out, "runs");
  const latest = readdirSync(runs)
    .filter((name) => name.endsWith("-plan"))
    .sort()
    .at(-1);
  const stacks = readdirSync(join(runs, latest), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  return stacks.flatMap(({ name }) => {
    const { resource_changes = [] } = JSON.parse(readFileSync(join(runs, latest, name, "plan.json"), "utf8"));
    return resource_changes.flatMap(({ address, change }) => describe(name, address, change));
  });
}

function describe(stack, address, { actions, before, after }) {
  const line = (mark, text) => `  ${mark} ${stack}  ${address}${text}\n`;
  switch (actions.join()) {
    case "create":
      return [line(green("+"), after.content ? dim(`  ${after.content}`) : "")];
    case "delete":
      return [line(red("-"), before.content ? dim(`  ${before.content}`) : "")];
    case "update":
      return Object.keys(after)
        .filter(
          (key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]) && after[key] !== undefined,
        )
        .map((key) => line(yellow("~"), `  ${key}: ${dim(before[key])} → ${after[key]}`));
    default:
      return [];
  }
}
