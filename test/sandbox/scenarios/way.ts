/**
 * By `PROVIDERS=own` everything starts its providers by itself, as plain Terraform does: scenarios have to end alike, whichever
 * way providers are run.
 */
export const SHARES_PROVIDERS = process.env.PROVIDERS !== "own";

const ROLLS_OUT: ReadonlySet<string | undefined> = new Set(["plan", "deploy", "destroy"]);

/** The arguments of `mail-hygiene`, in that way. */
export function ownWay(args: readonly string[]): readonly string[] {
  return SHARES_PROVIDERS || !ROLLS_OUT.has(args[0]) ? args : [...args, "--no-shared-providers"];
}
