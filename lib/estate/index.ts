export type {
  AzureZoneChoice,
  AzureZoneInput,
  CloudflareZoneChoice,
  CloudflareZoneInput,
  Route53ZoneChoice,
  Route53ZoneInput,
  ZoneChoice,
  ZoneInput,
} from "../../hosts/index";
export type { Path } from "../fault";
export type { Place } from "../located-fault";
export type { EstateFiles } from "./files";
export type {
  AzurermStateInput,
  CloudStateInput,
  DefaultsInput,
  DeletionLimitInput,
  DomainInput,
  EstateInput,
  GcsStateInput,
  LocalStateInput,
  ProvidersInput,
  ReviewInput,
  ReviewLimitsInput,
  RulesInput,
  S3StateInput,
  StateInput,
  SubdomainInput,
  SuppressionInput,
  TenantInput,
} from "./input";
export { type Loaded, loadEstate } from "./load";
export type {
  Estate,
  EstateDomain,
  EstatePlace,
  StateBackend,
  Tenant,
} from "./model";

export { defineEstate, readEstate } from "./read";
