/** A Terraform stack of a rollout. */
export interface RolloutStack {
  /** A domain, `tenant-<name>` or `exchange-<name>`. */
  readonly name: string;
  /** The absolute path of the folder that Terraform runs in; it holds {@link STACK_FILE}. */
  readonly folder: string;
  /** The stacks that must be applied before this one, and destroyed after it. */
  readonly after: readonly Predecessor[];
}

interface Predecessor {
  readonly stack: string;
  /**
   * The type of resource that it creates and this stack looks up, e.g. `cloudflare_zone`. This stack cannot be planned
   * while the plan of that one would create any.
   */
  readonly creates: string;
}

/** The file with a stack's configuration, as cdktf names it. */
export const STACK_FILE = "cdk.tf.json";
