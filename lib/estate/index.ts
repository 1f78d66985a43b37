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
export { formatPlace, formatProblems, type Path, type Place, type Problem } from "./problem";
export { defineEstate, readEstate } from "./read";
