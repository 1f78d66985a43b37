import { shown } from "../lib/fault";

/** What is wrong with a `create` that none of a host's ways to create a zone is meant by. */
export function notCreation(input: unknown, expected: string) {
  return {
    message: "not a way to create a zone",
    received: shown(input),
    expected,
    ...(input === false ? { fix: "leave the key out" } : {}),
  };
}
