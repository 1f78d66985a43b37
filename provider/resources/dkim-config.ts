import type { ExchangeObject } from "../exchange/types";
import type { Context } from "../plugin/index";
import { found } from "./found";
import type { M365 } from "./m365";

/** What Exchange holds about the signing of a domain's mail, with keys or without. */
export function dkimConfigOf(
  domain: string,
  { client, signal }: Pick<Context<M365>, "client" | "signal">,
): Promise<ExchangeObject | undefined> {
  return found(domain, client.exchange.invoke("Get-DkimSigningConfig", { Identity: domain }, { signal }));
}

/** `Status` as text: `NoDKIMKeys`, `CnameMissing`, `Valid`, … */
export function dkimStatus(config: ExchangeObject): string {
  return typeof config.Status === "string" ? config.Status : "";
}
