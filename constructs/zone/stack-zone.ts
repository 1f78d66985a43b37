import type { TerraformResource } from "cdktf";
import type { Result } from "../../lib/fault";
import type { MailZone } from "./mail-zone";

/** The zone of a domain's Terraform stack. */
export interface StackZone<out R extends TerraformResource = TerraformResource> {
  /** The zone that holds the records. */
  readonly zone: MailZone<R>;
  /** What an import block gives Terraform for an existing record, by the id that the estate gives it. */
  importId(id: string): Result<string>;
}
