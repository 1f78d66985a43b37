import * as v from "valibot";

/** Something that Terraform says about a run, in its own words. */
export interface Diagnostic {
  readonly summary: string;
  readonly detail?: string;
  /** The resource it is about, e.g. `cloudflare_dns_record.Spf`. */
  readonly address?: string;
}

/** A line of Terraform's machine-readable output: https://developer.hashicorp.com/terraform/internals/machine-readable-ui */
const DiagnosticLine = v.pipe(
  v.object({
    type: v.literal("diagnostic"),
    diagnostic: v.object({
      severity: v.literal("error"),
      summary: v.string(),
      detail: v.optional(v.string(), ""),
      address: v.optional(v.string()),
    }),
  }),
  v.transform(
    ({ diagnostic: { summary, detail, address } }): Diagnostic => toDiagnostic(summary, detail, address),
  ),
);

/** The errors in what `terraform plan -json` or `apply -json` printed. Lines that are no JSON are passed over. */
export function errorsIn(log: string): readonly Diagnostic[] {
  return log.split("\n").flatMap((line) => {
    if (!line.includes('"diagnostic"')) return [];
    const parsed = v.safeParse(v.pipe(v.string(), v.parseJson(), DiagnosticLine), line);
    return parsed.success ? [parsed.output] : [];
  });
}

/** The errors in what a command prints for people, with `-no-color`: `Error: …`, an empty line, paragraphs. */
export function errorsInText(log: string): readonly Diagnostic[] {
  const said = log.replaceAll(/^[│╷╵] ?/gm, "");
  const parts = said.matchAll(/^(Error|Warning): ([\s\S]*?)(?=^(?:Error|Warning): |(?![\s\S]))/gm);
  return [...parts].flatMap(([, severity, text = ""]) => {
    if (severity !== "Error") return [];
    const [summary = "", ...rest] = text.trim().split(/\n\s*\n/);
    return [toDiagnostic(summary.replaceAll(/\s*\n\s*/g, " "), rest.join("\n\n"))];
  });
}

function toDiagnostic(summary: string, detail: string, address?: string): Diagnostic {
  return {
    summary,
    ...(detail === "" ? {} : { detail }),
    ...(address === undefined ? {} : { address }),
  };
}
