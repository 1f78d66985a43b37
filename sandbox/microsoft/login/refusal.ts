import { randomUUID } from "node:crypto";
import type { Answer } from "../../http/answer";

/** Entra ID's refusal. https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
export function refusal(error: string, number: number, text: string, status = 400): Answer {
  const [trace_id, correlation_id] = [randomUUID(), randomUUID()];
  const timestamp = `${new Date().toISOString().slice(0, 19).replace("T", " ")}Z`;
  return {
    status,
    body: {
      error,
      error_description: `AADSTS${number}: ${text} Trace ID: ${trace_id} Correlation ID: ${correlation_id} Timestamp: ${timestamp}`,
      error_codes: [number],
      timestamp,
      trace_id,
      correlation_id,
      error_uri: `https://login.microsoftonline.com/error?code=${number}`,
    },
  };
}
