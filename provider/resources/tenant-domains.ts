import type { GraphObject } from "../graph/types";
import { CloudError } from "../http/cloud-error";
import { DiagnosticError } from "../plugin/index";
import { unlessGone } from "./found";
import type { M365 } from "./m365";

// Domains of a tenant, as Graph keeps them: https://learn.microsoft.com/graph/api/resources/domain

/** What a call needs. */
export interface Calling {
  readonly client: Pick<M365, "graph">;
  readonly signal: AbortSignal;
}

/** The address of a domain below the version. */
export function domainPath(domain: string, more = ""): string {
  return `domains/${encodeURIComponent(domain)}${more}`;
}

/** The domain; `undefined` if the tenant has none of that name. */
export async function domainOf(
  domain: string,
  { client, signal }: Calling,
): Promise<GraphObject | undefined> {
  const answer = await unlessGone(client.graph.get(domainPath(domain), { signal }));
  // Whoever answers with another domain has not answered.
  return answer !== null && String(answer.id).toLowerCase() === domain ? answer : undefined;
}

/**
 * Graph's answer about a domain.
 * @throws DiagnosticError at `domain` if the tenant has no such domain
 */
export async function ofTenantDomain<T>(domain: string, answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (error) {
    if (!(error instanceof CloudError && error.notFound)) throw error;
    throw new DiagnosticError({
      summary: `${domain} is no domain of this tenant`,
      detail: `Graph: ${error.message}`,
      path: ["domain"],
    });
  }
}

/** Microsoft does not document the words; those of its portals and modules are known. */
const ELSEWHERE =
  /(?:another|different|other) (?:\w+ ){0,3}(?:tenant|directory|organi[sz]ation|account|company)|used elsewhere|already (?:been )?(?:verified|associated)|conflicting object/i;

/** What was refused because the domain is another tenant's; anything else as it came. */
export function refusedElsewhere(domain: string, error: unknown): unknown {
  if (!(error instanceof CloudError) || !isElsewhere(error)) return error;
  return new DiagnosticError({
    summary: `${domain} is verified in another tenant`,
    detail:
      `Graph: ${error.message}\n` +
      "A domain is of one tenant only. Have it removed there; where nobody manages that tenant, take the domain over in the admin center.",
    path: ["domain"],
  });
}

/** Is it refused because another tenant has the domain? */
export function isElsewhere(error: CloudError): boolean {
  return (error.status === 400 || error.status === 409) && ELSEWHERE.test(error.message);
}

/** The services of the domain, whatever Graph gives. */
export function servicesOf({ supportedServices }: GraphObject): readonly string[] {
  return Array.isArray(supportedServices) ? supportedServices.filter((one) => typeof one === "string") : [];
}
