/**
 * Mail as data: everything in this project that needs neither cdktf nor a network.
 * @module cdktf-mail-hygiene/lib
 */

export type { AccountName } from "./active-directory/account-name";
export type { DistinguishedName } from "./active-directory/distinguished-name";
export type { DeclaredDomain, DeclaredDomains } from "./declare/domains";
export { type DeclaredEstate, problemsOf } from "./declare/estate";
export { type DeclaredExchange, type DeclaredExchanges, exchangeStackName } from "./declare/exchange";
export { declareDomains, declareEstate, declareExchanges, declareTenants } from "./declare/for-programs";
export { type DeclaredTenant, type DeclaredTenants, tenantStackName } from "./declare/tenants";
export * from "./dns/address";
export * from "./dns/address-set";
export * from "./dns/name";
export * from "./dns/parse-record";
export * from "./dns/record";
export * from "./dns/resolve";
export * from "./dns/txt";
export * from "./dns/zone-file";
export * from "./domain/conflicts";
export * from "./domain/declaration";
export { declareDomain, declareParts } from "./domain/declare";
export * from "./domain/draft-declaration";
export type { PartRecord, PartResult, Role } from "./domain/parts/part";
export * from "./domain/plan";
export * from "./domain/plan-domain";
export type { FromPremises, PremisesPlan, ToPremises } from "./domain/premises";
export * from "./estate";
export type {
  ExchangeFacts,
  ExchangePlan,
  HandStep,
  PlannedObject,
  PlannedOrder,
} from "./exchange/exchange-plan";
export type { ExchangeKind, Value, Values } from "./exchange/objects";
export * from "./exchange/options";
export { planExchange } from "./exchange/plan";
export * from "./exchange/values";
export * from "./fault";
export * from "./identity/baselines";
export * from "./identity/baselines/packs";
export * from "./identity/graph";
export * from "./identity/identity-plan";
export * from "./identity/options";
export { type PolicyContext, parsePolicy } from "./identity/parse-policy";
export * from "./identity/plan";
export * from "./identity/policy";
export type * from "./identity/settings/options";
export * from "./identity/sspr";
export type { StrengthName } from "./identity/strengths";
export * from "./mail/bimi";
export * from "./mail/dkim";
export * from "./mail/dmarc";
export * from "./mail/mta-sts";
export * from "./mail/mx-operators";
export * from "./mail/spf";
export * from "./mail/spf/check";
export * from "./mail/spf/tree";
export * from "./mail/tls-rpt";
export * from "./microsoft/clouds";
export * from "./microsoft/eop-host";
export * from "./microsoft/token";
export * from "./options";
export type { RulePackName } from "./pack-names";
export * from "./plan/plan";
export * from "./plan/read-plan";
export * from "./posture/from-estate";
export * from "./posture/intent";
export * from "./posture/model";
export * from "./report/findings-json";
export * from "./report/findings-text";
export * from "./report/junit";
export * from "./report/paint";
export * from "./report/review/json";
export * from "./report/review/markdown";
export * from "./report/review/terminal";
export * from "./report/sarif";
export { type Change, RISKS, type Risk } from "./review/changes/change";
export * from "./review/context";
export {
  type Allowance,
  type Exceeded,
  LIMITS,
  type Limit,
  parseAllowance,
  type ReviewLimits,
  reviewLimits,
} from "./review/limits";
export * from "./review/review";
export * from "./review/subject";
export * from "./rules";
export * from "./rules/choose-rules";
export * from "./rules/controls";
export * from "./rules/evaluate";
export * from "./rules/finding";
export * from "./rules/packs";
export * from "./rules/rule";
export * from "./rules/sift";
export * from "./sender-uses";
export * from "./senders";
