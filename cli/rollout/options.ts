/** What `plan`, `deploy` and `destroy` are told. */
export interface RolloutOptions {
  readonly out: string;
  /** The output folder as it was named, where it is not the default. */
  readonly namedOut?: string;
  readonly domain?: readonly string[];
  readonly cache: boolean;
  /** How many stacks at once. */
  readonly parallel: number;
  readonly format: "table" | "json";
  /** In Terraform's notation. */
  readonly lockTimeout: string;
  readonly upgrade?: boolean;
  /** Is there to be a gateway before the Cloudflare API? */
  readonly gateway: boolean;
  /** Calls that the Cloudflare API may get in 5 minutes. */
  readonly apiBudget: number;
  /** Is to be told what became of calls to the Cloudflare API? */
  readonly stats?: boolean;
  /** May stacks use one process of a provider? @default true */
  readonly sharedProviders?: boolean;
  /** Of `plan`. */
  readonly detailedExitcode?: boolean;
  /** Of `plan`: an output folder of synth; stacks that are the same there are left out. */
  readonly changedSince?: string;
  /** Of `plan` and `deploy`, and of `destroy` with `orphans`: limits that may be exceeded, as of `review`. */
  readonly allow?: readonly string[];
  /** Of `plan` and `deploy`: asked for what zones hold already, where no host tells. */
  readonly resolver?: string;
  /** Of `deploy` and `destroy`. */
  readonly yes?: boolean;
  /** Of `deploy`: the folder of a run of `plan`, or `latest`, whose plans are applied as they are. */
  readonly run?: string;
  /** Of `deploy` and `destroy`: a run folder, or `latest`. */
  readonly resume?: string;
  /** Of `destroy`: stacks that have left the estate, in place of those that it has. */
  readonly orphans?: boolean;
  /** Of `destroy --orphans`: the estate file that had them. */
  readonly base?: string;
  /** Of `destroy --orphans`: take them out of Terraform's hands, and nothing out of the world. */
  readonly forget?: boolean;
  /** Of `destroy`: let go of what is protected, and destroy the rest of its stack. */
  readonly keepProtected?: boolean;
  /** Globs of stacks whose state may be empty though an earlier run left something in it. */
  readonly emptyState?: readonly string[];
}
