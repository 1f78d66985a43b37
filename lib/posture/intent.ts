import type { DnsName } from "../dns/name";
import type { DnsRecord } from "../dns/record";
import { effectiveTerms } from "../mail/spf/effective";
import { isSpf, parseSpf } from "../mail/spf/parse";
import type { SpfRecord } from "../mail/spf/record";
import { NEW_DKIM_TARGETS_SINCE } from "../microsoft/added-before";
import { CLOUDS } from "../microsoft/clouds";
import { parseEopHost } from "../microsoft/eop-host";
import type { MailDomainOptions, TenantOptions } from "../options";
import { PROFILES } from "../profile";
import type { Intent } from "./model";

/**
 * What an estate says a domain is for.
 * @param host of its zone, with what it takes. @default one that takes all
 */
export function declaredIntent(
  {
    profile,
    tenant,
    onPremises,
    mx,
    dkim,
  }: Pick<MailDomainOptions, "profile" | "tenant" | "onPremises" | "mx" | "dkim">,
  host: { readonly hasNullMx: boolean } = { hasNullMx: true },
): Intent {
  const { receives, sends, exchangeOnline, eop } = PROFILES[profile];
  return {
    declared: true,
    profile,
    sends,
    receives,
    exchangeOnline,
    eop: eop && !namesOthers(mx),
    ...(eop && tenant && !tenant.exchange && isDerived(mx) ? { mxDerived: true } : {}),
    ...(host.hasNullMx ? {} : { noNullMx: true }),
    ...(exchangeOnline && tenant ? derivedDkim(tenant, mx, dkim) : {}),
    ...(tenant
      ? {
          tenant: {
            ...(tenant.name === undefined ? {} : { name: tenant.name }),
            initialDomain: tenant.initialDomain,
            cloud: tenant.cloud ?? "worldwide",
          },
        }
      : {}),
    egress: onPremises?.egress ?? [],
  };
}

/** Does the name of EOP's host follow from the domain or tenant, partition or not? */
function isDerived(mx: MailDomainOptions["mx"]): boolean {
  if (mx === undefined || mx === "auto") return true;
  return typeof mx === "object" && ("partition" in mx || "addedBefore" in mx);
}

/**
 * What of Microsoft's DKIM targets follows from domain and tenant, where neither the estate gives them nor Exchange is
 * asked. The form is told by a partition, or by the domain having been added before there was one.
 */
function derivedDkim(
  { exchange, domainsAddedBefore }: TenantOptions,
  mx: MailDomainOptions["mx"],
  dkim: MailDomainOptions["dkim"],
): Pick<Intent, "dkimDerived"> {
  if (exchange || dkim?.microsoft === false || dkim?.selector1 !== undefined) return {};
  const own = typeof mx === "object" && "addedBefore" in mx ? mx.addedBefore : undefined;
  const day = own ?? domainsAddedBefore;
  const isTold = dkim?.partition !== undefined || (day !== undefined && day <= NEW_DKIM_TARGETS_SINCE);
  return { dkimDerived: isTold ? "token" : "target" };
}

/** A profile that receives does so through EOP, unless the estate itself names other hosts: a gateway in front. */
function namesOthers(mx: MailDomainOptions["mx"]): boolean {
  if (mx === undefined || typeof mx === "string") return false;
  if ("partition" in mx || "addedBefore" in mx) return false;
  const hosts = "host" in mx ? [mx] : mx;
  return !hosts.some(({ host }) => parseEopHost(host) !== undefined);
}

/**
 * What the records of a domain say it is for, where nobody has declared it. A domain sends unless its SPF record allows
 * nobody, receives if it has an MX that is not null, and is Microsoft's where EOP's names stand in SPF or MX.
 */
export function inferredIntent(domain: DnsName, records: readonly DnsRecord[]): Intent {
  const hosts = records.flatMap((record) =>
    record.type === "MX" && record.name === domain && record.exchange !== "." ? [record.exchange] : [],
  );
  const spf = spfAt(domain, records);
  const terms = spf.flatMap((record) => effectiveTerms(record).directives);
  const nobody = terms.length === 1 && terms[0]?.kind === "all" && terms[0].qualifier === "-";
  const exchangeOnline = terms.some((term) => term.kind === "include" && EOP_INCLUDES.has(term.domain.text));
  return {
    declared: false,
    sends: !nobody,
    receives: hosts.length > 0,
    exchangeOnline,
    eop: hosts.some((host) => parseEopHost(host) !== undefined),
    egress: [],
  };
}

const EOP_INCLUDES: ReadonlySet<string> = new Set(Object.values(CLOUDS).map(({ spfInclude }) => spfInclude));

function spfAt(domain: DnsName, records: readonly DnsRecord[]): readonly SpfRecord[] {
  return records.flatMap((record) => {
    if (record.type !== "TXT" || record.name !== domain || !isSpf(record.value)) return [];
    const parsed = parseSpf(record.value);
    return parsed.ok ? [parsed.value] : [];
  });
}
