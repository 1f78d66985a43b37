/**
 * What policies rest on: objects of the tenant that they name by id. An object that is not listed stays a name whose
 * content nobody knows. Ids are compared without regard to case.
 */
export interface TenantObjects {
  readonly namedLocations?: readonly NamedLocation[];
  /** Beside the built-in ones, which every tenant has. */
  readonly strengths?: readonly AuthenticationStrength[];
  readonly groups?: readonly Group[];
  /** Names of users by object id. */
  readonly users?: readonly NamedObject[];
  /** Names of applications by application (client) id, and of service principals by object id. */
  readonly applications?: readonly NamedObject[];
  /** @default false; Conditional Access and security defaults exclude each other */
  readonly securityDefaults?: boolean;
}

/** An id with the name that people know it by. */
export interface NamedObject {
  readonly id: string;
  readonly name: string;
}

/** An object that may hold what nobody here knows the meaning of. */
interface PartlyRead {
  /** By argument, the value as text: it is compared, never judged. */
  readonly unread?: Readonly<Record<string, string>>;
}

/** https://learn.microsoft.com/graph/api/resources/namedlocation */
export type NamedLocation = NamedObject &
  PartlyRead &
  (
    | {
        readonly kind: "ip";
        /** Blocks in CIDR notation, IPv4 and IPv6. */
        readonly ranges: readonly string[];
        readonly trusted: boolean;
      }
    | {
        readonly kind: "countries";
        /** ISO 3166-1 alpha-2. */
        readonly countries: readonly string[];
        readonly unknownCountries: boolean;
        readonly lookup: "clientIpAddress" | "authenticatorAppGps";
      }
  );

/** https://learn.microsoft.com/graph/api/resources/authenticationstrengthpolicy */
export interface AuthenticationStrength extends NamedObject, PartlyRead {
  /** Combinations of methods, e.g. `fido2` or `password,sms`. */
  readonly allowedCombinations: readonly string[];
}

export interface Group extends NamedObject, PartlyRead {
  /** Dynamic membership: whom the rule takes in is not known here. */
  readonly rule?: string;
  /** What else decides who gets into the group, as text: it is compared, never judged. */
  readonly settings?: Readonly<Record<string, string>>;
  /** Ids of its direct members; one may be another group. Absent: not known. */
  readonly members?: readonly string[];
  /** It is deleted, and has nobody in it. */
  readonly gone?: true;
}

/** How ids are compared. */
export function canonicalId(id: string): string {
  return id.toLowerCase();
}

/** The object with this id. */
export function objectWith<T extends NamedObject>(
  objects: readonly T[] | undefined,
  id: string,
): T | undefined {
  const wanted = canonicalId(id);
  return objects?.find((one) => canonicalId(one.id) === wanted);
}

/**
 * A group and the groups inside it, at whatever depth, in canonical ids.
 * @param groups those that are known
 */
export function nestedGroups(groups: readonly Group[] = [], id: string): readonly string[] {
  const inside = (group: string) =>
    (objectWith(groups, group)?.members ?? [])
      .filter((member) => objectWith(groups, member))
      .map(canonicalId);
  return [...reachable([canonicalId(id)], inside)];
}

/** What can be reached, in the order in which it is. */
export function reachable(
  start: Iterable<string>,
  next: (one: string) => readonly string[],
): ReadonlySet<string> {
  const found = new Set(start);
  for (const one of found) for (const more of next(one)) found.add(more);
  return found;
}

/** Ids of the people in a group and in the groups inside it. Absent: of the group itself they are not known. */
export function peopleIn(groups: readonly Group[] = [], id: string): readonly string[] | undefined {
  if (!objectWith(groups, id)?.members) return undefined;
  const nested = nestedGroups(groups, id);
  const all = nested.flatMap((one) => objectWith(groups, one)?.members ?? []).map(canonicalId);
  return [...new Set(all)].filter((member) => !nested.includes(member));
}
