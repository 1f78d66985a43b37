import { existsSync } from "node:fs";
import { resolve } from "node:path";
import * as v from "valibot";
import type { ProviderVersions } from "../../lib/provider-versions";
import { worldOf } from "../../lib/world/from-estate";
import type { World } from "../../lib/world/world";
import type { Console } from "../console";
import { Misuse } from "../misuse";
import { openEstate } from "../open-estate";
import { readTextFile, requireFile } from "../read-file";
import type { SandboxOptions } from "./options";

/** In octets. */
const MOST_OF_WORLD = 256 * 1024 * 1024;

/** Only so much that a wrong file is told apart; the cloud reads the rest. */
const WorldFile = v.pipe(
  v.string(),
  v.parseJson(),
  v.custom<World>((value) =>
    v.is(v.looseObject({ zones: v.array(v.unknown()), tenants: v.array(v.unknown()) }), value),
  ),
);

/** What a sandbox starts with. */
export interface Seed {
  readonly world: World;
  /** Versions of providers that the estate allows, if there is one. */
  readonly versions?: ProviderVersions;
}

/**
 * What a sandbox starts with; `undefined`, with everything printed, if the estate has problems.
 * @throws Misuse without anything to make it from
 */
export function seedOf({ estate, world, state }: SandboxOptions, console: Console): Seed | undefined {
  const isGoneOnWith = state !== undefined && isState(state, console.folder);
  if (estate !== undefined && world !== undefined)
    throw new Misuse("--estate and --world exclude each other");
  if (world !== undefined) return { world: readWorld(world, console.folder) };
  if (estate !== undefined) {
    const opened = openEstate(estate, { ...console, err: problemsOnly(console) });
    return opened && { world: worldOf(opened.estate, opened.declared), versions: opened.estate.providers };
  }
  if (isGoneOnWith) return { world: { zones: [], tenants: [] } };
  throw new Misuse(
    "an empty sandbox has no zones and no tenants; add --estate <file>, which gives it what the estate presupposes, or --world <file>",
  );
}

/** Is there a file of an earlier sandbox? @throws Misuse for what is none that the cloud could read */
function isState(state: string, folder: string): boolean {
  const file = resolve(folder, state);
  if (!existsSync(file)) return false;
  try {
    requireFile(file, state, { most: MOST_OF_WORLD });
    return true;
  } catch (error) {
    throw new Misuse(`--state ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** Advice is for those who synthesize. */
function problemsOnly({ err }: Console): Console["err"] {
  return (text) => {
    if (!text.startsWith("warning: ")) err(text);
  };
}

function readWorld(path: string, folder: string): World {
  const parsed = v.safeParse(WorldFile, readTextFile(resolve(folder, path), path, { most: MOST_OF_WORLD }));
  if (parsed.success) return parsed.output;
  throw new Misuse(`${path} holds no world: expected { "zones": […], "tenants": […] } in JSON`);
}
