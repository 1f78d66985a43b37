import type { GraphCalls } from "./graph-calls";

/** Who is signed in, and where. */
export interface AzureAd {
  readonly graph: GraphCalls;
  readonly tenantId: string;
  readonly clientId: string;
  /** Of the service principal that signed in. */
  readonly objectId: string;
}
