import type { DeclaredDomain } from "../lib/declare/estate";
import type { DeclaredExchange } from "../lib/declare/exchange";
import type { DeclaredTenant } from "../lib/declare/tenants";
import type { DomainDeclaration } from "../lib/domain/declaration";
import type { Estate, EstateDomain } from "../lib/estate/index";
import type { Finding } from "../lib/rules/finding";

/** What a domain's stack is made from; a declared domain is one. */
export interface DomainSource extends Pick<DeclaredDomain, "kept"> {
  readonly estate: Pick<EstateDomain, "name" | "zone" | "import">;
  readonly declaration: DomainDeclaration;
}

/** What a tenant's stack is made from; a declared tenant is one. */
export type TenantSource = Pick<DeclaredTenant, "name" | "plan"> & {
  readonly tenant: Pick<DeclaredTenant["tenant"], "tenantId" | "cloud" | "credentials">;
};

/** What a tenant's Exchange stack is made from. */
export type ExchangeSource = Pick<DeclaredExchange, "name" | "plan"> & {
  readonly tenant: Pick<DeclaredExchange["tenant"], "tenantId" | "cloud" | "credentials">;
};

/** What holds for all Terraform stacks of an estate. */
export type StackSettings = Pick<Estate, "state" | "providers">;

/** What an estate declares, of which each part becomes a Terraform stack. */
export interface StackSources {
  /** At hosts whose stacks are Terraform's. */
  readonly domains: readonly DomainSource[];
  readonly tenants: readonly TenantSource[];
  readonly exchanges: readonly ExchangeSource[];
  /** What the rules found in them; of errors only controls that are not met yet. @default nothing */
  readonly findings?: readonly Finding[];
}
