import * as v from "valibot";
import { DkimSchema } from "../estate/schema/dkim";
import { CloudSchema, domainShared, ProfileSchema, ReportAuthorizationSchema } from "../estate/schema/domain";
import {
  BimiOptionsSchema,
  DmarcSchema,
  MtaStsOptionsSchema,
  MxSchema,
  OnPremisesOptionsSchema,
  ParkedSchema,
  SpfSchema,
  TlsRptOptionsSchema,
} from "../estate/schema/mail";
import { AsFoundSchema, RecordSchema } from "../estate/schema/records";
import type { MailDomainOptions, TenantOptions } from "../options";
import { agrees } from "../schema/agree";
import { dnsName } from "../schema/names";
import { flag, guid, text, texts, ttl } from "../schema/scalars";
import { CredentialsSchema } from "../schema/secrets";
import { closed, may, named, word } from "../schema/shapes";
import type { DkimSelectorsOptions } from "./parts/dkim";
import type { DmarcPolicyOptions, ReportAuthorizationOptions } from "./parts/dmarc";
import type { ExtraRecordsOptions } from "./parts/extra";
import type { InboundOptions } from "./parts/inbound";
import type { MtaStsPartOptions } from "./parts/mta-sts";
import type { ParkedDomainOptions } from "./parts/parked";
import type { BimiPartOptions, TlsReportingOptions } from "./parts/reporting";
import type { SenderRecordsOptions } from "./parts/senders";
import type { SpfRecordOptions } from "./parts/spf";
import { SenderPartsSchema } from "./sender-parts-schema";

// What callers of this package give, as far as a type can say it: JavaScript has no types, and casts go around them.

const TenantOptionsSchema = agrees<TenantOptions>()(
  closed({
    name: may(text),
    initialDomain: text,
    cloud: may(CloudSchema),
    domainsAddedBefore: may(text),
    exchange: may(closed({ tenantId: may(guid), domains: may(v.picklist(["own", "below"])) })),
    credentials: may(CredentialsSchema),
  }),
);

const part = { domain: text, ttl: may(ttl) };

export const SpfRecordOptionsSchema = agrees<SpfRecordOptions>()(closed({ ...part, ...SpfSchema.entries }));
export const DkimSelectorsOptionsSchema = agrees<DkimSelectorsOptions>()(
  closed({ ...part, ...DkimSchema.entries, tenant: may(TenantOptionsSchema) }),
);
export const DmarcPolicyOptionsSchema = agrees<DmarcPolicyOptions>()(
  closed({ ...part, ...DmarcSchema.entries }),
);
export const ReportAuthorizationOptionsSchema = agrees<ReportAuthorizationOptions>()(
  closed({ ...part, acceptsReportsFrom: texts, reportAuthorization: may(ReportAuthorizationSchema) }),
);
export const InboundOptionsSchema = agrees<InboundOptions>()(
  closed({ ...part, mx: may(MxSchema), tenant: may(TenantOptionsSchema), autodiscover: may(flag) }),
);
export const MtaStsPartOptionsSchema = agrees<MtaStsPartOptions>()(
  closed({ ...part, ...MtaStsOptionsSchema.entries, mxHosts: v.array(dnsName) }),
);
export const TlsReportingOptionsSchema = agrees<TlsReportingOptions>()(
  closed({ ...part, ...TlsRptOptionsSchema.entries }),
);
export const BimiPartOptionsSchema = agrees<BimiPartOptions>()(
  closed({ ...part, ...BimiOptionsSchema.entries }),
);
export const ParkedDomainOptionsSchema = agrees<ParkedDomainOptions>()(
  closed({ ...part, ...ParkedSchema.entries, dmarc: may(DmarcSchema), mx: may(word(["null", "none"])) }),
);
export const ExtraRecordsOptionsSchema = agrees<ExtraRecordsOptions>()(
  closed({ ...part, records: named(RecordSchema) }),
);
export const SenderRecordsOptionsSchema = agrees<SenderRecordsOptions>()(
  closed({ ...part, senders: v.array(SenderPartsSchema) }),
);

const options = {
  ...domainShared,
  profile: ProfileSchema,
  tenant: may(TenantOptionsSchema),
  mtaSts: may(MtaStsOptionsSchema),
  tlsRpt: may(TlsRptOptionsSchema),
  bimi: may(BimiOptionsSchema),
  onPremises: may(OnPremisesOptionsSchema),
  acceptsReportsFrom: may(texts),
  reportAuthorization: may(ReportAuthorizationSchema),
};

type Subdomain = Omit<MailDomainOptions, "domain" | "asFound">;

const subdomains: v.GenericSchema<unknown, Readonly<Record<string, Subdomain>>> = named(
  v.lazy(() => SubdomainSchema),
);
const SubdomainSchema: v.GenericSchema<unknown, Subdomain> = closed({
  ...options,
  subdomains: may(subdomains),
});

export const MailDomainSchema = agrees<MailDomainOptions>()(
  closed({ domain: text, ...options, asFound: may(named(AsFoundSchema)), subdomains: may(subdomains) }),
);
