import { basename, join } from "node:path";
import { HOSTS } from "../../hosts/index";
import { counted } from "../../lib/counted";
import { stackNames } from "../../lib/declare/stack-names";
import type { Estate } from "../../lib/estate";
import { shellWord } from "../../lib/shell-word";
import {
  findRemoved,
  type RemovedSearch,
  type RemovedStack,
  type RemovedStacks,
} from "../../rollout/removed/find-removed";
import type { RunRecord } from "../../rollout/run-record";
import { keptConfigurations } from "../../stacks/kept-configurations";
import { STACKS_FOLDER } from "../../stacks/output-kinds";
import { readTextFile } from "../read-file";

/** In octets. A record is some 2,000 of them. */
const MOST_OF_STATE = 256 * 1024 * 1024;

/** The stacks that an estate had and has no longer, as far as its output folder and state backend know. */
export function removedStacks(
  estate: Estate,
  out: string,
  more: Pick<RemovedSearch, "base" | "named" | "begun"> = {},
): RemovedStacks {
  const current = terraformStacks(estate);
  const isCurrent = (stack: string) => current.has(stack);
  const kept = keptConfigurations(out, isCurrent);
  // In a sandbox every state is in the folder that Terraform runs in.
  const shadows = process.env.MAIL_HYGIENE_SANDBOX;
  const instead = shadows ? { instead: join(out, STACKS_FOLDER, "{stack}", "terraform.tfstate") } : {};
  // A state may be a link: where states are is up to whoever keeps them.
  const readState = (file: string) => readTextFile(file, basename(file), { most: MOST_OF_STATE });
  return findRemoved({ out, readState, state: estate.state, isCurrent, kept, ...instead, ...more });
}

/** The names of an estate's stacks of Terraform. A domain that went to another tool has left what it had there. */
function terraformStacks(estate: Estate): ReadonlySet<string> {
  const elsewhere = new Set<string>(
    estate.domains.filter(({ zone }) => HOSTS[zone.host].stackKind !== "terraform").map(({ name }) => name),
  );
  return new Set(stackNames(estate).filter((name) => !elsewhere.has(name)));
}

/** Removed stacks as the record of a run tells them. */
export function removedRecords({ stacks }: RemovedStacks): NonNullable<RunRecord["removed"]> {
  return stacks.map(({ name, knownBy, resources }) => ({
    name,
    knownBy,
    ...(resources ? { resources: resources.length } : {}),
  }));
}

/**
 * What `plan` and `deploy` say of removed stacks; nothing where there is nothing to say.
 * @param estate the path of the estate file, as it was given
 */
export function removedWords({ stacks, unknown }: RemovedStacks, estate: string): string {
  const destroy = `mail-hygiene destroy ${shellWord(estate)} --orphans`;
  const known = stacks.filter(({ knownBy }) => knownBy !== "state");
  const others = stacks.filter(({ knownBy }) => knownBy === "state");
  return [
    ...known.map((stack) => `${stack.name} has left the estate: ${leftWords(stack)}\n`),
    ...(known.length > 0 ? [`take away what they published, after a review: ${destroy}\n`] : []),
    ...others.map(
      (stack) =>
        `${stack.state} holds ${contents(stack)} of ${stack.name}, which is not in the estate; if it was of it: ${destroy} --domain ${shellWord(stack.name)}\n`,
    ),
    ...unknown.map((text) => `not known: ${text}\n`),
  ].join("");
}

function leftWords(stack: RemovedStack): string {
  if (stack.problem !== undefined) return `its state ${stack.state} cannot be read: ${stack.problem}`;
  if (!stack.resources)
    return `what it published stays, as far as its state at ${stack.state} still holds it`;
  return `${contents(stack)} in ${stack.state} ${stack.resources.length === 1 ? "stays" : "stay"}`;
}

function contents({ resources }: RemovedStack): string {
  return resources ? counted(resources.length, "resource") : "something";
}
