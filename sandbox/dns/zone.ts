import type { Answer, OptAnswer } from "dns-packet";

/** A resource record as it goes on the wire. */
export type ResourceRecord = Exclude<Answer, OptAnswer>;

/** A part of the name space that somebody answers for. All names are in lower case and without a trailing dot. */
export interface ServedZone {
  /** `contoso.com`; the root is empty. */
  readonly apex: string;
  /** RFC 1035 §3.3.13. */
  readonly soa: ResourceRecord;
  /** All records at exactly that name, NS at the apex included, the SOA not. */
  recordsAt(name: string): readonly ResourceRecord[];
  /** Are there records at that name or below it (RFC 8020: a name with names below it exists)? */
  exists(name: string): boolean;
  /** Does the zone answer for the target of its apex's CNAME in the apex's own name? */
  readonly flattens: boolean;
}

/** The zone that answers for a name: the one whose apex is the longest that ends it. */
export type ZoneOf = (name: string) => ServedZone;

/** `contoso.com` of `mail.contoso.com`; the parent of a single label is the root. */
export function parentOf(name: string): string {
  const dot = name.indexOf(".");
  return dot < 0 ? "" : name.slice(dot + 1);
}

/** Is `name` at or below `ancestor`? Every name is below the root. */
export function isBelow(name: string, ancestor: string): boolean {
  return ancestor === "" || name === ancestor || name.endsWith(`.${ancestor}`);
}
