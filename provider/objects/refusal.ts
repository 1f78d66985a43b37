import { CloudError } from "../http/cloud-error";
import { type Diagnostic, DiagnosticError } from "../plugin/index";
import type { Table } from "./table";

/** What Exchange refused, as an administrator needs it: what is missing, and where. Anything else as it came. */
export function refusal(table: Table, error: unknown, cmdlet: string): unknown {
  return error instanceof CloudError ? new DiagnosticError(refusalOf(table, error, cmdlet)) : error;
}

export function refusalOf(table: Table, error: CloudError, cmdlet: string): Diagnostic {
  const [, parameter] = /parameter name '([^']+)'/i.exec(error.message) ?? [];
  if (parameter !== undefined) return unknownParameter(table, parameter, cmdlet);
  if (/CommandNotFoundException/.test(error.code)) {
    return {
      summary: `this tenant has no ${cmdlet}`,
      detail: `Exchange shows an application only what it may use. ${wanting(table, table.licence)}`,
    };
  }
  if (/Dehydrated/i.test(error.code) || /Enable-OrganizationCustomization/i.test(error.message)) {
    return {
      summary: "the tenant's Exchange settings are still the shared ones (it is dehydrated)",
      detail:
        "Run Enable-OrganizationCustomization once in Exchange Online PowerShell, wait until it is done, and apply again. " +
        "It cannot be undone, so it is never run unasked.",
    };
  }
  if (/already exists|already in use|is already|must be unique/i.test(error.message)) {
    return {
      summary: `${cmdlet}: ${error.message}`,
      detail: `Import the one that is there, by its name or Guid, or give this one another name.`,
      path: ["name"],
    };
  }
  return { summary: `${cmdlet} was refused`, detail: `${error.message} (${error.code})` };
}

function unknownParameter(table: Table, parameter: string, cmdlet: string): Diagnostic {
  const [name, attribute] =
    Object.entries(table.attributes).find(
      ([, one]) => one.parameter.toLowerCase() === parameter.toLowerCase(),
    ) ?? [];
  return {
    summary: `this tenant's ${cmdlet} has no parameter ${parameter}`,
    detail: `Exchange shows an application only what the tenant has a licence for and the application a role. ${wanting(table, attribute?.licence ?? table.licence)}`,
    ...(name !== undefined && { path: [name] }),
  };
}

function wanting({ role = "Organization Management" }: Table, licence: string | undefined): string {
  const bought = licence === undefined ? "" : `Is there ${licence}? `;
  return `${bought}Has the application the rights of ${role}?`;
}
