import { below, type DnsName, isStandIn, parseName } from "../../dns/name";
import { collect, type Fault, fail, settle, within } from "../../fault";
import { buildDkimSelector } from "../../mail/dkim/build";
import {
  checkMicrosoftDkimTarget,
  microsoftDkimTargets,
  parseMicrosoftDkimTarget,
} from "../../mail/dkim/microsoft";
import { selectorName } from "../../mail/dkim/selector";
import { dkimToken } from "../../microsoft/token";
import type { DkimOptions, TenantOptions } from "../../options";
import { hostedZone } from "./hosted";
import { type PartOptions, type PartRecord, type PartResult, readPart } from "./part";

export interface DkimSelectorsOptions extends PartOptions, DkimOptions {
  /** Needed to derive Microsoft's targets where the estate does not give them. */
  readonly tenant?: TenantOptions;
}

/**
 * Microsoft's pair with roles `DkimSelector1` and `DkimSelector2`, and other signers' with `Dkim-<selector>`. Of a
 * hosted zone of keys the NS records at `_domainkey`, with roles `DkimZone-<host>`.
 */
export function dkimRecords(options: DkimSelectorsOptions): PartResult {
  const selectors = dkimSelectors(options);
  if (!options.hosted || !selectors.ok) return selectors;
  const faults: Fault[] = [];
  const part = readPart(options, faults);
  if (!part) return fail(...faults);
  if (options.tenant?.exchange) {
    faults.push({
      path: ["hosted"],
      message: "the selectors of managed Exchange are published here",
      expected: "no hosted zone of keys beside them",
      fix: "leave hosted out, or do not manage the Exchange side of this tenant",
    });
  }
  const zone = hostedZone("DkimZone", below("_domainkey", part.domain), part.ttl, options.hosted.nameServers);
  const records = collect(zone, faults);
  return settle(faults, () => records ?? []);
}

/** The selectors of the domain, whoever publishes them. */
export function dkimSelectors(options: DkimSelectorsOptions): PartResult {
  const faults: Fault[] = [];
  const part = readPart(options, faults);
  if (!part) return fail(...faults);
  const { domain, ttl } = part;
  const records: PartRecord[] = [];
  if (options.microsoft ?? true) {
    for (const [index, target] of microsoftTargets(domain, options, faults).entries()) {
      const selector = `selector${index + 1}`;
      const name = collect(selectorName(selector, domain), faults);
      if (name)
        records.push({ role: `DkimSelector${index + 1}`, record: { type: "CNAME", name, ttl, target } });
    }
  }
  for (const [selector, choice] of Object.entries(options.selectors ?? {}).sort(([a], [b]) =>
    a < b ? -1 : 1,
  )) {
    const name = collect(selectorName(selector, domain), faults, "selectors", selector);
    const value = collect(buildDkimSelector(choice), faults, "selectors", selector);
    if (name && value)
      records.push({ role: `Dkim-${selector.toLowerCase()}`, record: { ...value, name, ttl } });
  }
  return settle(faults, () => records);
}

/** The two targets as given, or derived from the tenant's first domain and the partition letter. */
function microsoftTargets(
  domain: DnsName,
  options: DkimSelectorsOptions,
  faults: Fault[],
): readonly DnsName[] {
  const { tenant, partition, selector1, selector2 } = options;
  const token = collect(dkimToken(domain), faults);
  if (token === undefined) return [];
  if (selector1 !== undefined || selector2 !== undefined) return pastedTargets(options, token, faults);
  if (!tenant) {
    faults.push({
      message: "Microsoft's DKIM targets cannot be told without a tenant",
      expected: "a tenant, or both selector targets",
      fix: "name the domain's tenant, paste selector1 and selector2 as Microsoft shows them, or set microsoft: false",
    });
    return [];
  }
  const { initialDomain } = tenant;
  const named = partition === undefined ? {} : { partition };
  const derived = microsoftDkimTargets({ domainToken: token, initialDomain, ...named });
  if (derived.ok) return [derived.value.selector1, derived.value.selector2];
  const where = ({ path }: Fault) => (path?.[0] === "initialDomain" ? ["tenant"] : []);
  faults.push(...derived.faults.map((fault) => within(fault, ...where(fault))));
  return [];
}

/**
 * Targets as Microsoft shows them. One in a known form is held against the selector, domain and tenant it is meant
 * for; one in a form that is not known here is taken at its word, since Microsoft has changed the form before.
 */
function pastedTargets(
  { tenant, ...options }: DkimSelectorsOptions,
  domainToken: string,
  faults: Fault[],
): readonly DnsName[] {
  if (options.partition !== undefined) {
    faults.push({
      path: ["partition"],
      message: "a partition beside pasted selector targets",
      expected: "one or the other",
    });
  }
  return (["selector1", "selector2"] as const).flatMap((selector) => {
    const target = options[selector];
    if (target === undefined) {
      faults.push({
        path: [selector],
        message: `the target of ${selector} is missing`,
        expected: "both targets: Microsoft rotates keys between the two selectors",
      });
      return [];
    }
    const isKnownForm = tenant && !isStandIn(target) && parseMicrosoftDkimTarget(target).ok;
    const name = isKnownForm
      ? checkMicrosoftDkimTarget(target, { selector, domainToken, initialDomain: tenant.initialDomain })
      : parseName(target, "owner");
    return collect(name, faults, selector) ?? [];
  });
}
