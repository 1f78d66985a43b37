import { AddressSet } from "../../../dns/address-set";
import { anyOf, type Clause, type Literal, NOTHING, noneOf } from "../conditions";
import { canonicalId, type NamedLocation, objectWith, type TenantObjects } from "../objects";
import type { SignIn } from "../sign-in";
import { type AddressAtom, type Addresses, addressAtoms, addressesOf } from "./address-atoms";
import {
  type Dimension,
  distinct,
  type Held,
  listed,
  literal,
  type Mentions,
  type Phrase,
  type Variables,
  whereItem,
} from "./dimension";

const ALL = "all";
const TRUSTED = "alltrusted";
/** Addresses of no known country. */
const UNKNOWN_COUNTRY = "unknown";

type Lookup = Extract<NamedLocation, { kind: "countries" }>["lookup"];

/**
 * Where a sign-in comes from: the address, the country by the address, and the country by the position of a phone.
 * The three are independent, since which address lies in which country is Microsoft's to say. A location of unknown
 * content is a question of its own, and so is whether something trusted that is not in view holds the address: a
 * location that is listed nowhere here, or the trusted IPs of the multifactor service settings.
 * https://learn.microsoft.com/entra/identity/conditional-access/concept-assignment-network
 */
export function locationDimension(variables: Variables, sets: readonly Mentions[]): Dimension {
  const mentioned = sets.map(({ policies }) =>
    distinct(
      policies.flatMap(({ conditions: { locations = {} } }) =>
        [...(locations.includeLocations ?? []), ...(locations.excludeLocations ?? [])].map(canonicalId),
      ),
    ).filter((word) => word !== ALL),
  );
  const words = distinct(mentioned.flat());
  const symbolic = words.filter(
    (word) =>
      word !== TRUSTED &&
      sets.some(({ objects }, at) => mentioned[at]?.includes(word) && !isRead(objects, word)),
  );
  const asksTrusted = words.includes(TRUSTED);
  const concerned = sets.flatMap(({ objects }) =>
    (objects.namedLocations ?? []).filter(
      (location) =>
        (words.includes(canonicalId(location.id)) && !symbolic.includes(canonicalId(location.id))) ||
        (asksTrusted && location.kind === "ip" && location.trusted),
    ),
  );
  const blocks = new Map<string, Addresses>();
  for (const location of concerned) {
    const read = location.kind === "ip" ? addressesOf(location.ranges) : undefined;
    if (location.kind === "ip" && read) blocks.set(rangesKey(location), read);
  }
  const keys = [...blocks.keys()];
  const atoms = addressAtoms([...blocks.values()]);
  const address =
    atoms.length > 1
      ? variables.add({ size: atoms.length, valueOf: (signIn) => atomOf(atoms, signIn.address) })
      : undefined;
  const countries = {
    clientIpAddress: countryVariable(variables, concerned, "clientIpAddress", ({ country }) => country),
    authenticatorAppGps: countryVariable(
      variables,
      concerned,
      "authenticatorAppGps",
      ({ gpsCountry }) => gpsCountry,
    ),
  };
  const comesFrom = (word: string) => (signIn: SignIn) =>
    (signIn.locations ?? []).some((one) => canonicalId(one) === word);
  const flags = new Map(symbolic.map((word) => [word, variables.addFlag(comesFrom(word))]));
  const trustedElsewhere = asksTrusted ? variables.addFlag(comesFrom(TRUSTED)) : undefined;

  const whereIp = (location: NamedLocation): readonly Literal[] => {
    const place = location.kind === "ip" ? keys.indexOf(rangesKey(location)) : -1;
    if (address === undefined || place < 0) return [];
    return [whereItem(address, atoms, ({ of }) => of.has(place))];
  };
  const trustedIn = ({ namedLocations = [] }: TenantObjects): readonly Literal[] => [
    ...namedLocations.flatMap((one) => (one.kind === "ip" && one.trusted ? whereIp(one) : [])),
    ...(trustedElsewhere === undefined ? [] : [literal(trustedElsewhere, [1])]),
  ];
  const whereNamed = (word: string, objects: TenantObjects): readonly Literal[] => {
    if (word === TRUSTED) return trustedIn(objects);
    const flag = flags.get(word);
    if (flag !== undefined) return [literal(flag, [1])];
    const location = objectWith(objects.namedLocations, word);
    if (!location) return [];
    return location.kind === "ip" ? whereIp(location) : countries[location.lookup].where(location);
  };

  const symbolicFlags = new Set([...flags.values(), trustedElsewhere]);
  /** That a place of unknown content is left out is no news; that addresses are, is. */
  const exempting = (clause: Clause): Clause =>
    clause.literals.every(({ variable }) => symbolicFlags.has(variable))
      ? { ...clause, exempts: "place" }
      : clause;

  return {
    conditions({ conditions: { locations } }, objects) {
      if (!locations) return [];
      const [included, excluded] = [locations.includeLocations ?? [], locations.excludeLocations ?? []].map(
        (list) => list.map(canonicalId),
      );
      const places = (words: readonly string[] = []) => words.flatMap((word) => whereNamed(word, objects));
      return [
        ...(included?.includes(ALL) ? [] : anyOf(places(included), variables.everything)),
        ...(excluded?.includes(ALL)
          ? NOTHING
          : noneOf(places(excluded), variables.everything).map(exempting)),
      ];
    },
    describe: (box) => [
      ...addressPhrases(address === undefined ? undefined : box(address), atoms, concerned),
      ...countries.clientIpAddress.describe(box),
      ...countries.authenticatorAppGps.describe(box),
      ...[...flags].flatMap(([word, at]) => flagPhrase(box(at), symbolicName(word, sets))),
      ...(trustedElsewhere === undefined
        ? []
        : flagPhrase(
            box(trustedElsewhere),
            blocks.size > 0 ? "any other trusted location" : "trusted locations",
          )),
    ],
  };
}

