import type { Path } from "../../fault";
import type { MailDomainOptions, Profile } from "../../options";
import { missingFaults } from "../../profile";
import type { EstateFault } from "../estate-fault";
import type { DomainInput, SubdomainInput } from "../input";
import { fitDefaults, fitOwn } from "./fit";
import { defaultsForSubdomain, type MailInput, mergeMail } from "./merge";
import type { NamedKey } from "./names";
import type { Tenants } from "./tenants";

type Options = Omit<MailDomainOptions, "domain">;
type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What the options of domains are made with. */
export interface ResolveContext {
  readonly defaults: MailInput;
  readonly tenants: Tenants;
  report(fault: EstateFault): void;
}

/** The options of a domain without its subdomains; `undefined` when it has no profile. */
export function domainOptions(
  own: DomainInput,
  entry: NamedKey,
  around: ResolveContext,
): Options | undefined {
  const { zone, import: _import, keep, subdomains, ...mail } = own;
  const profile = own.profile ?? around.defaults.profile;
  if (profile === undefined) return reportNoProfile(entry.path, around);
  const fitting = fitOwn(profile, mail, entry.path, around.report);
  const merged = mergeMail(fitDefaults(profile, around.defaults), fitting);
  return complete(merged, profile, entry.path, around);
}

/**
 * The options of a subdomain. Tenant and TTL are its domain's unless it has its own.
 * @param domain the domain's merged tenant and TTL
 */
export function subdomainOptions(
  own: SubdomainInput,
  entry: NamedKey,
  domain: { readonly tenant?: string | undefined; readonly ttl?: number | undefined },
  around: ResolveContext,
): Options | undefined {
  const profile = own.profile ?? around.defaults.profile;
  if (profile === undefined) return reportNoProfile(entry.path, around);
  const fitting = fitOwn(profile, own, entry.path, around.report);
  const defaults = defaultsForSubdomain(fitDefaults(profile, around.defaults), fitting, profile);
  const inherited: Mutable<MailInput> = { ...defaults };
  if (domain.tenant !== undefined) inherited.tenant = domain.tenant;
  if (domain.ttl !== undefined) inherited.ttl = domain.ttl;
  return complete(mergeMail(inherited, fitting), profile, entry.path, around);
}

/** Looks the tenant up and sees to it that no section lacks what it cannot be without. */
function complete(merged: MailInput, profile: Profile, at: Path, around: ResolveContext): Options {
  const { tenant: tenantName, profile: _, mtaSts, tlsRpt, bimi, onPremises, ...rest } = merged;
  const options: Mutable<Options> = { ...rest, profile };
  const tenant = around.tenants.lookUp(tenantName, profile, at, around.report);
  if (tenant) options.tenant = tenant;
  const missing = (section: string, key: string) =>
    around.report({
      path: [...at, section],
      message: `${JSON.stringify(key)} is missing`,
      fix: `give it here or in defaults.${section}`,
    });
  if (mtaSts) {
    if (mtaSts.mode === undefined) missing("mtaSts", "mode");
    else options.mtaSts = { ...mtaSts, mode: mtaSts.mode };
  }
  if (tlsRpt) {
    if (tlsRpt.rua === undefined && tlsRpt.hosted === undefined) missing("tlsRpt", "rua");
    else options.tlsRpt = { ...tlsRpt, rua: tlsRpt.rua ?? [] };
  }
  if (bimi) {
    if (bimi.logo === undefined) missing("bimi", "logo");
    else options.bimi = { ...bimi, logo: bimi.logo };
  }
  if (onPremises) options.onPremises = { ...onPremises, egress: onPremises.egress ?? [] };
  // Also where there is no such section: one with faults of its own was left out, and must not be told missing.
  for (const fault of missingFaults(profile, { mx: merged.mx, onPremises })) {
    around.report({ ...fault, path: [...at, ...fault.path] });
  }
  return options;
}

function reportNoProfile(at: Path, around: ResolveContext): undefined {
  around.report({
    path: at,
    message: '"profile" is missing',
    expected: "exchange-online | eop-onpremises | on-premises | send-only | receive-only | parked",
    fix: "give it here or in defaults",
  });
}
