/** What `plan`, `deploy` and `destroy` are told. */
export interface RolloutOptions {
  readonly out: string;
  readonly domain?: readonly string[];
  readonly cache: boolean;
  /** How many stacks at once. */
  readonly parallel: number;
  readonly format: "table" | "json";
  /** In Terraform's notation. */
  readonly lockTimeout: string;
  readonly upgrade?: boolean;
  /** Of `plan`. */
  readonly detailedExitcode?: boolean;
  /** Of `plan`: an output folder of synth; stacks that are the same there are left out. */
  readonly changedSince?: string;
  /** Of `deploy` and `destroy`. */
  readonly yes?: boolean;
  /** Of `deploy` and `destroy`: a run folder, or `latest`. */
  readonly resume?: string;
  /** Globs of stacks whose state may be empty though an earlier run left something in it. */
  readonly emptyState?: readonly string[];
}
