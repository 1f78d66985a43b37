import { type DnsName, parseName } from "../dns/name";
import { type Fault, type Result, settle, within } from "../fault";
import type { BimiOptions } from "../options";
import type { DmarcRecord } from "./dmarc/record";
import { DMARC_TAGS, formatTags, type KeptTag, readTags, shifted, type Tag, versionFaults } from "./tags";
import { parseRecordUri } from "./uri";

/** A BIMI assertion record (draft-brand-indicators-for-message-identification §4.3). */
export interface BimiRecord {
  /** `l`: HTTPS address of the SVG Tiny PS logo; `""` declines to show one. */
  readonly logo: string;
  /** `a`: HTTPS address of the mark certificate; `""` says there is none. */
  readonly certificate?: string;
  /** Other tags as written, e.g. `avp`; receivers that do not know them ignore them. */
  readonly unknown: readonly KeptTag[];
}

/** `default._bimi.contoso.com`. A selector is one or more DNS labels. */
export function bimiRecordName(domain: DnsName, selector = "default"): Result<DnsName> {
  return parseName(`${selector}._bimi.${domain}`, "owner");
}

/** Is this TXT value a BIMI record of the version in use? Receivers drop any other. */
export function isBimi(text: string): boolean {
  return /^v[ \t]*=[ \t]*BIMI1[ \t]*(?:;|$)/.test(text);
}

/** The record that the options declare. */
export function buildBimi(options: BimiOptions): Result<BimiRecord> {
  const faults: Fault[] = [];
  for (const key of ["logo", "certificate"] as const) {
    const text = options[key];
    const uri =
      text === undefined ? undefined : parseRecordUri(text, ["https"], key === "logo" ? LOGO : CERTIFICATE);
    if (uri && !uri.ok) faults.push(...uri.faults.map((fault) => within(fault, key)));
  }
  const { logo, certificate } = options;
  return settle(faults, () => ({ logo, ...(certificate === undefined ? {} : { certificate }), unknown: [] }));
}

/** Reads a BIMI record; a fault for every deviation from the grammar, and for a location that is not HTTPS. */
export function parseBimi(text: string): Result<BimiRecord> {
  const { tags, faults } = readTags(text, DMARC_TAGS);
  const found: Fault[] = [...versionFaults(tags, "BIMI1"), ...faults];
  const location = tags.find(({ name }) => name === "l");
  const authority = tags.find(({ name }) => name === "a");
  if (location === undefined) {
    found.push({ at: { offset: text.length, length: 0 }, message: "no l tag", expected: `l=${LOGO}` });
  }
  found.push(...uriFaults(location), ...uriFaults(authority));
  const unknown = tags
    .filter(({ name }) => !["v", "l", "a"].includes(name))
    .map(({ name, value }) => ({ name, value }));
  return settle(found, () => ({
    logo: location?.value ?? "",
    ...(authority === undefined ? {} : { certificate: authority.value }),
    unknown,
  }));
}

const LOGO = "https://contoso.com/logo.svg";
const CERTIFICATE = "https://contoso.com/mark.pem";

function uriFaults(tag: Tag | undefined): readonly Fault[] {
  if (tag === undefined || tag.value === "") return [];
  const uri = parseRecordUri(tag.value, ["https"], tag.name === "l" ? LOGO : CERTIFICATE);
  return uri.ok ? [] : uri.faults.map((fault) => shifted(fault, tag.valueAt));
}

/** `v=BIMI1; l=https://contoso.com/logo.svg; a=https://contoso.com/mark.pem;`. */
export function formatBimi(record: BimiRecord): string {
  return formatTags([
    { name: "v", value: "BIMI1" },
    { name: "l", value: record.logo },
    ...(record.certificate === undefined ? [] : [{ name: "a", value: record.certificate }]),
    ...record.unknown,
  ]);
}

/** What a receiver will hardly make use of, though the record is legal. */
export function adviseBimi(record: BimiRecord): readonly Fault[] {
  const advice: Fault[] = [];
  if (record.logo !== "" && !/^[^?#]*\.svgz?(?:[?#]|$)/i.test(record.logo)) {
    advice.push({
      path: ["logo"],
      message: "logo does not look like an SVG file",
      received: JSON.stringify(record.logo),
      expected: "a path that ends in .svg: only SVG Tiny PS is shown",
    });
  }
  if (record.logo !== "" && !record.certificate) {
    advice.push({
      path: ["certificate"],
      message: "some receivers, Gmail among them, show no logo without a mark certificate",
      expected: "the HTTPS address of a verified or common mark certificate",
    });
  }
  return advice;
}

/**
 * What keeps a DMARC record from carrying BIMI: the logo is only shown under a policy of quarantine or reject
 * for all mail, subdomains included (draft §7.1 steps 7 to 9). Each path begins with the DMARC tag.
 */
export function bimiNeeds(dmarc: DmarcRecord): readonly Fault[] {
  const needs: Fault[] = [];
  const enforced = "quarantine or reject";
  if (dmarc.policy === undefined || dmarc.policy === "none") {
    needs.push({
      path: ["p"],
      message: "BIMI needs an enforced DMARC policy",
      received: dmarc.policy ?? "no p",
      expected: enforced,
    });
  }
  if (dmarc.subdomainPolicy === "none") {
    needs.push({
      path: ["sp"],
      message: "BIMI needs an enforced DMARC policy for subdomains",
      received: "none",
      expected: enforced,
    });
  }
  if (dmarc.test === true) {
    needs.push({
      path: ["t"],
      message: "BIMI needs a DMARC policy out of test mode",
      received: "y",
      fix: "remove t=y",
    });
  }
  const pct = dmarc.obsolete.find(({ name }) => name === "pct");
  if (pct && pct.value !== "100" && dmarc.policy === "quarantine") {
    needs.push({
      path: ["pct"],
      message: "BIMI needs quarantine for all mail, not for a share",
      received: pct.value,
      fix: "remove pct",
    });
  }
  return needs;
}
