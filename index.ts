/** Constructs and stacks for cdktf programs; `cdktf-mail-hygiene/lib` has the same mail without cdktf. */
export { DkimSigning, type DkimSigningProps } from "./constructs/exchange/dkim-signing";
export * from "./constructs/exchange/m365/index";
export { ManagedExchange, type ManagedExchangeProps } from "./constructs/exchange/managed-exchange";
export {
  OnPremisesConnectors,
  type OnPremisesConnectorsProps,
} from "./constructs/exchange/on-premises-connectors";
export { BreakGlass, type BreakGlassProps } from "./constructs/identity/break-glass";
export {
  ConditionalAccessPolicy,
  type ConditionalAccessPolicyProps,
} from "./constructs/identity/conditional-access-policy";
export { Directory } from "./constructs/identity/directory";
export { MfaBaseline, type MfaBaselineProps } from "./constructs/identity/mfa-baseline";
export { NamedLocations, type NamedLocationsProps } from "./constructs/identity/named-locations";
export { SsprGroup, type SsprGroupProps } from "./constructs/identity/sspr-group";
export * from "./constructs/mail/index";
// lib/ has a type of this name, which is the record taken apart.
export { SpfPolicy } from "./constructs/mail/spf-policy";
export type { MailZone, ServedPolicy } from "./constructs/zone/mail-zone";
export type { StackZone } from "./constructs/zone/stack-zone";
export { addCloudflareZone, type CloudflareStackZone } from "./hosts/cloudflare/constructs/add-zone";
export {
  CloudflareZone,
  type CloudflareZoneById,
  type CloudflareZoneByName,
  type CloudflareZoneCreated,
} from "./hosts/cloudflare/constructs/cloudflare-zone";
export * from "./lib/index";
export { DomainStack, type DomainStackProps } from "./stacks/domain-stack";
export { MailStack } from "./stacks/mail-stack";
export { type Synthesized, type SynthesizeOptions, synthesize } from "./stacks/synthesize";
export { TenantStack, type TenantStackProps } from "./stacks/tenant-stack";
