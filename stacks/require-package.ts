import type { NeededPackage } from "../hosts/host";

/**
 * Which version there is of a package that is not installed with this one.
 * @param what needs it, for the error
 * @throws Error if it is not installed
 */
export function requirePackage(what: string, { name, version: tested }: NeededPackage): string {
  try {
    const { version }: { readonly version: string } = require(`${name}/package.json`);
    return version;
  } catch {
    throw new Error(`${what} the package ${name}, which is not installed: npm install ${name}@${tested}`);
  }
}
