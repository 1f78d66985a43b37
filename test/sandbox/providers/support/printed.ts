import type { Workspace } from "../../../provider/plugin/support/terraform-run";

/** What Terraform says, without the lines it is broken into. */
export function told(stderr: string): string {
  return stderr.replace(/[\s│]+/g, " ");
}

/** A provider's schemas as Terraform prints them, but for the kind of descriptions, which the trimmed files leave out. */
export async function printedSchemas(terraform: Workspace, source: string): Promise<unknown> {
  terraform.configure("");
  const { provider_schemas } = JSON.parse(await terraform.ok("providers", "schema", "-json"));
  const printed = JSON.stringify(provider_schemas[source], (key, value) =>
    key === "description_kind" ? undefined : value,
  );
  return JSON.parse(printed);
}
