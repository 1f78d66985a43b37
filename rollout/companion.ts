import { readFileSync, renameSync, rmSync } from "node:fs";
import type { Writable } from "node:stream";
import { setTimeout as sleep } from "node:timers/promises";
import type { RunTerraform } from "./terraform-process";
import { writeAnew } from "./write-anew";

/** A process beside a run that stands between Terraform's providers and an API. */
export interface Companion {
  /** Variables by which providers find it. */
  readonly env: NodeJS.ProcessEnv;
  /** What each Terraform holds open as long as it lives: the companion ends with the last of them. */
  readonly life: Writable;
  /** The address by which providers know the API in this run, and the one by which people know it. */
  readonly address: { readonly own: string; readonly usual: string };
  /** How long it may keep a call back that it then passes on, in milliseconds. */
  readonly patience: number;
}

/** The companion as long as it serves; then `undefined`, or another one. */
export type CompanionNow = () => Companion | undefined;

/**
 * Terraform with what stands between its providers and an API. Whatever a run of it starts or is told of is of one
 * companion: a provider that stacks share has it in its environment, so that none of a companion that is gone is used.
 * A plan that the companion did not live to see is made again with what there is then. An apply is not: it has changed
 * something, and its end says what.
 * @param isInterrupted is Terraform told to end in mid-work?
 */
export function withCompanion(
  terraform: RunTerraform,
  companionNow: CompanionNow,
  isInterrupted: () => boolean,
): RunTerraform {
  return async function run(invocation): Promise<number | undefined> {
    const companion = companionNow();
    if (!companion) return terraform(invocation);
    const { env, holds = [], args, log } = invocation;
    const code = await terraform({
      ...invocation,
      env: { ...companion.env, ...env },
      holds: [...holds, companion.life],
    });
    usualAddress(log, companion.address);
    if (args[0] !== "plan" || code === 0 || code === 2 || isInterrupted()) return code;
    if (companionNow() === companion) await sleep(NEWS);
    return companionNow() === companion || isInterrupted() ? code : run(invocation);
  };
}

/** How long a companion that providers lost may need until its end is known here, in milliseconds. */
const NEWS = 100;

/** Puts the address that people know into a log. The other one has a secret of the run in it, and leads nowhere later. */
function usualAddress(log: string, { own, usual }: Companion["address"]): void {
  let text: string;
  try {
    text = readFileSync(log, "utf8");
  } catch {
    return;
  }
  if (!text.includes(own)) return;
  const next = `${log}.new`;
  try {
    writeAnew(next, text.replaceAll(own, usual), 0o600);
    renameSync(next, log);
  } catch {
    // A full disk: what Terraform said is worth more than how it named the API.
    rmSync(next, { recursive: true, force: true });
  }
}
