import { parseName } from "../../lib/dns/name";

/**
 * Is it what a stack of an estate is called: a domain, `tenant-<name>` or `exchange-<name>`? Names of files and records come from outside,
 * and become paths.
 */
export function isStackName(text: string): boolean {
  if (/^(?:tenant|exchange)-[a-z0-9]+(?:-[a-z0-9]+)*$/.test(text)) return true;
  const name = parseName(text);
  return name.ok && name.value === text && text.includes(".");
}
