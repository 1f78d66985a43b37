import { existsSync, readdirSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import type { StackKind } from "../hosts/host";
import { isMapping } from "../lib/mapping";
import { assemblyStacks } from "./aws/assembly";
import { MANIFEST_FILE, readJson, STACK_FILE, sha256 } from "./output-cache";

export const STACK_KINDS: readonly StackKind[] = ["terraform", "aws"];

/** The cloud assembly in the output folder. */
export const ASSEMBLY_FOLDER = "aws";

/** Where cdktf puts a folder for each stack, below the output folder. */
export const STACKS_FOLDER = "stacks";

/** The files of a stack, below the output folder. */
export function stackFiles(kind: StackKind, name: string): readonly string[] {
  return kind === "terraform"
    ? [join(STACKS_FOLDER, name, STACK_FILE)]
    : ["template", "assets"].map((part) => join(ASSEMBLY_FOLDER, `${name}.${part}.json`));
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
  const files = stackFiles(kind, name).map((file) => join(out, file));
  return files.every((file) => existsSync(file)) ? hashOf(files) : undefined;
}

/** A hash over the manifests that are there; `undefined` if none is. */
export function manifestsHash(out: string): string | undefined {
  const files = STACK_KINDS.map((kind) => join(out, manifestFile(kind))).filter((file) => existsSync(file));
  return files.length > 0 ? hashOf(files) : undefined;
}

function hashOf(files: readonly string[]): string {
  return sha256(files.map((file) => readFileSync(file, "utf8")).join("\0"));
}

/** Deletes a stack's files, and the folders that are empty then: what Terraform left there is not ours to delete. */
export function removeStack(out: string, kind: StackKind, name: string): void {
  for (const file of stackFiles(kind, name)) rmSync(join(out, file), { force: true });
  removeIfEmpty(dirname(join(out, stackFiles(kind, name)[0] ?? "")));
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