/** Is there an object with this id whose content can be read? */
function isRead({ namedLocations }: TenantObjects, id: string): boolean {
  const location = objectWith(namedLocations, id);
  return (
    location !== undefined && (location.kind === "countries" || addressesOf(location.ranges) !== undefined)
  );
}

function rangesKey({ ranges }: { readonly ranges: readonly string[] }): string {
  return distinct(ranges).join();
}

function atomOf(atoms: readonly AddressAtom[], address: string | undefined): number {
  if (address === undefined) return 0;
  const version = address.includes(":") ? "ip6" : "ip4";
  return Math.max(
    0,
    atoms.findIndex((atom) => atom[version].has(address)),
  );
}

function countryVariable(
  variables: Variables,
  locations: readonly NamedLocation[],
  lookup: Lookup,
  told: (signIn: SignIn) => string | undefined,
) {
  const named = locations.flatMap((one) => (one.kind === "countries" && one.lookup === lookup ? [one] : []));
  // Any other country comes first.
  const values = [
    "",
    UNKNOWN_COUNTRY,
    ...distinct(named.flatMap((one) => one.countries.map((code) => code.toUpperCase()))),
  ];
  const variable =
    named.length > 0
      ? variables.add({
          size: values.length,
          valueOf(signIn) {
            const country = told(signIn) ?? "";
            return Math.max(0, values.indexOf(country === UNKNOWN_COUNTRY ? country : country.toUpperCase()));
          },
        })
      : undefined;
  return {
    where(location: Extract<NamedLocation, { kind: "countries" }>): readonly Literal[] {
      if (variable === undefined) return [];
      const codes = location.countries.map((code) => code.toUpperCase());
      return [
        whereItem(variable, values, (value) =>
          value === UNKNOWN_COUNTRY ? location.unknownCountries : codes.includes(value),
        ),
      ];
    },
    describe(box: Held): readonly Phrase[] {
      const held = variable === undefined ? undefined : box(variable);
      if (!held) return [];
      const by = lookup === "authenticatorAppGps" ? ", by the phone's position" : "";
      const names = (inside: boolean) => {
        const some = values.filter((value, at) => held.includes(at) === inside && value !== "");
        return [
          ...some.filter((value) => value !== UNKNOWN_COUNTRY),
          ...(some.includes(UNKNOWN_COUNTRY) ? ["addresses of no known country"] : []),
        ];
      };
      const text = held.includes(0)
        ? `from anywhere but ${listed(names(false))}`
        : `from ${listed(names(true))}`;
      return [{ part: "when", text: `${text}${by}` }];
    },
  };
}

function addressPhrases(
  held: readonly number[] | undefined,
  atoms: readonly AddressAtom[],
  locations: readonly NamedLocation[],
): readonly Phrase[] {
  if (!held) return [];
  const isOpen = held.includes(0);
  const parts = atoms.filter((_, at) => held.includes(at) !== isOpen);
  const words = addressWords(unionOf(parts), locations);
  return [{ part: "when", text: isOpen ? `from anywhere but ${words}` : `from ${words}` }];
}

/** The named location that the addresses are, or one with what is missing of it, or their blocks: the shortest. */
function addressWords(addresses: Addresses, locations: readonly NamedLocation[]): string {
  const whole = blocksOf(addresses);
  const candidates = locations.flatMap((location) => {
    const all = location.kind === "ip" ? addressesOf(location.ranges) : undefined;
    if (!all || blocksOf(minus(addresses, all)).length > 0) return [];
    return [{ name: location.name, blocks: blocksOf(all), missing: blocksOf(minus(all, addresses)) }];
  });
  const named = candidates.find(({ missing }) => missing.length === 0);
  if (named) return `${named.name} (${listed(named.blocks)})`;
  const shortest = candidates.find(({ blocks, missing }) => blocks.length + missing.length < whole.length);
  return shortest ? `${listed(shortest.blocks)} except ${listed(shortest.missing)}` : listed(whole);
}

function unionOf(parts: readonly Addresses[]): Addresses {
  return {
    ip4: AddressSet.union(
      "ip4",
      parts.map(({ ip4 }) => ip4),
    ),
    ip6: AddressSet.union(
      "ip6",
      parts.map(({ ip6 }) => ip6),
    ),
  };
}

function minus(one: Addresses, other: Addresses): Addresses {
  return { ip4: one.ip4.minus(other.ip4), ip6: one.ip6.minus(other.ip6) };
}

function blocksOf({ ip4, ip6 }: Addresses): readonly string[] {
  return [...ip4.cidrs(), ...ip6.cidrs()];
}

function flagPhrase(held: readonly number[] | undefined, name: string): readonly Phrase[] {
  if (!held) return [];
  return [{ part: "when", text: held.includes(1) ? `from ${name}` : `from anywhere but ${name}` }];
}

function symbolicName(id: string, sets: readonly Mentions[]): string {
  const named = sets
    .map(({ objects }) => objectWith(objects.namedLocations, id)?.name)
    .find((name) => name !== undefined);
  return `the location ${named ?? id}`;
}
