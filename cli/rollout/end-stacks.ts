import { existsSync, mkdirSync, readdirSync, readFileSync, rmdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { Mapping } from "../../lib/mapping";
import { declaredIn, type Ending, protectedAddresses, withoutResources } from "../../rollout/removed/ending";
import { fitting } from "../../rollout/removed/fits";
import { PROTECTED_TYPES } from "../../rollout/removed/protection";
import { type RolloutStack, STACK_FILE } from "../../rollout/stack";
import { writeAnew } from "../../rollout/write-anew";

/** A stack that is brought to its end, with how. */
export interface EndingStack {
  readonly stack: RolloutStack;
  readonly ending: Ending;
  /** Leaves in the stack's folder the configuration that was there, or none. */
  readonly close: () => void;
}

/**
 * Puts a configuration with the stack's providers and backend, and nothing that it declares, into the stack's own folder:
 * a backend's relative path leads to the same state there, and the providers are chosen already.
 * @param fix what to do where the configuration lacks a provider
 * @param isGone has the stack left the estate? Then none stays in the folder: what was there may be of a run that was killed
 */
export function endingStack(
  stack: RolloutStack,
  configuration: Mapping,
  release: Ending["release"],
  fix: string,
  isGone = false,
): EndingStack {
  const file = join(stack.folder, STACK_FILE);
  mkdirSync(stack.folder, { recursive: true });
  const before = !isGone && existsSync(file) ? readFileSync(file) : undefined;
  const bare = withoutResources(configuration);
  writeAnew(file, `${JSON.stringify(bare, undefined, 2)}\n`);
  const declared = new Set(declaredIn(configuration).map(({ address }) => address));
  const held = new Set(protectedAddresses(configuration));
  return {
    stack,
    ending: {
      configure: async (resources) => fitting(bare, resources, fix),
      protects: ({ address, type }) =>
        declared.has(address) ? held.has(address) : PROTECTED_TYPES.has(type),
      release,
    },
    close() {
      if (before) {
        writeAnew(file, before);
        return;
      }
      rmSync(file, { force: true });
      if (existsSync(stack.folder) && readdirSync(stack.folder).length === 0) rmdirSync(stack.folder);
    },
  };
}
