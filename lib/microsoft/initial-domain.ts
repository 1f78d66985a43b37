import { below, type DnsName, parseName } from "../dns/name";
import { fail, ok, type Result } from "../fault";
import { CLOUDS, type CloudFacts } from "./clouds";

/** A tenant's initial domain: the one it was created with and keeps for ever. */
export interface InitialDomain {
  /** `contoso.onmicrosoft.com` */
  readonly name: DnsName;
  /** `contoso`, the tenant's name in Microsoft's host names. */
  readonly prefix: string;
}

/**
 * Reads a tenant's initial domain: one label before the suffix of the tenant's cloud.
 * The coexistence domain `contoso.mail.onmicrosoft.com`, another cloud's suffix and a bare tenant name are
 * refused, each with what to write instead.
 */
export function parseInitialDomain(text: string, cloud: CloudFacts): Result<InitialDomain> {
  const name = parseName(text);
  if (!name.ok) return name;
  const prefix = labelBefore(name.value, cloud.initialSuffix);
  if (prefix !== undefined && !prefix.includes(".")) return ok({ name: name.value, prefix });
  return fail({
    message: `not an initial domain of ${cloud.title}`,
    received: JSON.stringify(text),
    expected: `<tenant>.${cloud.initialSuffix}`,
    fix: fix(name.value, cloud),
  });
}

function fix(name: DnsName, cloud: CloudFacts): string {
  const own = labelBefore(name, cloud.initialSuffix);
  if (own?.endsWith(".mail")) {
    return `write ${below(own.slice(0, -".mail".length), cloud.initialSuffix)}: .mail. names the coexistence domain`;
  }
  if (name.endsWith(".onmicrosoft.de")) {
    return "the German cloud is retired: write the initial domain that the tenant got when it was moved";
  }
  const others = Object.values(CLOUDS).filter((other) => name.endsWith(`.${other.initialSuffix}`));
  if (others.length > 0 && !others.includes(cloud)) {
    return `the tenant looks to be in ${others.map((other) => other.name).join(" or ")}: correct the cloud or the domain`;
  }
  if (!name.includes(".")) return `write ${below(name, cloud.initialSuffix)}`;
  return "take the initial domain from the Microsoft 365 admin center, Settings, Domains";
}

function labelBefore(name: DnsName, suffix: DnsName): string | undefined {
  return name.endsWith(`.${suffix}`) ? name.slice(0, -(suffix.length + 1)) : undefined;
}
