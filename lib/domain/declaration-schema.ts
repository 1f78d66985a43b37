import * as v from "valibot";
import type { DnsName } from "../dns/name";
import type { DnsRecord } from "../dns/record";
import { ProfileSchema } from "../estate/schema/domain";
import { AcceptedDomainSchema, ConnectorNamesSchema } from "../estate/schema/mail";
import type { Fault } from "../fault";
import { isMapping } from "../mapping";
import { agrees } from "../schema/agree";
import { nameFaults, ownerName } from "../schema/names";
import { decimal, preference, text, texts, ttl, whole } from "../schema/scalars";
import { byMember, choice, closed, guarded, may, word } from "../schema/shapes";
import type { DeclaredPart, DeclaredRecord, DomainDeclaration } from "./declaration";
import type { MtaStsPart } from "./parts/mta-sts";
import type { PartRecord } from "./parts/part";
import { type DomainPlan, PARTS } from "./plan";
import type { PremisesPlan } from "./premises";
import {
  BimiPartOptionsSchema,
  DkimSelectorsOptionsSchema,
  DmarcPolicyOptionsSchema,
  ExtraRecordsOptionsSchema,
  InboundOptionsSchema,
  MtaStsPartOptionsSchema,
  ParkedDomainOptionsSchema,
  ReportAuthorizationOptionsSchema,
  SenderRecordsOptionsSchema,
  SpfRecordOptionsSchema,
  TlsReportingOptionsSchema,
} from "./schema";

// What `declareDomain` answers, for those that publish it: JavaScript and casts give them anything.

const path = v.array(v.union([v.string(), v.number()]));
const octet = whole(0, 255);
const owned = { name: ownerName, ttl };

/** A record as a zone takes it. */
export const DnsRecordSchema = agrees<DnsRecord>()(
  byMember("type", {
    A: closed({ ...owned, type: word(["A"]), address: text }),
    AAAA: closed({ ...owned, type: word(["AAAA"]), address: text }),
    CNAME: closed({ ...owned, type: word(["CNAME"]), target: ownerName }),
    MX: closed({ ...owned, type: word(["MX"]), preference, exchange: guarded(isExchange, exchangeFaults) }),
    TXT: closed({ ...owned, type: word(["TXT"]), value: v.string(), content: may(text) }),
    CAA: closed({ ...owned, type: word(["CAA"]), flags: octet, tag: text, value: v.string() }),
    TLSA: closed({
      ...owned,
      type: word(["TLSA"]),
      usage: octet,
      selector: octet,
      matchingType: octet,
      certificate: text,
    }),
    NS: closed({ ...owned, type: word(["NS"]), host: ownerName }),
    SRV: closed({
      ...owned,
      type: word(["SRV"]),
      priority: preference,
      weight: preference,
      port: preference,
      target: guarded(isExchange, exchangeFaults),
    }),
    SVCB: closed({
      ...owned,
      type: word(["SVCB", "HTTPS"]),
      priority: preference,
      target: guarded(isExchange, exchangeFaults),
      value: v.string(),
    }),
    HTTPS: closed({
      ...owned,
      type: word(["SVCB", "HTTPS"]),
      priority: preference,
      target: guarded(isExchange, exchangeFaults),
      value: v.string(),
    }),
    NAPTR: closed({
      ...owned,
      type: word(["NAPTR"]),
      order: preference,
      preference,
      flags: v.string(),
      service: v.string(),
      regex: v.string(),
      replacement: guarded(isExchange, exchangeFaults),
    }),
    PTR: closed({ ...owned, type: word(["PTR"]), target: guarded(isExchange, exchangeFaults) }),
    SSHFP: closed({
      ...owned,
      type: word(["SSHFP"]),
      algorithm: octet,
      fingerprintType: octet,
      fingerprint: text,
    }),
    SMIMEA: closed({
      ...owned,
      type: word(["SMIMEA"]),
      usage: octet,
      selector: octet,
      matchingType: octet,
      certificate: text,
    }),
    OPENPGPKEY: closed({ ...owned, type: word(["OPENPGPKEY"]), key: text }),
    URI: closed({ ...owned, type: word(["URI"]), priority: preference, weight: preference, target: text }),
    CERT: closed({
      ...owned,
      type: word(["CERT"]),
      certificateType: preference,
      keyTag: preference,
      algorithm: octet,
      certificate: text,
    }),
    DS: closed({
      ...owned,
      type: word(["DS"]),
      keyTag: preference,
      algorithm: octet,
      digestType: octet,
      digest: text,
    }),
    LOC: closed({
      ...owned,
      type: word(["LOC"]),
      latDegrees: whole(0, 90),
      latMinutes: whole(0, 59),
      latSeconds: decimal(0, 59.999),
      latDirection: word(["N", "S"]),
      longDegrees: whole(0, 180),
      longMinutes: whole(0, 59),
      longSeconds: decimal(0, 59.999),
      longDirection: word(["E", "W"]),
      altitude: decimal(-100_000, 42_849_672.95),
      size: decimal(0, 90_000_000),
      precisionHorz: decimal(0, 90_000_000),
      precisionVert: decimal(0, 90_000_000),
    }),
    DNSKEY: closed({
      ...owned,
      type: word(["DNSKEY"]),
      flags: preference,
      protocol: octet,
      algorithm: octet,
      publicKey: text,
    }),
  }),
);

