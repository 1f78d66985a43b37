import type { Attributes } from "./attributes";

/** What `terraform show -json` says of one saved plan, as far as a reviewer of mail needs it. */
export interface Plan {
  /** The stack's name; empty where a single plan needs none. */
  readonly stack: string;
  readonly changes: readonly ResourceChange[];
  /** Objects that the plan read without managing them: data sources, as far as they could be read before apply. */
  readonly dataObjects: readonly DataObject[];
  /** What Terraform found changed in the world since its last run, by somebody else: each from its state to what is there. */
  readonly drift: readonly ResourceChange[];
  /** Resources of which the plan says something that this reader does not know. */
  readonly unread: readonly UnreadResource[];
  /**
   * Terraform stopped before the plan was whole (`errored`), has deferred changes, or was asked for a part (`-target`):
   * more than this may come.
   */
  readonly incomplete: boolean;
  /** Checks that do not hold, or of which the plan does not tell. */
  readonly checks: readonly UnheldCheck[];
}

/** A check block, or a condition of a resource, output or variable, that does not hold or cannot be told. */
export interface UnheldCheck {
  /** `check.system-alerts`. */
  readonly address: string;
  /** Terraform's: `check`, `resource`, `output_value`, `var`. */
  readonly kind: string;
  /** It does not hold; it could not be evaluated; only apply tells; the plan says it in a form that is not known. */
  readonly status: "fail" | "error" | "unknown" | "unread";
  /** What its author says where it does not hold; each once. */
  readonly messages: readonly string[];
}

/** A resource whose change could not be read. */
export interface UnreadResource {
  readonly address: string;
  /** Absent: not even that is known. */
  readonly type?: string;
  readonly why: string;
}

/** What Terraform does to a resource. */
export type Action = "none" | "create" | "update" | "replace" | "delete" | "forget";

/** What a plan does to one resource. */
export interface ResourceChange {
  readonly stack: string;
  /** With module and index: `module.mail["contoso.com"].cloudflare_dns_record.mx`. */
  readonly address: string;
  readonly type: string;
  readonly action: Action;
  /** An object that is left over from a replacement that failed; Terraform deletes it. */
  readonly deposed: boolean;
  /** It exists and comes under Terraform's care. */
  readonly imported: boolean;
  readonly previousAddress?: string;
  /** Absent: there is nothing, as far as Terraform knows. */
  readonly before?: Attributes;
  /** Absent: there will be nothing. What Terraform only forgets stays. */
  readonly after?: Attributes;
  /** Addresses, without indexes of their own, that an argument of the resource refers to; `conditions.users` for a block's. */
  refersTo(...path: readonly string[]): readonly string[];
  /** Is an argument written down in the configuration? What is not, the provider computes. */
  writes(...path: readonly string[]): boolean;
}

/** One object of a data source. */
export interface DataObject {
  readonly address: string;
  readonly type: string;
  readonly values: Attributes;
}
