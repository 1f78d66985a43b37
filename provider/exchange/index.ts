export { CloudError } from "../http/cloud-error";
export { type ComplianceOptions, complianceClient } from "./compliance-client";
export { type ExchangeOptions, exchangeClient } from "./exchange-client";
export type { CmdletCall, ExchangeClient, ExchangeObject, InvokeOptions, Parameters } from "./types";
