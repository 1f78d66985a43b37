/** What is called, and so what kind of right is asked for. */
export type Api = "graph" | "exchange" | "exchange-roles" | "purview-roles" | "cloudflare" | "azure" | "aws";

/** One right by the name that its API has for it; or several of which one is enough, the narrowest first. */
export type Right = string | readonly [string, ...string[]];

/** What one API asks for. */
export interface Part {
  readonly api: Api;
  /** What reading takes, which is all that a plan does. */
  readonly plan: readonly Right[];
  /** What writing takes besides. */
  readonly apply: readonly Right[];
  /** Who says so. */
  readonly source: string;
  /** Calls of Graph, `GET /groups/{id}`: what a plan asks, and what an apply writes. */
  readonly calls?: { readonly plan: readonly string[]; readonly apply: readonly string[] };
}

/** A resource or data source of Terraform. */
export interface Row {
  /** What of an estate declares it; by the construct that it stands in, where several do. */
  readonly feature: string | Readonly<Record<string, string>>;
  readonly parts: readonly Part[];
}
