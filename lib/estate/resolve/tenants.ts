import { closest } from "../../closest";
import { type Fault, type Path, within } from "../../fault";
import { addedBeforeFaults, NEW_HOSTS_SINCE } from "../../microsoft/added-before";
import { CLOUDS } from "../../microsoft/clouds";
import { parseInitialDomain } from "../../microsoft/initial-domain";
import type { MailDomainOptions, Profile, TenantOptions } from "../../options";
import type { EstateFault } from "../estate-fault";
import type { TenantInput } from "../input";
import type { Tenant } from "../model";

/** Profiles whose mail passes through EOP; its host names are made in the tenant's cloud. */
const NEEDS_TENANT: ReadonlySet<Profile> = new Set(["exchange-online", "eop-onpremises", "receive-only"]);

/** Becomes part of a stack's name and of ids. */
const TENANT_NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;

/** For reading on after a faulty tenant has been told, so that each of its domains is not told to lack one as well. */
const STAND_IN: TenantOptions = {
  initialDomain: "unknown.onmicrosoft.com",
  domainsAddedBefore: NEW_HOSTS_SINCE,
};

/** Each domain may be told them, and a file may have thousands of both. */
const MOST_CHOICES = 20;

function choicesOf(names: readonly string[]): string {
  if (names.length === 0) return "an entry under tenants";
  const more = names.length - MOST_CHOICES;
  return names.slice(0, MOST_CHOICES).join(" | ") + (more > 0 ? ` | … (${more} more)` : "");
}

/** The estate's tenants, looked up by name. */
export class Tenants {
  readonly all: Readonly<Record<string, Tenant>>;
  private readonly names: ReadonlySet<string>;
  /** What a domain may name. */
  private readonly choices: string;

  constructor(input: Readonly<Record<string, TenantInput>>, report: (fault: EstateFault) => void) {
    this.names = new Set(Object.keys(input));
    this.choices = choicesOf([...this.names]);
    const all: [string, Tenant][] = [];
    for (const [name, tenant] of Object.entries(input)) {
      const path = ["tenants", name];
      if (!TENANT_NAME.test(name)) {
        report({
          path,
          atKey: true,
          message: "not a name for a tenant",
          received: JSON.stringify(name),
          expected: "lower-case letters, digits and single hyphens, such as contoso-eu",
        });
      }
      const cloud = tenant.cloud ?? "worldwide";
      if (tenant.domains !== undefined && tenant.exchange === undefined) {
        report({
          path: [...path, "domains"],
          message: "domains are added to a tenant only where its Exchange is managed",
          fix: "add exchange: managed, or leave domains out",
        });
      }
      const initial = parseInitialDomain(tenant.initialDomain, CLOUDS[cloud]);
      const days =
        tenant.domainsAddedBefore === undefined ? [] : addedBeforeFaults(tenant.domainsAddedBefore);
      for (const fault of days) report(placed(fault, [...path, "domainsAddedBefore"]));
      if (!initial.ok) for (const fault of initial.faults) report(placed(fault, [...path, "initialDomain"]));
      else if (days.length === 0) all.push([name, { ...tenant, initialDomain: initial.value.name, cloud }]);
    }
    this.all = Object.fromEntries(all);
  }

  /**
   * The options of the tenant that a domain names.
   * @param at the domain's path
   */
  lookUp(
    name: string | undefined,
    profile: Profile,
    at: Path,
    report: (fault: EstateFault) => void,
  ): TenantOptions | undefined {
    if (name === undefined) {
      if (!NEEDS_TENANT.has(profile)) return undefined;
      report({
        path: at,
        message: `profile ${profile} needs a tenant`,
        expected: this.names.size > 0 ? `tenant: ${this.choices}` : this.choices,
      });
      return STAND_IN;
    }
    if (!this.names.has(name)) {
      const near = closest(name, this.names);
      report({
        path: [...at, "tenant"],
        message: "no tenant has this name",
        received: JSON.stringify(name),
        expected: this.choices,
        ...(near === undefined ? {} : { fix: `did you mean ${near}?` }),
      });
      return STAND_IN;
    }
    const tenant = this.all[name];
    if (!tenant) return STAND_IN;
    const { initialDomain, cloud, tenantId, domainsAddedBefore, exchange, domains, credentials } = tenant;
    return {
      name,
      initialDomain,
      cloud,
      ...(domainsAddedBefore === undefined ? {} : { domainsAddedBefore }),
      ...(exchange !== undefined
        ? {
            exchange: {
              ...(tenantId === undefined ? {} : { tenantId }),
              ...(domains === undefined ? {} : { domains: "own" as const }),
            },
          }
        : {}),
      ...(credentials === undefined ? {} : { credentials }),
    };
  }
}

/** Is there something of the domain that its tenant has to have it for? */
export function belongsToTenant({ profile, tenant }: Pick<MailDomainOptions, "profile" | "tenant">): boolean {
  return tenant !== undefined && profile !== "parked" && profile !== "on-premises";
}

/**
 * The nearest domain above a name that is of the same tenant.
 * @param all domains by their tenants' names
 */
export function tenantDomainAbove(
  name: string,
  tenant: string | undefined,
  all: ReadonlyMap<string, string | undefined>,
): string | undefined {
  for (let dot = name.indexOf("."); dot >= 0; dot = name.indexOf(".", dot + 1)) {
    const above = name.slice(dot + 1);
    if (all.has(above) && all.get(above) === tenant) return above;
  }
  return undefined;
}

/** A fault of a single value, seen from the estate. */
export function placed(fault: Fault, path: Path): EstateFault {
  return { ...within(fault, ...path), path: [...path, ...(fault.path ?? [])] };
}
