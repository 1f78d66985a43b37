import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isMapping } from "../../lib/mapping";
import { MANIFEST_FILE, readJson } from "../output-cache";
import { writeAnew } from "../write-anew";

/** The entries of a cloud assembly's manifest, by name: stacks, and what must be uploaded for them. */
export type Artifacts = Readonly<Record<string, unknown>>;

/** The stacks of the cloud assembly in a folder with all their entries, by stack; none where there is no assembly. */
export function assemblyStacks(folder: string): ReadonlyMap<string, Artifacts> {
  const manifest = readJson(join(folder, MANIFEST_FILE));
  const artifacts = isMapping(manifest) && isMapping(manifest.artifacts) ? manifest.artifacts : {};
  const stacks = new Map<string, Artifacts>();
  for (const [name, artifact] of Object.entries(artifacts)) {
    if (!isMapping(artifact) || artifact.type !== "aws:cloudformation:stack") continue;
    const assets = artifacts[`${name}.assets`];
    stacks.set(name, { ...(assets === undefined ? {} : { [`${name}.assets`]: assets }), [name]: artifact });
  }
  return stacks;
}

/**
 * Rewrites the manifest that the AWS CDK wrote: with the entries of stacks that were not made now, in the order of their
 * names, each after the one that creates its zone, and without what no deployment reads and another machine would write differently, namely where in the source
 * each resource was made, and which feature flags there are.
 */
export function tidyManifest(
  folder: string,
  kept: ReadonlyMap<string, Artifacts>,
  creators: ReadonlyMap<string, string> = new Map(),
): void {
  const file = join(folder, MANIFEST_FILE);
  const stacks = [...new Map([...kept, ...assemblyStacks(folder)])].sort(([a], [b]) => (a < b ? -1 : 1));
  const names = new Set(stacks.map(([name]) => name));
  const artifacts = Object.assign(
    {},
    ...stacks.map(([name, entries]) => {
      const creator = creators.get(name);
      return dependingOn(name, entries, names, creator !== undefined && names.has(creator) ? [creator] : []);
    }),
  );
  const manifest: unknown = JSON.parse(readFileSync(file, "utf8"));
  const head = isMapping(manifest) ? manifest : {};
  const tidied = JSON.stringify({ ...head, artifacts }, withoutMetadata, 2);
  writeAnew(file, `${tidied}\n`);
}

/** The entries of a stack that depends on no other stacks than these. */
function dependingOn(
  name: string,
  entries: Artifacts,
  names: ReadonlySet<string>,
  first: readonly string[],
): Artifacts {
  const stack = entries[name];
  if (!isMapping(stack)) return entries;
  const now = Array.isArray(stack.dependencies) ? stack.dependencies : [];
  const dependencies = [...first, ...now.filter((one) => !names.has(one))];
  return { ...entries, [name]: { ...stack, ...(dependencies.length > 0 ? { dependencies } : {}) } };
}

function withoutMetadata(key: string, value: unknown): unknown {
  return key === "additionalMetadataFile" ? undefined : value;
}
