import { createHash } from "node:crypto";
import type { WorldCredentials } from "../../lib/world/world";

// All of them are throw-away: they let nobody in anywhere else.

const APPLICATION = {
  clientId: "5a4db0c5-0000-4000-8000-5a4db0c50001",
  clientSecret: "sandbox~secret-that-opens-nothing-elsewhere",
  trustsFederation: true,
} as const;

/** Cloudflare's token of a prefix, or the one without. */
export function tokenOf(prefix: string | undefined): string {
  return prefix === undefined
    ? "sandbox-token-that-opens-nothing-elsewhere"
    : `sandbox-token-of-${prefix}-that-opens-nothing-elsewhere`;
}

/** The application of a prefix, or the one without. */
export function applicationOf(prefix: string | undefined) {
  if (prefix === undefined) return APPLICATION;
  const id = createHash("sha256").update(prefix).digest("hex").slice(0, 12);
  return {
    clientId: `5a4db0c5-0000-4000-8000-${id}`,
    clientSecret: `sandbox~secret-of-${prefix}-that-opens-nothing-elsewhere`,
    trustsFederation: true,
  };
}

/** Who may sign in to a tenant. */
export function applicationIn(tenantId: string, credentials: readonly WorldCredentials[] = []) {
  return applicationOf(
    credentials.find(({ tenants }) => tenants.some((id) => id.toLowerCase() === tenantId))?.prefix,
  );
}

/** The variables of all prefixes. */
export function prefixedVariables(
  credentials: readonly WorldCredentials[] = [],
): Readonly<Record<string, string>> {
  return Object.fromEntries(
    credentials.flatMap(({ prefix, tenants }): readonly (readonly [string, string])[] => {
      if (prefix === undefined) return [];
      const { clientId, clientSecret } = applicationOf(prefix);
      const [tenant, ...others] = tenants;
      return [
        [`${prefix}_CLOUDFLARE_API_TOKEN`, tokenOf(prefix)],
        ...(tenant === undefined || others.length > 0 ? [] : [[`${prefix}_ARM_TENANT_ID`, tenant] as const]),
        [`${prefix}_ARM_CLIENT_ID`, clientId],
        [`${prefix}_ARM_CLIENT_SECRET`, clientSecret],
      ];
    }),
  );
}