const partRecord = { role: text, record: DnsRecordSchema };
const PartRecordSchema = agrees<PartRecord>()(closed(partRecord));
const DeclaredRecordSchema = agrees<DeclaredRecord>()(
  closed({ ...partRecord, domain: ownerName, rolePath: text, path }),
);

const MtaStsPartSchema = agrees<MtaStsPart>()(
  closed({
    record: PartRecordSchema,
    hostAlias: may(PartRecordSchema),
    host: ownerName,
    path: word(["/.well-known/mta-sts.txt"]),
    policy: text,
    hosting: word(["zone", "external", "hosted"]),
  }),
);

const DeclaredPartSchema = agrees<DeclaredPart>()(
  closed({ name: word(PARTS), records: v.array(DeclaredRecordSchema), policy: may(MtaStsPartSchema) }),
);

const SpfPlanSchema = closed({
  options: SpfRecordOptionsSchema,
  terms: closed({
    ip4: may(v.array(closed({ value: text, path }))),
    ip6: may(v.array(closed({ value: text, path }))),
    include: may(v.array(closed({ value: text, path }))),
    a: may(v.array(closed({ value: text, path }))),
  }),
});

const certificate = choice([word(["encryption", "trusted"]), closed({ name: text })], (input) =>
  isMapping(input) ? 1 : 0,
);

/** How EOP hands mail to the premises. */
export const ToPremisesSchema = agrees<PremisesPlan["outbound"]>()(
  closed({
    recipientDomains: texts,
    smartHosts: texts,
    certificate: may(certificate),
    validationRecipients: may(texts),
  }),
);

/** How EOP knows mail of the premises. */
export const FromPremisesSchema = agrees<NonNullable<PremisesPlan["inbound"]>>()(
  closed({
    senderDomains: texts,
    by: choice([closed({ certificate: text }), closed({ addresses: texts })], (input) =>
      isMapping(input) && "addresses" in input ? 1 : 0,
    ),
  }),
);

const plan = {
  domain: ownerName,
  profile: ProfileSchema,
  parked: may(ParkedDomainOptionsSchema),
  inbound: may(InboundOptionsSchema),
  premises: may(
    agrees<PremisesPlan>()(
      closed({
        outbound: ToPremisesSchema,
        inbound: may(FromPremisesSchema),
        names: may(ConnectorNamesSchema),
        acceptedDomain: may(AcceptedDomainSchema),
      }),
    ),
  ),
  spf: may(SpfPlanSchema),
  dkim: may(DkimSelectorsOptionsSchema),
  dmarc: may(DmarcPolicyOptionsSchema),
  reports: may(ReportAuthorizationOptionsSchema),
  mtaSts: may(MtaStsPartOptionsSchema),
  tlsRpt: may(TlsReportingOptionsSchema),
  bimi: may(BimiPartOptionsSchema),
  senders: may(SenderRecordsOptionsSchema),
  extra: may(ExtraRecordsOptionsSchema),
};

const PlanSchema: v.GenericSchema<unknown, DomainPlan> = closed({
  ...plan,
  subdomains: v.array(closed({ label: text, plan: v.lazy(() => PlanSchema) })),
});

/** What a mail domain declares. */
export const DeclarationSchema: v.GenericSchema<unknown, DomainDeclaration> = closed({
  domain: ownerName,
  plan: PlanSchema,
  parts: v.array(DeclaredPartSchema),
  records: v.array(DeclaredRecordSchema),
  mtaSts: v.array(MtaStsPartSchema),
  subdomains: v.array(closed({ label: text, declaration: v.lazy(() => DeclarationSchema) })),
});

function isExchange(value: unknown): value is DnsName | "." {
  return exchangeFaults(value).length === 0;
}

function exchangeFaults(value: unknown): readonly Fault[] {
  return value === "." ? [] : nameFaults(value, "owner");
}
