import { type Dirent, readdirSync } from "node:fs";
import { isAbsolute, join } from "node:path";
import { isStackName } from "./stack-name";

/** Where the name of the stack stands in the pattern of a path. */
const STACK = "{stack}";

/** What Terraform leaves beside a state. */
const NO_STATE = /\.(?:backup|lock\.info|tflock)$/;

/**
 * The state files that there are, by the stacks that they would be of.
 * @param project the folder in which a relative path begins
 * @param pattern the path of a stack's state, with `{stack}` for its name: `state/{stack}.tfstate`
 */
export function localStates(project: string, pattern: string): ReadonlyMap<string, string> {
  const start = isAbsolute(pattern) ? "/" : project;
  const segments = pattern.split("/").filter((segment) => segment !== "" && segment !== ".");
  const found = new Map<string, string>();
  const visit = (folder: string, [segment = "", ...rest]: readonly string[], stack: string | undefined) => {
    const at = (name: string, named: string | undefined) => {
      const path = join(folder, name);
      if (rest.length > 0) visit(path, rest, named);
      else if (named !== undefined) found.set(named, path);
    };
    if (stack !== undefined) return at(segment.replaceAll(STACK, stack), stack);
    if (!segment.includes(STACK)) return at(segment, undefined);
    for (const entry of entriesOf(folder)) {
      const named = stackIn(entry.name, segment);
      const fits = rest.length > 0 ? entry.isDirectory() : entry.isFile() && !NO_STATE.test(entry.name);
      if (named !== undefined && fits) at(entry.name, named);
    }
  };
  visit(start, segments, undefined);
  return found;
}

/** The stack whose name in a segment of the pattern gives this name of a file, which may hold it more than once. */
function stackIn(name: string, segment: string): string | undefined {
  const around = segment.split(STACK);
  const length = (name.length - around.join("").length) / (around.length - 1);
  const start = segment.indexOf(STACK);
  const stack = name.slice(start, start + length);
  return around.join(stack) === name && isStackName(stack) ? stack : undefined;
}

function entriesOf(folder: string): readonly Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    // A folder that is not there holds no state; one that may not be read is told by Terraform.
    return [];
  }
}
