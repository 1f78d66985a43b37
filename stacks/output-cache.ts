import { hash } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isMapping } from "../lib/mapping";

/** What a stack was synthesized from and what came out, so that the same need not be done again. */
export interface CachedStack {
  /** Hash over everything the output follows from. */
  readonly input: string;
  /** Hash over the output file. */
  readonly output: string;
}

/** What the last synth into a folder left behind. */
export interface OutputCache {
  readonly stacks: ReadonlyMap<string, CachedStack>;
  /** Hash over the manifests. */
  readonly manifest?: string;
}

/** The cache's file in the output folder. It holds hashes only: the outputs beside it are what is reused. */
export const CACHE_FILE = "mail-hygiene.cache.json";

/** The file that Terraform reads in a stack's folder. */
export const STACK_FILE = "cdk.tf.json";

export const MANIFEST_FILE = "manifest.json";

/**
 * What this tool's last synth into the folder left; empty if another build made it, or it cannot be read.
 * @param manifest hash over the manifests that are there now
 */
export function readCache(out: string, tool: string | undefined, manifest: string | undefined): OutputCache {
  const stored = readJson(join(out, CACHE_FILE));
  const stacks = new Map<string, CachedStack>();
  if (!isMapping(stored) || tool === undefined || stored.tool !== tool || !isMapping(stored.stacks))
    return { stacks };
  for (const [name, hashes] of Object.entries(stored.stacks)) {
    if (!Array.isArray(hashes)) continue;
    const [input, output] = hashes;
    if (typeof input === "string" && typeof output === "string") stacks.set(name, { input, output });
  }
  // A manifest that is not the one of then may lack stacks whose output is there.
  if (manifest === undefined || stored.manifest !== manifest) return { stacks: new Map() };
  return { stacks, manifest };
}

/** The cache as text, the same bytes for the same outputs. */
export function formatCache(tool: string, { stacks, manifest }: OutputCache): string {
  const sorted = [...stacks.keys()].sort();
  const hashes = sorted.map((name) => [name, [stacks.get(name)?.input, stacks.get(name)?.output]]);
  return `${JSON.stringify({ tool, manifest, stacks: Object.fromEntries(hashes) })}\n`;
}

/** A JSON file's value; `undefined` if there is no such file, or it is no JSON. */
export function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}

export function sha256(content: string | Uint8Array): string {
  return hash("sha256", content);
}
