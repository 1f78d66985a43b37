export type { Path } from "../fault";
export type { Place } from "../located-fault";
export type { EstateFiles } from "./files";
export type {
  AzurermStateInput,
  CloudflareZoneInput,
  CloudStateInput,
  DefaultsInput,
  DeletionLimitInput,
  DomainInput,
  EstateInput,
  GcsStateInput,
  LocalStateInput,
  ReviewInput,
  ReviewLimitsInput,
  RulesInput,
  S3StateInput,
  StateInput,
  SubdomainInput,
  SuppressionInput,
  TenantInput,
  ZoneInput,
} from "./input";
export { type Loaded, loadEstate } from "./load";
export type {
  CloudflareZoneChoice,
  Estate,
  EstateDomain,
  EstatePlace,
  StateBackend,
  Tenant,
  ZoneChoice,
} from "./model";

export { defineEstate, readEstate } from "./read";
