import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { dirname, join } from "node:path";
import type { Estate, StateBackend } from "../lib/estate";
import { tenantStackName } from "../lib/identity/estate";
import { ssprInstructions } from "../lib/identity/sspr";
import { declareEstate, type LocatedFault } from "../lib/posture/estate";
import { deferArchiver } from "./defer-archiver";
import {
  CACHE_FILE,
  type CachedStack,
  formatCache,
  isIntact,
  isObject,
  MANIFEST_FILE,
  readCache,
  readJson,
  STACK_FILE,
  sha256,
} from "./output-cache";
import type { StackSources } from "./stack-makers";

export interface SynthesizeOptions {
  readonly estate: Estate;
  /** The output folder, as `cdktf synth` lays it out: `manifest.json`, `stacks/<name>/cdk.tf.json`. */
  readonly out: string;
  /** Only these stacks; the others stay as they are. @default all */
  readonly only?: ReadonlySet<string> | undefined;
  /** What the tool is, see `toolId`; without it nothing is cached. */
  readonly tool?: string | undefined;
}

/** What was done, or what is wrong with the estate: then nothing was. */
export type SynthesizeResult =
  | ({ readonly ok: true } & Synthesized)
  | { readonly ok: false; readonly problems: readonly LocatedFault[] };

export interface Synthesized {
  /** Stacks that were made anew. */
  readonly written: readonly string[];
  /** Stacks whose output was there already. */
  readonly unchanged: readonly string[];
  /** Stacks of domains and tenants that the estate no longer has: their output is gone, their resources are not. */
  readonly removed: readonly string[];
  /** What deserves a look in the stacks that were made anew. */
  readonly advice: readonly LocatedFault[];
  /** What must be done once by hand for tenants whose stacks were made anew. */
  readonly instructions: readonly string[];
}

/**
 * Synthesizes an estate without the cdktf CLI: the same bytes as `cdktf synth`. They are made in a staging folder
 * inside the output folder and moved into place when all are there: a failure while they are made changes nothing,
 * one while they are moved leaves whole files, old and new, and no cache, so that the next synth makes all of them.
 * Terraform's own files in the stacks' folders stay.
 */
export async function synthesize(options: SynthesizeOptions): Promise<SynthesizeResult> {
  const { out, estate, only, tool } = options;
  const cache = readCache(out, tool);
  const stacks = new Map<string, CachedStack>();
  const stale = new Map<string, string>();
  const unchanged: string[] = [];
  const inputs = stackInputs(estate);
  for (const [name, input] of inputs) {
    const cached = cache.stacks.get(name);
    if (only && !only.has(name)) {
      if (cached) stacks.set(name, cached);
      continue;
    }
    if (cached?.input === input && isIntact(join(out, "stacks", name, STACK_FILE), cached.output)) {
      stacks.set(name, cached);
      unchanged.push(name);
    } else {
      stale.set(name, input);
    }
  }
  // A stack whose input was accepted before is accepted now: only the others need to be read again.
  const declared = declareEstate(estate, stale.size < inputs.size ? new Set(stale.keys()) : undefined);
  if (!declared.ok) return declared;
  const entries = manifestEntries(out);
  const removed = only ? [] : Object.keys(entries).filter((name) => !inputs.has(name));
  const manifest = join(out, MANIFEST_FILE);
  if (stale.size > 0 || removed.length > 0 || !isIntact(manifest, cache.manifest)) {
    const kept = Object.fromEntries(
      Object.entries(entries).filter(([name]) => only !== undefined || inputs.has(name)),
    );
    for (const [name, output] of await make(out, declared, estate.state, kept)) {
      stacks.set(name, { input: stale.get(name) ?? "", output });
    }
    for (const name of removed) removeStack(join(out, "stacks", name));
    writeCache(out, tool, { stacks, manifest: sha256(readFileSync(manifest)) });
  }
  const instructions = declared.tenants.flatMap(({ plan, tenant }) =>
    plan.sspr ? ssprInstructions(plan.sspr, tenant.cloud) : [],
  );
  return { ok: true, written: [...stale.keys()], unchanged, removed, advice: declared.advice, instructions };
}

/** The names of an estate's stacks: its domains, and `tenant-<name>` for tenants that declare identities. */
export function stackNames(estate: Estate): readonly string[] {
  return [...stackInputs(estate).keys()];
}

/** The stacks of an estate by name, each with a hash over all that its output follows from beside the tool itself. */
function stackInputs({ domains, tenants, state }: Estate): ReadonlyMap<string, string> {
  const hash = (...parts: readonly unknown[]) => sha256(JSON.stringify([...parts, state]));
  return new Map([
    ...domains.map(({ name, options, zone, ...own }) => [name, hash(options, zone, own.import)] as const),
    ...Object.entries(tenants)
      .filter(([, { identity }]) => identity)
      .map(([name, tenant]) => [tenantStackName(name), hash(tenant)] as const),
  ]);
}

/** The stacks that cdktf's manifest in the folder lists, by name. */
function manifestEntries(out: string): Readonly<Record<string, unknown>> {
  const manifest = readJson(join(out, MANIFEST_FILE));
  return isObject(manifest) && isObject(manifest.stacks) ? manifest.stacks : {};
}

/** Makes the stacks and the manifest, and gives the hash of each stack's output. */
async function make(
  out: string,
  declared: StackSources,
  state: StateBackend,
  kept: Readonly<Record<string, unknown>>,
): Promise<ReadonlyMap<string, string>> {
  mkdirSync(out, { recursive: true });
  // On the same file system as the output, so that moving is renaming.
  const staging = mkdtempSync(join(out, ".synth-"));
  try {
    deferArchiver();
    const { synthesizeStacks } = await import("./synthesize-stacks.js");
    await synthesizeStacks({ outdir: staging, sources: declared, state, kept });
    // The cache must never speak of outputs that are being replaced.
    rmSync(join(out, CACHE_FILE), { force: true });
    const made = new Map<string, string>();
    const names = [
      ...declared.domains.map(({ estate }) => estate.name),
      ...declared.tenants.map(({ name }) => tenantStackName(name)),
    ];
    for (const name of names) {
      const file = join(staging, "stacks", name, STACK_FILE);
      made.set(name, sha256(readFileSync(file)));
      move(file, join(out, "stacks", name, STACK_FILE));
    }
    move(join(staging, MANIFEST_FILE), join(out, MANIFEST_FILE));
    return made;
  } finally {
    rmSync(staging, { recursive: true, force: true });
  }
}

function move(from: string, to: string): void {
  mkdirSync(dirname(to), { recursive: true });
  renameSync(from, to);
}

function removeStack(folder: string): void {
  rmSync(join(folder, STACK_FILE), { force: true });
  try {
    // What Terraform left there (a lock file, plugins) is not ours to delete.
    if (readdirSync(folder).length === 0) rmdirSync(folder);
  } catch {
    // The folder was gone already.
  }
}

function writeCache(out: string, tool: string | undefined, cache: Parameters<typeof formatCache>[1]): void {
  const file = join(out, CACHE_FILE);
  if (tool === undefined) {
    rmSync(file, { force: true });
    return;
  }
  writeFileSync(`${file}.new`, formatCache(tool, cache));
  renameSync(`${file}.new`, file);
}
