import * as v from "valibot";
import { recordId, ZoneSchema } from "../../../hosts/index";
import type { ExchangeOptions } from "../../exchange/options";
import { IdentitySchema } from "../../identity/schema";
import { isMapping } from "../../mapping";
import { CLOUD_NAMES, parseCloud } from "../../microsoft/clouds";
import type { Cloud, Profile, ReportAuthorization } from "../../options";
import { agrees } from "../../schema/agree";
import { flag, guid, text, ttl } from "../../schema/scalars";
import { CredentialsSchema } from "../../schema/secrets";
import { choice, closed, guarded, type KeyHints, list, may, named, word } from "../../schema/shapes";
import type { SenderUse } from "../../sender-uses";
import { isSenderUse, senderUseFaults } from "../../senders/shape";
import type { DefaultsInput, DomainInput, SubdomainInput, TenantInput } from "../input";
import { DkimSchema } from "./dkim";
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

const PROFILES = [
  "exchange-online",
  "eop-onpremises",
  "on-premises",
  "send-only",
  "receive-only",
  "parked",
] as const;

export const ProfileSchema = agrees<Profile>()(word(PROFILES));
export const ReportAuthorizationSchema = agrees<ReportAuthorization>()(word(["each", "any"]));

/** Another tool's word for a cloud, and the retired German one, get an answer of their own. */
export const CloudSchema = agrees<Cloud>()(
  word(CLOUD_NAMES, (name) => {
    const known = parseCloud(name);
    return known.ok ? undefined : known.faults[0];
  }),
);

/** One use of a sender. Its JSON Schema is made of the catalogue, by scripts/estate-schema.cjs. */
const SenderSchema = guarded<SenderUse>(isSenderUse, senderUseFaults);

/** What a domain and its subdomains say, in an estate. */
export const domainShared = {
  tenant: may(text),
  profile: may(ProfileSchema),
  ttl: may(ttl),
  mx: may(MxSchema),
  spf: may(SpfSchema),
  dkim: may(DkimSchema),
  senders: may(list(SenderSchema)),
  dmarc: may(DmarcSchema),
  mtaSts: may(MtaStsSchema),
  tlsRpt: may(TlsRptSchema),
  bimi: may(BimiSchema),
  autodiscover: may(flag),
  onPremises: may(OnPremisesSchema),
  parked: may(ParkedSchema),
  records: may(named(RecordSchema)),
};

const domainOnly = {
  reportAuthorization: may(ReportAuthorizationSchema),
  zone: may(ZoneSchema),
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
    { ...domainShared, ...domainOnly },
    misplaced({
      subdomains: "write them under their domain",
      import: "record ids belong to one domain",
      keep: "records of others belong to one domain",
    }),
  ),
);

const SubdomainSchema = agrees<SubdomainInput>()(
  closed(
    domainShared,
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
    ...domainShared,
    ...domainOnly,
    import: may(named(recordId)),
    keep: may(named(RecordSchema)),
    subdomains: may(named(SubdomainSchema)),
  }),
);

/** Is it a mapping? What is in it `planExchange` reads, so that estates without one need not load how. */
function isExchangeOptions(value: unknown): value is ExchangeOptions {
  return isMapping(value);
}

/** Its JSON Schema is made of what `planExchange` reads, by scripts/estate-schema.cjs. */
const ManagedSchema = choice([word(["managed"]), v.custom<ExchangeOptions>(isExchangeOptions)], (input) =>
  isMapping(input) ? 1 : 0,
);

export const TenantSchema = agrees<TenantInput>()(
  closed({
    tenantId: may(guid),
    initialDomain: text,
    cloud: may(CloudSchema),
    domainsAddedBefore: may(text),
    identity: may(IdentitySchema),
    exchange: may(ManagedSchema),
    domains: may(word(["managed"])),
    credentials: may(CredentialsSchema),
  }),
);
