import { readdirSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { StackKind } from "../hosts/host";
import { isMapping } from "../lib/mapping";
import { assemblyStacks } from "./aws/assembly";
import { configurationIn, dropConfigurations, keepConfiguration } from "./kept-configurations";
import { MANIFEST_FILE, readJson, STACK_FILE, sha256 } from "./output-cache";

export const STACK_KINDS: readonly StackKind[] = ["terraform", "aws"];

/** The cloud assembly in the output folder. */
export const ASSEMBLY_FOLDER = "aws";

/** Where cdktf puts a folder for each stack, below the output folder. */
export const STACKS_FOLDER = "stacks";

/** The files of a stack, below the output folder. */
export function stackFiles(kind: StackKind, name: string): readonly string[] {
  return kind === "terraform"
    ? [`${STACKS_FOLDER}/${name}/${STACK_FILE}`]
    : ["template", "assets"].map((part) => `${ASSEMBLY_FOLDER}/${name}.${part}.json`);
}

/** The manifest that lists the stacks of a kind, below the output folder. */
export function manifestFile(kind: StackKind): string {
  return kind === "terraform" ? MANIFEST_FILE : join(ASSEMBLY_FOLDER, MANIFEST_FILE);
}

/** The entries of a manifest by stack; those of a Terraform stack are one, of which cdktf decides the form. */
export function manifestEntries(out: string, kind: StackKind): ReadonlyMap<string, unknown> {
  if (kind === "aws") return assemblyStacks(join(out, ASSEMBLY_FOLDER));
  const manifest = readJson(join(out, MANIFEST_FILE));
  return new Map(isMapping(manifest) && isMapping(manifest.stacks) ? Object.entries(manifest.stacks) : []);
}

/** A hash over the files of a stack; `undefined` if one is missing. */
export function stackHash(out: string, kind: StackKind, name: string): string | undefined {
  const contents = stackFiles(kind, name).map((file) => readIfThere(`${out}/${file}`));
  return contents.every((content) => content !== undefined) ? hashOf(contents) : undefined;
}

/** A hash over the manifests that are there; `undefined` if none is. */
export function manifestsHash(out: string): string | undefined {
  const contents = STACK_KINDS.flatMap((kind) => readIfThere(`${out}/${manifestFile(kind)}`) ?? []);
  return contents.length > 0 ? hashOf(contents) : undefined;
}

function hashOf(contents: readonly Uint8Array[]): string {
  const [first] = contents;
  // The hash of hashes says where each file ends.
  return first && contents.length === 1 ? sha256(first) : sha256(contents.map(sha256).join());
}

/** @throws Error if the file is there and cannot be read */
function readIfThere(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch (error) {
    const code = isMapping(error) ? error.code : undefined;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw error;
  }
}

/**
 * Deletes a stack's files, and the folders that are empty then: what Terraform left there is not ours to delete. Of a
 * stack of Terraform the configuration is kept aside, since destroying what it made takes it.
 */
export function removeStack(out: string, kind: StackKind, name: string): void {
  const last = kind === "terraform" ? configurationIn(out, name) : undefined;
  if (last) keepConfiguration(out, name, last);
  for (const file of stackFiles(kind, name)) rmSync(join(out, file), { force: true });
  removeIfEmpty(dirname(join(out, stackFiles(kind, name)[0] ?? "")));
}

/** Deletes what is left in an output folder of a stack of Terraform that is gone for good. */
export function dropStack(out: string, name: string): void {
  removeStack(out, "terraform", name);
  dropConfigurations(out, (one) => one === name);
}

/** Deletes the manifest of a kind of which there are no stacks. */
export function removeManifest(out: string, kind: StackKind): void {
  const file = join(out, manifestFile(kind));
  rmSync(file, { force: true });
  if (kind === "aws") removeIfEmpty(dirname(file));
}

function removeIfEmpty(folder: string): void {
  try {
    if (readdirSync(folder).length === 0) rmdirSync(folder);
  } catch {
    // The folder was gone already.
  }
}
