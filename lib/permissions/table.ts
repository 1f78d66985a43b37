import { EXCHANGE_ROWS } from "./exchange-rows";
import { AZUREAD_ROWS, M365_GRAPH_ROWS } from "./graph-rows";
import { HOST_ROWS, OTHER_ROWS } from "./host-rows";
import type { Row } from "./row";

/**
 * What each resource takes, by its type; data sources have `data.` before it. What takes more in one way than in others
 * has a row for it: `azuread_group with owners`.
 */
export const ROWS: ReadonlyMap<string, Row> = new Map(
  Object.entries({ ...AZUREAD_ROWS, ...M365_GRAPH_ROWS, ...EXCHANGE_ROWS, ...HOST_ROWS, ...OTHER_ROWS }),
);
