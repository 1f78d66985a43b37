import { existsSync, readdirSync } from "node:fs";
import { join, resolve } from "node:path";
import { shellWord } from "../../lib/shell-word";
import { Misuse } from "../misuse";
import { readTextFile } from "../read-file";

/** The stacks of an output folder, held against those of another one. */
export interface Changed {
  /** Those that are new or whose configuration differs, of the names asked for. */
  readonly changed: readonly string[];
  /** Those of the other folder that are not in the estate any more. */
  readonly gone: readonly string[];
}

/**
 * Compares synthesized stacks byte by byte: the same estate and the same version write the same bytes.
 * @param names of Terraform's stacks in `out`
 * @param all names of the estate's stacks
 * @param before an output folder of synth, such as that of the base branch
 * @throws Misuse if `before` is no output folder
 */
export function changedSince(
  names: readonly string[],
  all: readonly string[],
  out: string,
  before: string,
  folder: string,
): Changed {
  const old = resolve(folder, before);
  if (!existsSync(join(old, "manifest.json"))) {
    throw new Misuse(
      `--changed-since ${before}: no output of synth; mail-hygiene synth <estate of the base branch> --out ${shellWord(before)}`,
    );
  }
  const stacks = join(old, "stacks");
  const known = existsSync(stacks) ? readdirSync(stacks).filter((name) => configuration(old, name)) : [];
  return {
    changed: names.filter((name) => !same(configuration(out, name), configuration(old, name))),
    gone: known.filter((name) => !all.includes(name)).sort(),
  };
}

/** More than any stack has, in octets. */
const MOST_OF_STACK = 64 * 1024 * 1024;

function configuration(out: string, stack: string): string | undefined {
  const path = join("stacks", stack, "cdk.tf.json");
  const file = join(out, path);
  return existsSync(file) ? readTextFile(file, path, { most: MOST_OF_STACK, within: out }) : undefined;
}

function same(a: string | undefined, b: string | undefined): boolean {
  return a !== undefined && a === b;
}
