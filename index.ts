/**
 * Constructs and stacks for cdktf programs; `cdktf-mail-hygiene/lib` has the same mail without cdktf.
 * @module cdktf-mail-hygiene
 */

export { DkimSigning, type DkimSigningProps } from "./constructs/exchange/dkim-signing";
export * from "./constructs/exchange/m365/index";
export { ManagedExchange, type ManagedExchangeProps } from "./constructs/exchange/managed-exchange";
export {
  OnPremisesConnectors,
  type OnPremisesConnectorsProps,
} from "./constructs/exchange/on-premises-connectors";
export { TenantExchange, type TenantExchangeProps } from "./constructs/exchange/tenant-exchange";
export {
  AuthenticationStrengths,
  type AuthenticationStrengthsProps,
  type PlannedAuthenticationStrengthsProps,
} from "./constructs/identity/authentication-strengths";
export {
  BreakGlass,
  type BreakGlassProps,
  type PlannedBreakGlassProps,
} from "./constructs/identity/break-glass";
export {
  ConditionalAccessPolicy,
  type ConditionalAccessPolicyProps,
} from "./constructs/identity/conditional-access-policy";
export { Directory } from "./constructs/identity/directory";
export { MfaBaseline, type MfaBaselineProps } from "./constructs/identity/mfa-baseline";
export {
  NamedLocations,
  type NamedLocationsProps,
  type PlannedNamedLocationsProps,
} from "./constructs/identity/named-locations";
export { type PlannedSsprGroupProps, SsprGroup, type SsprGroupProps } from "./constructs/identity/sspr-group";
export * from "./constructs/mail/index";
export { allowVersions } from "./constructs/terraform/allow-versions";
export type { Literal, Reference, TerraformText } from "./constructs/terraform/text";
export type { StackZone } from "./constructs/zone/stack-zone";
export { addCloudflareZone, type CloudflareStackZone } from "./hosts/cloudflare/constructs/add-zone";
export {
  CloudflareZone,
  type CloudflareZoneById,
  type CloudflareZoneByName,
  type CloudflareZoneCreated,
} from "./hosts/cloudflare/constructs/cloudflare-zone";
export type { StackKind } from "./hosts/host";
export type { AccountName } from "./lib/active-directory/account-name";
export type { DistinguishedName } from "./lib/active-directory/distinguished-name";
export type { DeclaredDomain, DeclaredDomains } from "./lib/declare/domains";
export type { DeclaredEstate } from "./lib/declare/estate";
export type { DeclaredExchange } from "./lib/declare/exchange";
export { declareEstate } from "./lib/declare/for-programs";
export type { DeclaredTenant } from "./lib/declare/tenants";
export type {
  AzurermStateInput,
  AzureZoneChoice,
  AzureZoneInput,
  CloudflareZoneChoice,
  CloudflareZoneInput,
  CloudStateInput,
  DefaultsInput,
  DeletionLimitInput,
  DomainInput,
  Estate,
  EstateDomain,
  EstateFiles,
  EstateInput,
  EstatePlace,
  GcsStateInput,
  Loaded,
  LocalStateInput,
  ProvidersInput,
  ReviewInput,
  ReviewLimitsInput,
  Route53ZoneChoice,
  Route53ZoneInput,
  RulesInput,
  S3StateInput,
  StateBackend,
  StateInput,
  SubdomainInput,
  SuppressionInput,
  Tenant,
  TenantInput,
  ZoneChoice,
  ZoneInput,
} from "./lib/estate/index";
export { defineEstate, loadEstate } from "./lib/estate/index";
export type {
  ExchangeFacts,
  ExchangePlan,
  HandStep,
  PlannedObject,
  PlannedOrder,
} from "./lib/exchange/exchange-plan";
export type { ExchangeKind, Value, Values } from "./lib/exchange/objects";
export type * from "./lib/exchange/options";
export { planExchange } from "./lib/exchange/plan";
export type * from "./lib/exchange/values";
export type {
  BreakGlassPlan,
  ControlExclusions,
  IdentityPlan,
  NamedLocationPlan,
  PlannedPolicy,
  SsprPlan,
  StrengthPlan,
  SyncPlan,
  TenantFacts,
  WritebackDomainPlan,
} from "./lib/identity/identity-plan";
export type {
  BaselineName,
  BreakGlassOptions,
  ConfirmedOptions,
  CredSspOptions,
  CredSspProtection,
  DeviceFilterOptions,
  DirectorySyncOptions,
  EndpointsOptions,
  GrantOptions,
  GuestsOptions,
  IdentityOptions,
  Licence,
  MfaOptions,
  NamedLocationOptions,
  PlatformsOptions,
  PolicyOptions,
  PrincipalsOptions,
  SessionOptions,
  SettingBaseline,
  SsprOptions,
  StrengthOptions,
  SyncOptions,
  SyncTool,
  WorkloadFilterOptions,
  WorkloadsOptions,
  WritebackDomainOptions,
  WritebackOptions,
} from "./lib/identity/options";
export { planIdentity } from "./lib/identity/plan";
export type {
  AuthenticationFlow,
  ClientApp,
  CloudAppSecurity,
  DeviceControl,
  Grant,
  GuestsOfTenants,
  GuestType,
  InsiderRisk,
  Locations,
  ModernClient,
  Platform,
  Policy,
  PolicyConditions,
  PolicyControls,
  PolicyState,
  PolicyTarget,
  Principals,
  RiskLevel,
  Session,
  SignInFrequency,
  SignInRisk,
  UserAction,
  Workloads,
} from "./lib/identity/policy";
export type {
  AllowingMethodOptions,
  AuthorizationOptions,
  GroupsOptions,
  MethodOptions,
  MethodsOptions,
  MethodsPolicyOptions,
  PasswordOptions,
  PasswordsOptions,
  WithGroups,
} from "./lib/identity/settings/options";
export type { StrengthName } from "./lib/identity/strengths";
export { formatLocatedFault, type LocatedFault, type Place } from "./lib/located-fault";
export type { Source, Where } from "./lib/posture/model";
export { type Finding, formatFinding } from "./lib/rules/finding";
export type { Level } from "./lib/rules/rule";
export { DomainStack, type DomainStackProps } from "./stacks/domain-stack";
export { ExchangeStack, type ExchangeStackProps } from "./stacks/exchange-stack";
export { MailStack } from "./stacks/mail-stack";
export type { Synthesized, SynthesizeOptions, SynthesizeResult } from "./stacks/synthesize";
export { synthesize } from "./stacks/synthesize-for-programs";
export { TenantStack, type TenantStackProps } from "./stacks/tenant-stack";
