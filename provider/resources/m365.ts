import type { ExchangeClient } from "../exchange/types";
import type { GraphClient } from "../graph/types";
import type { Clock } from "../http/clock";
import type { Secret } from "../http/secret";
import { define } from "../plugin/index";
import type { Dns } from "./dns/dns";

/** All that the resources talk to. */
export interface M365 {
  readonly exchange: ExchangeClient;
  /** Security & Compliance: the same kind of cmdlets, at another address, with other objects. */
  readonly compliance: ExchangeClient;
  readonly graph: GraphClient;
  readonly dns: Dns;
  readonly clock: Clock;
  /** Makes a password, another each time. */
  readonly newPassword: () => Secret;
}

export const { resource, dataSource, action } = define<M365>();
