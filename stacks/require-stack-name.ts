import { FaultError, shown } from "../lib/fault";

/**
 * The name of a tenant's stack.
 * @param nameOf what a stack of such a tenant is called
 * @throws FaultError if none can be called so
 */
export function requireStackName(tenant: string, nameOf: (tenant: string) => string): string {
  if (typeof tenant === "string" && /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(tenant)) return nameOf(tenant);
  throw new FaultError(typeof tenant === "string" ? `tenant ${tenant}` : "tenant", [
    {
      message: "a name that no stack can have",
      received: shown(tenant),
      expected: "lower-case letters, digits and hyphens, such as contoso-eu",
    },
  ]);
}
