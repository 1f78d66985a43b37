export { graphClient } from "./graph-client";
export type { GraphClient, GraphObject, GraphOptions, GraphVersion } from "./types";
