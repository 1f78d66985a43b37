import { CloudError } from "../http/cloud-error";
import { DiagnosticError } from "../plugin/index";

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
