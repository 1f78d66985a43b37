import type { Profile } from "../../options";
import type { DefaultsInput, SubdomainInput } from "../input";

type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/** What domains and subdomains have in common; either is read as this when defaults are put under it. */
export type MailInput = Omit<DefaultsInput, "zone">;

/**
 * A domain's own values over the defaults: sections key by key, lists and single values as a whole.
 * What is one choice (an MX, one selector, one record) is replaced as a whole too: half of one form and half of
 * another would be neither.
 */
export function mergeMail<T extends MailInput>(defaults: MailInput, own: T): MailInput {
  const merged: Mutable<MailInput> = { ...defaults, ...own };
  if (defaults.spf && own.spf) merged.spf = { ...defaults.spf, ...own.spf };
  if (defaults.dmarc && own.dmarc) merged.dmarc = { ...defaults.dmarc, ...own.dmarc };
  if (defaults.mtaSts && own.mtaSts) merged.mtaSts = { ...defaults.mtaSts, ...own.mtaSts };
  if (defaults.tlsRpt && own.tlsRpt) merged.tlsRpt = { ...defaults.tlsRpt, ...own.tlsRpt };
  if (defaults.bimi && own.bimi) merged.bimi = { ...defaults.bimi, ...own.bimi };
  if (defaults.onPremises && own.onPremises)
    merged.onPremises = { ...defaults.onPremises, ...own.onPremises };
  if (defaults.parked && own.parked) merged.parked = { ...defaults.parked, ...own.parked };
  if (defaults.records && own.records) merged.records = { ...defaults.records, ...own.records };
  if (defaults.dkim && own.dkim) {
    merged.dkim = { ...defaults.dkim, ...own.dkim };
    if (defaults.dkim.selectors && own.dkim.selectors) {
      merged.dkim = { ...merged.dkim, selectors: { ...defaults.dkim.selectors, ...own.dkim.selectors } };
    }
  }
  return merged;
}

/**
 * The defaults that a subdomain takes. Its domain's DMARC record covers it (RFC 9989 §4.10), so it gets one of
 * its own only by asking or when it is parked, and then the report addresses are filled in; a logo is never inherited.
 * @param defaults those that go with the profile
 */
export function defaultsForSubdomain(defaults: MailInput, own: SubdomainInput, profile: Profile): MailInput {
  const { dmarc, bimi, tenant, reportAuthorization, ...rest } = defaults;
  const reports: Mutable<NonNullable<MailInput["dmarc"]>> = {};
  if (dmarc?.rua) reports.rua = dmarc.rua;
  if (dmarc?.ruf) reports.ruf = dmarc.ruf;
  return { ...rest, ...(own.dmarc || (profile === "parked" && dmarc) ? { dmarc: reports } : {}) };
}
