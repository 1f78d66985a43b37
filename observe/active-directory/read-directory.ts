import { AndFilter, type Entry, EqualityFilter } from "ldapts";
import type { AccountName } from "../../lib/active-directory/account-name";
import { type DistinguishedName, domainRoot } from "../../lib/active-directory/distinguished-name";
import {
  parseSecurityDescriptor,
  type SecurityDescriptor,
} from "../../lib/active-directory/security-descriptor";
import { EVERY_ACCOUNT, parseSid, type Sid } from "../../lib/active-directory/sid";
import { UserTally } from "../../lib/active-directory/user-tally";
import type { ContainerFacts, DirectoryFacts } from "../../lib/active-directory/writeback-report";
import { type Fault, fail, formatFault, ok, type Result } from "../../lib/fault";
import type { Ldap } from "./ldap";

/** What is read of a domain of Active Directory. */
export interface DirectoryQuestion {
  /** Its DNS name, such as `contoso.com`. */
  readonly domain: string;
  readonly account: AccountName;
  /** The organizational units that the account is to have its rights on. */
  readonly containers: readonly DistinguishedName[];
}

const DESCRIPTOR = "nTSecurityDescriptor";
/** Ticks of 100 ns in a day. */
const DAY = 864_000_000_000n;

/**
 * Reads who may do what, by queries alone.
 * @returns facts, or every reason why they are not known: nothing is taken for granted that could not be read
 */
export async function readDirectory(
  ldap: Ldap,
  question: DirectoryQuestion,
): Promise<Result<DirectoryFacts>> {
  const rootName = domainRoot(question.domain);
  const faults: Fault[] = [];
  const strange = await otherDomain(ldap, rootName, question.account);
  if (strange) return fail(strange);
  const account = await readAccount(ldap, rootName, question.account);
  if (!account.ok) return account;
  const descriptorOf = async (name: string): Promise<SecurityDescriptor | undefined> => {
    const entry = await ldap.read(name, [DESCRIPTOR]).catch(notThere);
    const read = entry
      ? descriptorIn(entry)
      : fail({ message: "is not in the directory, or may not be seen" });
    if (!read.ok) faults.push(...read.faults.map((fault) => of(name, fault)));
    return read.ok ? read.value : undefined;
  };
  const root = await descriptorOf(rootName);
  const age = await minimumPasswordAge(ldap, rootName);
  if (!age.ok) faults.push(...age.faults);
  const adminSdHolder = await descriptorOf(`CN=AdminSDHolder,CN=System,${rootName}`);
  const containers: ContainerFacts[] = [];
  for (const name of question.containers) {
    const descriptor = await descriptorOf(name);
    if (!descriptor) continue;
    containers.push({ name, descriptor, users: await usersBelow(ldap, name, account.value) });
  }
  if (!root || !adminSdHolder || !age.ok || faults.length > 0) return fail(...faults);
  return ok({ account: account.value, root, minimumPasswordAge: age.value, containers, adminSdHolder });
}

/** An account that is written with another NetBIOS name than the domain's own is another domain's. */
async function otherDomain(
  ldap: Ldap,
  root: DistinguishedName,
  { domain, name }: AccountName,
): Promise<Fault | undefined> {
  const [configuration] = texts(
    (await ldap.read("", ["configurationNamingContext"])) ?? {},
    "configurationNamingContext",
  );
  const names: string[] = [];
  const filter = new EqualityFilter({ attribute: "nCName", value: root });
  if (configuration !== undefined) {
    for await (const entry of ldap.search(`CN=Partitions,${configuration}`, filter, ["nETBIOSName"]))
      names.push(...texts(entry, "nETBIOSName"));
  }
  const [own, ...more] = names;
  if (own === undefined || more.length > 0) {
    return {
      message: "the domain's NetBIOS name cannot be read",
      fix: `is ${root} the domain that answers?`,
    };
  }
  if (own.toLowerCase() === domain.toLowerCase()) return undefined;
  return {
    message: "the account is of another domain, whose groups this one does not show",
    received: `${domain}\\${name}`,
    expected: `an account of ${own}`,
  };
}

