import { type Access, accessBelow, accessTo, isProtected } from "./access";
import type { DistinguishedName } from "./distinguished-name";
import type { SecurityDescriptor } from "./security-descriptor";
import type { Sid } from "./sid";
import type { UserTally } from "./user-tally";
import { DOMAIN_RIGHT, USER_RIGHTS } from "./writeback-rights";

/** What was read of a domain of Active Directory. */
export interface DirectoryFacts {
  /** The account that writes passwords back, its groups, and what every account is. */
  readonly account: ReadonlySet<Sid>;
  readonly root: SecurityDescriptor;
  /** `minPwdAge` of the domain, in days. */
  readonly minimumPasswordAge: number;
  /** The organizational units that the account is to have its rights on. */
  readonly containers: readonly ContainerFacts[];
  /** What the members of protected groups have in place of what they would inherit. */
  readonly adminSdHolder: SecurityDescriptor;
}

/** An organizational unit, or the domain itself, and the users below it. */
export interface ContainerFacts {
  readonly name: DistinguishedName;
  readonly descriptor: SecurityDescriptor;
  readonly users: UserTally;
}

/** What the account may do in a domain. */
export interface WritebackReport {
  readonly unexpirePassword: Access;
  readonly minimumPasswordAge: number;
  readonly containers: readonly ContainerReport[];
  /** Rights that the account has on AdminSDHolder, and so on every administrator. */
  readonly overAdministrators: readonly string[];
  /** May the account write back the passwords of all users but those that AdminSDHolder protects? */
  readonly complete: boolean;
}

/** The same of an organizational unit. */
export interface ContainerReport {
  readonly name: DistinguishedName;
  /** By name of the right; `blocked`: granted further up, and the unit inherits nothing. */
  readonly rights: Readonly<Record<string, Access | "blocked">>;
  readonly users: UserTally;
}

const GRANTED: ReadonlySet<string> = new Set<Access>(["granted", "inherited"]);

/** What the entries that were read say of each right. */
export function reportWriteback(facts: DirectoryFacts): WritebackReport {
  const { account, root, adminSdHolder } = facts;
  const containers = facts.containers.map(({ name, descriptor, users }): ContainerReport => {
    const rights = USER_RIGHTS.map((right) => {
      const access = accessBelow(descriptor, right, account);
      const above = isProtected(descriptor) && GRANTED.has(accessBelow(root, right, account));
      return [right.name, access === "missing" && above ? "blocked" : access] as const;
    });
    return { name, rights: Object.fromEntries(rights), users };
  });
  const unexpirePassword = accessTo(root, DOMAIN_RIGHT, account);
  return {
    unexpirePassword,
    minimumPasswordAge: facts.minimumPasswordAge,
    containers,
    // Everybody may change a password whose old one they know.
    overAdministrators: USER_RIGHTS.filter(
      (right) => right.name !== "Change Password" && GRANTED.has(accessTo(adminSdHolder, right, account)),
    ).map(({ name }) => name),
    complete:
      GRANTED.has(unexpirePassword) &&
      containers.every(
        ({ rights, users }) => Object.values(rights).every((access) => GRANTED.has(access)) && users.complete,
      ),
  };
}
