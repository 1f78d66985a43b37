import { type DnsName, parseName } from "../../dns/name";
import { type Fault, fail, ok, type Result, settle, within } from "../../fault";

/*
 * The two forms of CNAME target, from the DKIM page of Microsoft Defender for Office 365:
 * classic, for initial domains and for custom domains added before May 2025, and partitioned, for newer ones.
 * The partition letter is Microsoft's choice for each domain and cannot be computed.
 */
const INITIAL_DOMAIN = "[a-z0-9-]+\\.(?:onmicrosoft\\.(?:com|us)|partner\\.onmschina\\.cn)";
const OWN_INITIAL_DOMAIN = new RegExp(`^${INITIAL_DOMAIN}$`);
const CLASSIC = new RegExp(`^selector([12])-([a-z0-9-]+)\\._domainkey\\.(${INITIAL_DOMAIN})$`);
const PARTITIONED =
  /^selector([12])-([a-z0-9-]+)\._domainkey\.([a-z0-9-]+)\.([a-z])-v1\.dkim\.mail\.microsoft$/;

/** Microsoft signs with one of two keys, and publishes the other in advance of a rotation. */
export type MicrosoftSelector = "selector1" | "selector2";

/** What Microsoft's DKIM targets are derived from. */
export interface MicrosoftDkimOptions {
  /** The domain as one label, as in its EOP host: `contoso-com`. */
  readonly domainToken: string;
  /** The tenant's first domain: `contoso.onmicrosoft.com`. */
  readonly initialDomain: string;
  /** One letter a to z: the targets are of the partitioned form. */
  readonly partition?: string;
}

/** The targets of `selector1._domainkey` and `selector2._domainkey`; both are always published. */
export function microsoftDkimTargets(
  options: MicrosoftDkimOptions,
): Result<Readonly<Record<MicrosoftSelector, DnsName>>> {
  const faults: Fault[] = [];
  const token = options.domainToken.toLowerCase();
  const initialDomain = options.initialDomain.toLowerCase();
  const partition = options.partition?.toLowerCase();
  if (!/^[a-z0-9-]+$/.test(token)) {
    faults.push({
      path: ["domainToken"],
      message: "domain token is not one label",
      received: JSON.stringify(options.domainToken),
      expected: "a token such as contoso-com",
    });
  }
  if (!OWN_INITIAL_DOMAIN.test(initialDomain)) {
    faults.push({
      path: ["initialDomain"],
      message: "not a tenant's initial domain",
      received: JSON.stringify(options.initialDomain),
      expected: "a domain such as contoso.onmicrosoft.com",
    });
  }
  if (partition !== undefined && !/^[a-z]$/.test(partition)) {
    faults.push({
      path: ["partition"],
      message: "DKIM partition is not one letter",
      received: JSON.stringify(options.partition),
      expected: "the letter before -v1.dkim.mail.microsoft in the target that Microsoft shows",
    });
  }
  if (faults.length > 0) return fail(...faults);
  const prefix = initialDomain.slice(0, initialDomain.indexOf("."));
  const parent = partition === undefined ? initialDomain : `${prefix}.${partition}-v1.dkim.mail.microsoft`;
  const selector1 = parseName(`selector1-${token}._domainkey.${parent}`, "owner");
  const selector2 = parseName(`selector2-${token}._domainkey.${parent}`, "owner");
  if (selector1.ok && selector2.ok) return ok({ selector1: selector1.value, selector2: selector2.value });
  // Both have the same lengths, and so the same faults.
  const tooLong = selector1.ok ? [] : selector1.faults;
  return fail(...tooLong.map((fault) => within({ ...fault, fix: ASK_EXCHANGE }, "domainToken")));
}

const ASK_EXCHANGE = "give both targets as Get-DkimSigningConfig shows them";

/** A target of Microsoft's, taken apart. */
export type MicrosoftDkimTarget = {
  readonly selector: MicrosoftSelector;
  readonly domainToken: string;
} & (
  | { readonly form: "classic"; readonly initialDomain: string }
  | { readonly form: "partitioned"; readonly initialDomainPrefix: string; readonly partition: string }
);

/** Reads a target in either form, in any case, with or without a trailing dot. */
export function parseMicrosoftDkimTarget(text: string): Result<MicrosoftDkimTarget> {
  const name = text.toLowerCase().replace(/\.$/, "");
  const [, classicNumber, classicToken, initialDomain] = CLASSIC.exec(name) ?? [];
  if (classicNumber && classicToken && initialDomain) {
    return ok({
      form: "classic",
      selector: classicNumber === "1" ? "selector1" : "selector2",
      domainToken: classicToken,
      initialDomain,
    });
  }
  const [, number, domainToken, initialDomainPrefix, partition] = PARTITIONED.exec(name) ?? [];
  if (number && domainToken && initialDomainPrefix && partition) {
    const selector = number === "1" ? "selector1" : "selector2";
    return ok({ form: "partitioned", selector, domainToken, initialDomainPrefix, partition });
  }
  return fail({
    message: "not a DKIM target of Microsoft's",
    received: JSON.stringify(text),
    expected:
      "selector1-contoso-com._domainkey.contoso.onmicrosoft.com or " +
      "selector1-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft",
    fix: "copy Selector1CNAME and Selector2CNAME from Get-DkimSigningConfig",
  });
}

/**
 * A target as somebody pasted it, held against what is known: the selector it is meant for, the domain's token,
 * the tenant's initial domain. Catches swapped selectors and another domain's or tenant's values.
 */
export function checkMicrosoftDkimTarget(
  text: string,
  known: {
    readonly selector: MicrosoftSelector;
    readonly domainToken: string;
    readonly initialDomain: string;
  },
): Result<DnsName> {
  const parsed = parseMicrosoftDkimTarget(text);
  if (!parsed.ok) return parsed;
  const target = parsed.value;
  const faults: Fault[] = [];
  const received = JSON.stringify(text);
  if (target.selector !== known.selector) {
    const fix = "swap the targets of selector1 and selector2";
    faults.push({
      message: `target of ${target.selector}`,
      received,
      expected: `that of ${known.selector}`,
      fix,
    });
  }
  const token = known.domainToken.toLowerCase();
  if (target.domainToken !== token) {
    faults.push({
      message: "target of another domain",
      received,
      expected: `${known.selector}-${token}._domainkey…`,
    });
  }
  const initialDomain = known.initialDomain.toLowerCase();
  const sameTenant =
    target.form === "classic"
      ? target.initialDomain === initialDomain
      : initialDomain.startsWith(`${target.initialDomainPrefix}.`);
  if (!sameTenant) {
    faults.push({ message: "target in another tenant", received, expected: `one of ${initialDomain}` });
  }
  const name = parseName(text, "owner");
  if (!name.ok) faults.push(...name.faults);
  return name.ok ? settle(faults, () => name.value) : fail(...faults);
}
