import { IPv4, IPv6 } from "ipaddr.js";
import { closest } from "../closest";
import { canonicalIp4, canonicalIp6 } from "../dns/address";
import { type Fault, fail, ok, type Result, within } from "../fault";
import { COUNTRIES, COUNTRY_SETS } from "./countries";
import type { NamedLocationPlan } from "./identity-plan";
import type { NamedLocationOptions } from "./options";
import { LOCATION_WORDS } from "./policy";

/** Words that policies use for locations, and which therefore name none. */
const RESERVED_LOCATIONS: readonly string[] = ["all", ...LOCATION_WORDS];

/** A key that is a construct id and a name in the tenant at once. */
export const KEY = /^[a-z0-9](?:[a-z0-9-]*[a-z0-9])?$/;

/** https://learn.microsoft.com/entra/identity/conditional-access/concept-assignment-network */
const MOST_RANGES = 2000;

/** What ipaddr.js calls networks that never arrive at Entra ID, which sees the address behind NAT. */
const NOT_PUBLIC: ReadonlySet<string> = new Set([
  "private",
  "carrierGradeNat",
  "loopback",
  "linkLocal",
  "uniqueLocal",
  "unspecified",
  "multicast",
  "broadcast",
  "ipv4Mapped",
]);

/** Reads a tenant's named locations; the plans are sorted by key. */
export function planNamedLocations(
  options: Readonly<Record<string, NamedLocationOptions>>,
): Result<readonly NamedLocationPlan[]> {
  const faults: Fault[] = [];
  const plans: NamedLocationPlan[] = [];
  for (const key of Object.keys(options).sort()) {
    const location = options[key];
    if (!location) continue;
    if (!KEY.test(key) || RESERVED_LOCATIONS.includes(key)) {
      faults.push({
        path: [key],
        message: "not a name for a location",
        received: JSON.stringify(key),
        expected: `lower-case letters, digits and inner hyphens, and none of ${RESERVED_LOCATIONS.join(", ")}`,
      });
    }
    const plan = planLocation(key, location);
    if (plan.ok) plans.push(plan.value);
    else faults.push(...plan.faults.map((fault) => within(fault, key)));
  }
  return faults.length > 0 ? fail(...faults) : ok(plans);
}

function planLocation(key: string, options: NamedLocationOptions): Result<NamedLocationPlan> {
  const { ip, trusted, countries, unknownCountries, lookup } = options;
  if ((ip === undefined) === (countries === undefined)) {
    return fail({
      message: ip
        ? "a location is ip ranges or countries, not both"
        : "a location without ip ranges or countries",
      expected: "ip: [192.0.2.0/24] or countries: [NL]",
    });
  }
  if (ip) {
    const faults = misplaced("countries", { unknownCountries, lookup });
    const ranges = readList(ip, parseRange, "ip", faults);
    if (ranges.length > MOST_RANGES) {
      faults.push({
        path: ["ip"],
        message: `a location of ${ranges.length} ranges`,
        expected: `at most ${MOST_RANGES}`,
      });
    }
    return faults.length > 0 ? fail(...faults) : ok({ key, kind: "ip", ranges, trusted: trusted ?? false });
  }
  const faults = misplaced("ip", { trusted });
  const listed = readList(countries ?? [], parseCountry, "countries", faults);
  const codes = [
    ...new Set(listed.flatMap((one) => (isCountrySet(one) ? (COUNTRY_SETS[one] ?? []) : [one]))),
  ].sort();
  if (faults.length > 0) return fail(...faults);
  return ok({
    key,
    kind: "countries",
    countries: codes,
    unknownCountries: unknownCountries ?? false,
    lookup: lookup ?? "clientIpAddress",
  });
}

function misplaced(kind: "ip" | "countries", given: Readonly<Record<string, unknown>>): Fault[] {
  return Object.entries(given)
    .filter(([, value]) => value !== undefined)
    .map(([option]) => ({
      path: [option],
      message: `${option} goes with ${kind} only`,
      fix: `remove ${option}`,
    }));
}

/** The values of a list in their canonical form, sorted; none may be there twice. */
function readList(
  texts: readonly string[],
  parse: (text: string) => Result<string>,
  option: string,
  faults: Fault[],
): readonly string[] {
  if (texts.length === 0) faults.push({ path: [option], message: `${option} is an empty list` });
  const values = new Set<string>();
  for (const [index, text] of texts.entries()) {
    const value = parse(text);
    if (!value.ok) faults.push(...value.faults.map((fault) => within(fault, option, index)));
    else if (values.has(value.value)) {
      faults.push({ path: [option, index], message: "listed twice", received: JSON.stringify(text) });
    } else values.add(value.value);
  }
  return [...values].sort();
}

/** A public block in canonical form; a single address is a block of one. Graph takes no block wider than /8. */
function parseRange(text: string): Result<string> {
  const [address = "", length, ...rest] = text.split("/");
  const ip4 = canonicalIp4(address);
  const canonical = ip4 ?? canonicalIp6(address);
  const bits = ip4 === undefined ? 128 : 32;
  const prefix = length === undefined ? bits : /^\d{1,3}$/.test(length) ? Number(length) : Number.NaN;
  const received = JSON.stringify(text);
  if (canonical === undefined || rest.length > 0 || !(prefix >= 8 && prefix <= bits)) {
    return fail({
      message: "not a block of addresses",
      received,
      expected: "CIDR notation such as 192.0.2.0/24 or 2001:db8::/32, from /8 on",
    });
  }
  const block = `${canonical}/${prefix}`;
  const network =
    ip4 === undefined
      ? IPv6.networkAddressFromCIDR(block).toRFC5952String()
      : IPv4.networkAddressFromCIDR(block).toString();
  if (network !== canonical) {
    return fail({
      message: "bits are set behind the prefix",
      received,
      expected: "the block's first address",
      fix: `write ${network}/${prefix}`,
    });
  }
  const range = (ip4 === undefined ? IPv6.parse(canonical) : IPv4.parse(canonical)).range();
  if (NOT_PUBLIC.has(range)) {
    return fail({
      message: "not a public address",
      received,
      expected: "addresses from which the site reaches the Internet",
      fix: "write those behind NAT: Entra ID never sees the others",
    });
  }
  return ok(block);
}

function isCountrySet(text: string): boolean {
  return Object.hasOwn(COUNTRY_SETS, text);
}

/** A country's code, or the name of a set of them. */
function parseCountry(text: string): Result<string> {
  const code = text.toUpperCase();
  if (isCountrySet(text)) return ok(text);
  if (COUNTRIES.has(code)) return ok(code);
  return fail({
    message: "not a country code",
    received: JSON.stringify(text),
    expected: "an ISO 3166-1 alpha-2 code such as NL, or a set such as european-union",
    ...countryHint(text, code),
  });
}

const HINTS: Readonly<Record<string, string>> = {
  UK: "GB",
  EU: "european-union",
  EEA: "european-economic-area",
};

function countryHint(text: string, code: string): { readonly fix?: string } {
  if (Object.hasOwn(HINTS, code)) return { fix: `write ${HINTS[code]}` };
  const near = text.length > 3 ? closest(text, Object.keys(COUNTRY_SETS)) : undefined;
  return near === undefined ? {} : { fix: `did you mean ${near}?` };
}
