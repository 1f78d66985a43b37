import { inEstate } from "../../lib/exchange/objects";
import type { Mapping } from "../../lib/mapping";
import type { Evidence } from "../../lib/tenant-reading/evidence";
import type {
  ReadAcceptedDomain,
  ReadInboundConnector,
  ReadObject,
  ReadOutboundConnector,
  ReadSigning,
} from "../../lib/tenant-reading/reading";
import { INSTANT_TEXT } from "../objects/codec/measures";
import { names } from "../resources/exchange-values";
import { type Answered, membersIn, together } from "./answers";
import { ACCEPTED_DOMAINS, ALLOW_BLOCK, DKIM, INBOUND, OUTBOUND } from "./sources";

// What Exchange shows of domains, connectors and single entries: no table of the kit describes these.

export function acceptedDomainsIn(evidence: Evidence): Answered<readonly ReadAcceptedDomain[]> {
  return each(evidence, ACCEPTED_DOMAINS.file, "name", (row) => {
    const name = text(row, "DomainName")?.toLowerCase();
    const type = word(row, "DomainType", ["Authoritative", "InternalRelay", "ExternalRelay"]);
    return name === undefined || type === undefined
      ? undefined
      : { name, type, isDefault: row.Default === true };
  });
}

export function signingIn(evidence: Evidence): Answered<readonly ReadSigning[]> {
  return each(evidence, DKIM.file, "domain", (row) => {
    const domain = (text(row, "Domain") ?? text(row, "Name"))?.toLowerCase();
    const { Enabled: enabled } = row;
    if (domain === undefined || typeof enabled !== "boolean") return undefined;
    const numbers = ["Selector1KeySize", "Selector2KeySize"].map((name) => Number(row[name]));
    return {
      domain,
      enabled,
      keySizes: numbers.filter((bits) => Number.isInteger(bits) && bits > 0),
      targets: ["Selector1CNAME", "Selector2CNAME"].flatMap((name) => text(row, name)?.toLowerCase() ?? []),
    };
  });
}

export function inboundConnectorsIn(evidence: Evidence): Answered<readonly ReadInboundConnector[]> {
  return each(evidence, INBOUND.file, "name", (row) => {
    const common = connectorOf(row);
    const certificateName = text(row, "TlsSenderCertificateName");
    if (common === undefined) return undefined;
    return {
      ...common,
      requireTls: row.RequireTls === true,
      ...(certificateName === undefined ? {} : { certificateName }),
      senderAddresses: [...(names(row, "SenderIPAddresses") ?? [])].sort(),
    };
  });
}

export function outboundConnectorsIn(evidence: Evidence): Answered<readonly ReadOutboundConnector[]> {
  return each(evidence, OUTBOUND.file, "name", (row) => {
    const common = connectorOf(row);
    const tls = word(row, "TlsSettings", ["EncryptionOnly", "CertificateValidation", "DomainValidation"]);
    if (common === undefined) return undefined;
    return {
      ...common,
      ...(tls === undefined ? {} : { tls }),
      smartHosts: [...(names(row, "SmartHosts") ?? [])].sort(),
    };
  });
}

function connectorOf(
  row: Mapping,
): Pick<ReadInboundConnector, "id" | "name" | "enabled" | "type"> | undefined {
  const name = text(row, "Name") ?? text(row, "Identity");
  const type = word(row, "ConnectorType", ["OnPremises", "Partner"]);
  const { Enabled: enabled } = row;
  if (name === undefined || type === undefined || typeof enabled !== "boolean") return undefined;
  return { id: text(row, "Guid") ?? name, name, enabled, type };
}

/** Entries of all lists of the Tenant Allow/Block List, as an estate has them. */
export function allowBlockItemsIn(evidence: Evidence): Answered<readonly ReadObject[]> {
  const lists = ALLOW_BLOCK.map((source) => {
    const listType = String(source.parameters.ListType);
    return each<ReadObject, "name">(evidence, source.file, "name", (row) => {
      const [value, action] = [text(row, "Value"), text(row, "Action")];
      if (value === undefined || action === undefined) return undefined;
      const ends = INSTANT_TEXT.decode(row.ExpirationDate);
      const removeAfter = typeof row.RemoveAfter === "number" ? row.RemoveAfter : undefined;
      const notes = text(row, "Notes");
      return {
        kind: "tenant-allow-block-list-item",
        id: `${listType}/${value}`,
        name: value,
        values: {
          [inEstate("list_type")]: listType,
          value,
          action,
          ...(typeof ends === "string" ? { [inEstate("expiration_date")]: ends } : {}),
          [inEstate("no_expiration")]: ends === null && removeAfter === undefined,
          ...(removeAfter === undefined ? {} : { [inEstate("remove_after")]: removeAfter }),
          ...(notes === undefined ? {} : { notes }),
        },
        unknown: [],
      };
    });
  });
  const all = together(lists);
  return all.is === "known" ? { is: "known", value: all.value.flat() } : all;
}

/** A row that is not what Microsoft documents makes the whole list unknown: what is left would pass for all there is. */
function each<T, Key extends keyof T>(
  evidence: Evidence,
  file: string,
  key: Key,
  read: (row: Mapping) => T | undefined,
): Answered<readonly T[]> {
  const rows = membersIn(evidence, file);
  if (rows.is === "not read") return rows;
  const found: T[] = [];
  for (const row of rows.value) {
    // A read of nothing may give one row that only says that it went well.
    if (row.Identity === undefined && row.Name === undefined) continue;
    const one = read(row);
    if (one === undefined) {
      const words = `${file} has a row that cannot be read`;
      return { is: "not read", why: { reason: "unreadable", words, file } };
    }
    found.push(one);
  }
  return { is: "known", value: found.sort((a, b) => (String(a[key]) < String(b[key]) ? -1 : 1)) };
}

function text(row: Mapping, name: string): string | undefined {
  const value = row[name];
  return typeof value === "string" && value !== "" ? value : undefined;
}

function word<T extends string>(row: Mapping, name: string, words: readonly T[]): T | undefined {
  return words.find((one) => one === row[name]);
}
