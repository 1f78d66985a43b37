import { existsSync, readFileSync } from "node:fs";
import { join, relative, resolve } from "node:path";
import type { StateBackend } from "../../lib/estate/model";
import { isMapping, type Mapping } from "../../lib/mapping";
import { errorMessage } from "../disk-fault";
import { localStates } from "./local-states";
import { readRunBooks } from "./run-books";
import { isStackName } from "./stack-name";
import { resourcesInState, type StateResource } from "./state";

/** A stack of Terraform that is not in the estate, and may still have resources in the world. */
export interface RemovedStack {
  readonly name: string;
  /**
   * What tells that it was of this estate: its configuration in the output folder, a run that deployed it, an earlier
   * estate. A state alone does not: another estate may keep its own beside ours.
   */
  readonly knownBy: "configuration" | "run" | "base" | "state";
  /** Providers and backend, if they are known. */
  readonly configuration?: Mapping;
  /** What its state holds; absent where only Terraform can read it. */
  readonly resources?: readonly StateResource[];
  /** Where its state is, in words: `state/contoso.net.tfstate`, `s3`. */
  readonly state: string;
  /** Why its state file cannot be read. */
  readonly problem?: string;
}

export interface RemovedStacks {
  /** By name. */
  readonly stacks: readonly RemovedStack[];
  /** Those of which the state is there and holds nothing any more, by name. */
  readonly ended: readonly string[];
  /** What could not be looked at, a sentence each: more may have been removed. */
  readonly unknown: readonly string[];
}

export interface RemovedSearch {
  /** The output folder, absolute. */
  readonly out: string;
  readonly state: StateBackend;
  /** Is it a stack of Terraform of the estate? */
  readonly isCurrent: (stack: string) => boolean;
  /** The path of a local state that takes the place of every backend, with `{stack}`. @default none */
  readonly instead?: string;
  /** The last configurations in the output folder. */
  readonly kept: ReadonlyMap<string, Mapping>;
  /** Those of an earlier estate. @default none */
  readonly base?: ReadonlyMap<string, Mapping>;
  /** Stacks that somebody says were of the estate. @default none */
  readonly named?: readonly string[];
  /** Stacks that are told also where their state holds nothing: those of a run that is resumed. @default none */
  readonly begun?: readonly string[];
  /** How a state file is read, which somebody else may have put there; throws. @default as it is */
  readonly readState?: (file: string) => string;
}

/** Finds the stacks that left an estate, by what the state backend, the output folder and its runs know. */
export function findRemoved(search: RemovedSearch): RemovedStacks {
  const { out, isCurrent, kept, base = new Map(), named = [], begun = [], instead } = search;
  const { readState = (file: string) => readFileSync(file, "utf8") } = search;
  const state: StateBackend = instead === undefined ? search.state : { type: "local", path: instead };
  const project = resolve(out, "..");
  const books = readRunBooks(out);
  const states = state.type === "local" ? localStates(project, state.path) : new Map<string, string>();
  const deployed = [...books.deployed].flatMap(([name, holds]) => (holds ? [name] : []));
  const names = [
    ...new Set([...base.keys(), ...kept.keys(), ...deployed, ...states.keys(), ...named, ...begun]),
  ];
  const ended: string[] = [];
  const stacks = names
    .filter((name) => isStackName(name) && !isCurrent(name))
    .sort()
    .flatMap((name): readonly RemovedStack[] => {
      const configuration = base.get(name) ?? kept.get(name);
      const knownBy = base.has(name)
        ? "base"
        : kept.has(name)
          ? "configuration"
          : books.deployed.has(name) || named.includes(name) || begun.includes(name)
            ? "run"
            : "state";
      const file =
        configuration && instead === undefined ? localState(out, name, configuration) : ownPath(name);
      const common = { name, knownBy, ...(configuration ? { configuration } : {}) } as const;
      if (file !== undefined) {
        const found = fromFile(common, { file, project, readState });
        const isOver = found?.resources?.length === 0;
        if (isOver) ended.push(name);
        return found && (!isOver || begun.includes(name)) ? [found] : [];
      }
      // Destroyed by the last run that touched it.
      if (books.deployed.get(name) === false && !named.includes(name)) return [];
      return [{ ...common, state: backendOf(configuration) ?? state.type }];
    });
  return { stacks, ended, unknown: [...unlisted(state), ...books.unreadable.map(unreadableRun)] };

  function ownPath(name: string): string | undefined {
    return state.type === "local"
      ? resolve(
          project,
          state.path.replaceAll("{stack}", () => name),
        )
      : undefined;
  }
}

function fromFile(
  common: Pick<RemovedStack, "name" | "knownBy" | "configuration">,
  { file, project, readState }: { file: string; project: string; readState: (file: string) => string },
): RemovedStack | undefined {
  const state = relative(project, file);
  // Without a state there is nothing that Terraform could destroy: it was never deployed, or moved.
  if (!existsSync(file)) return undefined;
  try {
    const resources = resourcesInState(readState(file));
    return resources
      ? { ...common, state, resources }
      : { ...common, state, problem: "it is no state of a version that is known" };
  } catch (error) {
    return { ...common, state, problem: errorMessage(error) };
  }
}

/** The file of a local backend, which Terraform resolves in the stack's folder. */
function localState(out: string, name: string, configuration: Mapping): string | undefined {
  const local = backendsOf(configuration).local;
  const path = isMapping(local) ? local.path : undefined;
  return typeof path === "string" ? resolve(join(out, "stacks", name), path) : undefined;
}

function backendOf(configuration: Mapping | undefined): string | undefined {
  if (!configuration) return undefined;
  const terraform = configuration.terraform;
  if (isMapping(terraform) && terraform.cloud !== undefined) return "cloud";
  return Object.keys(backendsOf(configuration))[0];
}

function backendsOf({ terraform }: Mapping): Mapping {
  return isMapping(terraform) && isMapping(terraform.backend) ? terraform.backend : {};
}

function unlisted({ type }: StateBackend): readonly string[] {
  if (type === "local") return [];
  return [
    `which states there are at ${type} Terraform cannot list: of stacks that left the estate only those are known that the output folder or an earlier estate (--base) had`,
  ];
}

function unreadableRun(name: string): string {
  return `the record of run ${name} cannot be read: what it deployed is not known`;
}