/** The account's SID, and those of all groups that it is in, directly and by other groups. */
async function readAccount(
  ldap: Ldap,
  root: DistinguishedName,
  { domain, name }: AccountName,
): Promise<Result<ReadonlySet<Sid>>> {
  const filter = new EqualityFilter({ attribute: "sAMAccountName", value: name });
  const found: Entry[] = [];
  for await (const entry of ldap.search(root, filter, ["objectSid"])) found.push(entry);
  const [account] = found;
  if (!account || found.length > 1) {
    return fail({
      message: account ? "more than one account has this name" : "no account has this name",
      received: `${domain}\\${name}`,
      expected: `sAMAccountName of an account below ${root}`,
    });
  }
  // Computed for one object at a time (MS-ADTS §3.1.1.4.5.19).
  const token = await ldap.read(account.dn, ["tokenGroups"]).catch(notThere);
  const sids = [...bytesOf(account, "objectSid"), ...(token ? bytesOf(token, "tokenGroups") : [])].map(
    parseSid,
  );
  const faults = sids.flatMap((sid) => (sid.ok ? [] : sid.faults));
  if (bytesOf(account, "objectSid").length !== 1 || !token || faults.length > 0) {
    return fail(of(account.dn, { message: "its SID or its groups cannot be read" }), ...faults);
  }
  return ok(new Set([...sids.flatMap((sid) => (sid.ok ? [sid.value.sid] : [])), ...EVERY_ACCOUNT]));
}

async function usersBelow(
  ldap: Ldap,
  container: DistinguishedName,
  account: ReadonlySet<Sid>,
): Promise<UserTally> {
  const tally = new UserTally(account);
  const descriptors = new Map<string, SecurityDescriptor | undefined>();
  // Computers are users too, but of another category.
  const filter = new AndFilter({
    filters: [
      new EqualityFilter({ attribute: "objectCategory", value: "person" }),
      new EqualityFilter({ attribute: "objectClass", value: "user" }),
    ],
  });
  for await (const entry of ldap.search(container, filter, [DESCRIPTOR, "adminCount"])) {
    tally.add({
      name: entry.dn,
      descriptor: remembered(entry, descriptors),
      protectedGroup: texts(entry, "adminCount")[0] === "1",
    });
  }
  return tally;
}

/** Most users of a unit have the same descriptor: each is parsed once, as long as there are not too many. */
function remembered(
  entry: Entry,
  known: Map<string, SecurityDescriptor | undefined>,
): SecurityDescriptor | undefined {
  const [bytes] = bytesOf(entry, DESCRIPTOR);
  const key = bytes ? Buffer.from(bytes).toString("latin1") : "";
  if (known.has(key)) return known.get(key);
  const read = descriptorIn(entry);
  const descriptor = read.ok ? read.value : undefined;
  if (known.size < 1000) known.set(key, descriptor);
  return descriptor;
}

function descriptorIn(entry: Entry): Result<SecurityDescriptor> {
  const [bytes, ...more] = bytesOf(entry, DESCRIPTOR);
  if (bytes && more.length === 0) return parseSecurityDescriptor(bytes);
  return fail({
    message: "its security descriptor is not shown",
    fix: "sign in as an account that may read permissions; all of Authenticated Users may, unless somebody has taken it away",
  });
}

/** In days; the directory counts it in ticks of 100 ns, below zero. */
async function minimumPasswordAge(ldap: Ldap, root: DistinguishedName): Promise<Result<number>> {
  const entry = await ldap.read(root, ["minPwdAge"]).catch(notThere);
  const [text = ""] = entry ? texts(entry, "minPwdAge") : [];
  if (!/^(?:0|-\d{1,19})$/.test(text)) {
    return fail(of(root, { message: "minPwdAge is not shown", received: JSON.stringify(text.slice(0, 40)) }));
  }
  return ok(Number((-BigInt(text) * 100n) / DAY) / 100);
}

/** "No such object" is an answer; all else is none, and ends the reading. */
function notThere(error: unknown): undefined {
  if (error instanceof Error && (error as { code?: unknown }).code === 32) return undefined;
  throw error;
}

function of(name: string, fault: Fault): Fault {
  return { message: `${name}: ${formatFault(fault)}` };
}

function bytesOf(entry: Entry, attribute: string): readonly Uint8Array[] {
  const value = entry[attribute];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one): one is Buffer => Buffer.isBuffer(one));
}

function texts(entry: Readonly<Record<string, unknown>>, attribute: string): readonly string[] {
  const value = entry[attribute];
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((one): one is string => typeof one === "string");
}
