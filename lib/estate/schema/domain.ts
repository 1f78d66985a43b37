import * as v from "valibot";
import { recordId, ZoneSchema } from "../../../hosts/index";
import { CLOUD_NAMES, parseCloud } from "../../microsoft/clouds";
import type { Cloud, Profile, ReportAuthorization } from "../../options";
import { agrees } from "../../schema/agree";
import { flag, guid, text, ttl } from "../../schema/scalars";
import { closed, type KeyHints, may, must, named, word } from "../../schema/shapes";
import type { DefaultsInput, DomainInput, SubdomainInput, TenantInput } from "../input";
import { DkimSchema } from "./dkim";
import { IdentitySchema } from "./identity";
import {
  BimiSchema,
  DmarcSchema,
  MtaStsSchema,
  MxSchema,
  OnPremisesSchema,
  ParkedSchema,
  SpfSchema,
  TlsRptSchema,
} from "./mail";
import { RecordSchema } from "./records";
import { SenderSchema } from "./senders";

const PROFILES = ["exchange-online", "eop-onpremises", "send-only", "receive-only", "parked"] as const;

const profile = agrees<Profile>()(word(PROFILES));
const authorization = agrees<ReportAuthorization>()(word(["each", "any"]));

/** Another tool's word for a cloud, and the retired German one, get an answer of their own. */
const cloud = agrees<Cloud>()(
  word(CLOUD_NAMES, (name) => {
    const known = parseCloud(name);
    return known.ok ? undefined : known.faults[0];
  }),
);

const shared = {
  tenant: may(text, "The domain's Microsoft 365 tenant: a name under tenants."),
  profile: may(profile, "What the domain does with mail. Required, here or in defaults."),
  ttl: may(ttl, "TTL of every record in seconds. Default: 3600."),
  mx: may(MxSchema, "auto, none, null, a host, or a list of hosts. Default: by profile."),
  spf: may(SpfSchema, "Who may send, beside the profile's own servers and the senders."),
  dkim: may(DkimSchema, "Microsoft's selector pair, and selectors of other signers."),
  senders: may(v.array(SenderSchema), "Services that send for this domain, by their name in the catalogue."),
  dmarc: may(DmarcSchema, "What receivers do with mail that fails, and where reports go."),
  mtaSts: may(MtaStsSchema, "MTA-STS: senders insist on TLS."),
  tlsRpt: may(TlsRptSchema, "TLS-RPT: where reports on TLS failures go."),
  bimi: may(BimiSchema, "BIMI: the logo that mail clients show."),
  autodiscover: may(flag, "Publish the autodiscover CNAME? Default: true for exchange-online, else false."),
  onPremises: may(OnPremisesSchema, "The premises behind EOP; only with profile eop-onpremises."),
  parked: may(ParkedSchema, "Only with profile parked."),
  records: may(named(RecordSchema), "Records beside the mail records, under a key of your choice."),
};

const domainOnly = {
  reportAuthorization: may(
    authorization,
    "How other estate domains are allowed to send DMARC reports here. Default: each.",
  ),
  zone: may(ZoneSchema, "The DNS zone. Default: the zone of the estate that encloses the domain."),
};

/** Keys that are right in a domain and wrong in a subdomain or in defaults, with the reason. */
function misplaced(reasons: Readonly<Record<string, string>>): KeyHints {
  return (key) =>
    Object.hasOwn(reasons, key)
      ? { message: `"${key}" has no place here`, fix: reasons[key] ?? "" }
      : undefined;
}

export const DefaultsSchema = agrees<DefaultsInput>()(
  closed(
    { ...shared, ...domainOnly },
    misplaced({
      subdomains: "write them under their domain",
      import: "record ids belong to one domain",
      keep: "records of others belong to one domain",
    }),
  ),
);

const SubdomainSchema = agrees<SubdomainInput>()(
  closed(
    shared,
    misplaced({
      zone: "a subdomain lives in its domain's zone; make it a domain of its own to give it another",
      import: 'write it in the domain\'s import, as "news/Spf"',
      keep: "write it in the domain's keep, with its name relative to the domain",
      subdomains: 'write "a.news" beside "news" in the domain\'s subdomains',
      reportAuthorization: "it is the domain's",
    }),
  ),
);

export const DomainSchema = agrees<DomainInput>()(
  closed({
    ...shared,
    ...domainOnly,
    import: may(named(recordId), "Ids of existing Cloudflare records by role, to be taken over."),
    keep: may(
      named(RecordSchema),
      "Records of others beside ours at one name and type, which one record set at Route 53 holds together.",
    ),
    subdomains: may(named(SubdomainSchema), "Mail domains below this one, by relative name."),
  }),
);

export const TenantSchema = agrees<TenantInput>()(
  closed({
    tenantId: may(guid, "The tenant's directory id."),
    initialDomain: must(text, "The tenant's first domain, e.g. contoso.onmicrosoft.com."),
    cloud: may(cloud, "Microsoft's cloud. Default: worldwide."),
    identity: may(IdentitySchema, "Self-service password reset and Conditional Access."),
    exchange: may(
      agrees<"managed">()(word(["managed"])),
      "managed: MX and DKIM targets come from Microsoft, and signing is switched on. Default: only DNS is declared.",
    ),
  }),
);
