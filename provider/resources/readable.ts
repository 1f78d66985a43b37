import { CloudError } from "../http/cloud-error";
import { DiagnosticError } from "../plugin/index";

/**
 * What a read answers.
 * @param what the text that a refusal is told by: what cannot be read
 * @throws DiagnosticError for a refusal; whatever else the read throws, as it came
 */
export async function readable<T>(what: string, read: Promise<T>): Promise<T> {
  try {
    return await read;
  } catch (error) {
    if (!(error instanceof CloudError) || error.code === "cancelled") throw error;
    throw new DiagnosticError({
      summary: `${what} cannot be read`,
      detail: `${error.message} (${error.code})`,
    });
  }
}
