export { graphClient } from "./graph-client";
export type { GraphClient, GraphObject, GraphOptions, GraphWriteOptions } from "./types";
