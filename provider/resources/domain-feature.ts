import type { ExchangeObject } from "../exchange/types";
import { CloudError } from "../http/cloud-error";
import { DiagnosticError } from "../plugin/index";

// DNSSEC and SMTP DANE of a domain: switched by cmdlets that may go well and say in their row that nothing was done.

/**
 * The row of a cmdlet that switched a feature. One that went well may say nothing of it.
 * @throws DiagnosticError if it says that it did not
 */
export function done([row = {}]: readonly ExchangeObject[], summary: string): ExchangeObject {
  if (row.Result === undefined || /^success$/i.test(String(row.Result))) return row;
  throw new DiagnosticError({
    summary,
    detail: [row.Result, row.ErrorData].flat().filter(Boolean).map(String).join(": "),
    path: ["domain"],
  });
}

/** What Exchange refused, of a domain; anything else as it came. @param hint what may be missing */
export function refusal(summary: string, error: unknown, hint = ""): unknown {
  if (!(error instanceof CloudError)) return error;
  const detail = `${error.message} (${error.code})${hint && `. ${hint}`}`;
  return new DiagnosticError({ summary, detail, path: ["domain"] });
}
