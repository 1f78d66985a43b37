/** What `sandbox up` and `sandbox run` are told. */
export interface SandboxOptions {
  /** The estate whose world the sandbox starts with. */
  readonly estate?: string;
  /** A file with the world, instead. */
  readonly world?: string;
  /** Where the clouds' state is kept between sandboxes; Terraform's goes into `<state>.terraform` beside it. */
  readonly state?: string;
  readonly providers: ProviderPreference;
  /** Calls that Cloudflare takes in 5 minutes. @default any number */
  readonly apiBudget?: number;
}

/** Which `cloudflare` and `azuread`: the real ones, our stand-ins, or the real ones as far as they can be had. */
export type ProviderPreference = "auto" | "real" | "stand-in";

export interface NamedOptions {
  /** Which of this user's sandboxes. */
  readonly name: string;
}
