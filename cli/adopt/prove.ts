import { join, resolve } from "node:path";
import { counted } from "../../lib/counted";
import type { Attribute, Attributes } from "../../lib/plan/attributes";
import type { Plan, ResourceChange } from "../../lib/plan/plan";
import { visibleLine } from "../../lib/visible";
import { RunFolder } from "../../rollout/run-folder";
import type { Console } from "../console";
import { readEstateFile } from "../open-estate";
import { readPlans } from "../review/read-plans";
import { ROLLOUT_DEFAULTS } from "../rollout/commands";
import { runRollout } from "../rollout/run";
import { shadowOf } from "../sandbox/shadow";

/**
 * `mail-hygiene adopt --check`: plans the estate, and tells by domain what would not stay as it is.
 * @returns 0 where every stack takes records over and changes nothing
 */
export async function prove(
  path: string,
  { out }: { readonly out: string },
  version: string,
  console: Console,
): Promise<0 | 1> {
  const latestRun = () => RunFolder.latest(shadowOf(resolve(console.folder, out), process.env), "plan")?.name;
  const before = latestRun();
  const code = await runRollout("plan", path, { ...ROLLOUT_DEFAULTS, out }, version, {
    ...console,
    out: (text) => console.err(text),
  });
  const run = latestRun();
  if (run === undefined || run === before) {
    console.out(code === 0 ? "no stack of Terraform; nothing was planned\n" : "nothing was planned\n");
    return 1;
  }
  const { plans, problems, unplanned } = readPlans([join(out, "runs", run)], console.folder);
  for (const problem of problems) console.err(`${visibleLine(problem)}\n`);
  const lines = plans.flatMap((plan) => plan.changes.flatMap((change) => unequal(plan, change)));
  const imported = plans.reduce((sum, { changes }) => sum + changes.filter((one) => one.imported).length, 0);
  const count = (action: ResourceChange["action"]) =>
    plans.reduce((sum, { changes }) => sum + changes.filter((one) => one.action === action).length, 0);
  const total = [
    `${imported} imported`,
    `${count("create")} added`,
    `${count("update")} changed`,
    `${count("delete") + count("replace")} destroyed`,
  ].join(", ");
  console.out(`${counted(plans.length, "stack")}: ${total}\n`);
  for (const line of lines) console.out(`  ${visibleLine(line)}\n`);
  for (const stack of unplanned) console.out(`  ${visibleLine(stack)}: not planned\n`);
  const isProved = lines.length === 0 && unplanned.length === 0 && problems.length === 0;
  if (isProved && plans.length > 0 && imported === 0 && hasImports(path, console)) {
    console.out("imports.yaml has done its work: it can go, with the line imports: of the estate\n");
  }
  return isProved && code === 0 ? 0 : 1;
}

/** Does the estate have ids of records to take over? What is wrong with it has been told. */
function hasImports(path: string, { folder }: Console): boolean {
  const estate = readEstateFile(path, { folder, err: () => {} });
  return estate?.domains.some(({ import: ids }) => Object.keys(ids).length > 0) ?? false;
}

/** A record that the plan does not leave as it is, and by what. */
function unequal({ stack }: Plan, { action, address, before, after }: ResourceChange): readonly string[] {
  if (action === "none") return [];
  const differences = ["name", "type", "content", "priority", "ttl", "proxied", "comment"].flatMap((key) => {
    const [was, is] = [shown(before, key), shown(after, key)];
    return was === is ? [] : [before ? `${key} ${was} becomes ${is}` : `${key} ${is}`];
  });
  return [`${stack}: ${address}: ${action}${differences.length > 0 ? `: ${differences.join(", ")}` : ""}`];
}

function shown(attributes: Attributes | undefined, key: string): string {
  const found = attributes && [attributes.text(key), attributes.number(key), attributes.flag(key)];
  const known = found?.find(
    (one): one is Extract<Attribute<string | number | boolean>, { kind: "known" }> => one.kind === "known",
  );
  return known ? JSON.stringify(known.value) : "nothing";
}
