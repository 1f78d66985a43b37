import type { Clients } from "../connect";
import type { ExchangeObject } from "../exchange/types";
import type { GraphObject } from "../graph/types";
import type { CmdletSource, GraphSource } from "./sources";

/** All that a reading may do with a tenant: `GET` of Graph, `Get-` cmdlets. There is nothing here by which it could write. */
export interface ReadingClients {
  entity(source: GraphSource): Promise<GraphObject>;
  rows(source: CmdletSource): Promise<readonly ExchangeObject[]>;
}

/** @throws Error for a cmdlet that does more than get */
export function readingClients({ exchange, compliance, graph }: Clients): ReadingClients {
  return {
    entity({ path, query, version, permission, list }) {
      const address = query === undefined ? path : `${path}?${query}`;
      const options = { version, needs: permission };
      return list ? graph.collection(address, options) : graph.get(address, options);
    },
    rows({ cmdlet, parameters, service }) {
      if (!/^Get-[A-Za-z0-9]+$/.test(cmdlet)) throw new Error(`${cmdlet} is no cmdlet that reads`);
      return (service === "purview" ? compliance : exchange).invoke(cmdlet, parameters);
    },
  };
}
