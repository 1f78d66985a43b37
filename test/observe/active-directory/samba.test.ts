import { readFileSync } from "node:fs";
import { Attribute, Change, Client, EqualityFilter } from "ldapts";
import type { DistinguishedName } from "../../../lib/active-directory/distinguished-name";
import { readGuid } from "../../../lib/active-directory/guid";
import {
  CONTROL,
  formatSecurityDescriptor,
  parseSecurityDescriptor,
  type SecurityDescriptor,
} from "../../../lib/active-directory/security-descriptor";
import { parseSid } from "../../../lib/active-directory/sid";
import {
  DOMAIN_RIGHT,
  type Right,
  USER_CLASS,
  USER_RIGHTS,
} from "../../../lib/active-directory/writeback-rights";
import { unwrap } from "../../../lib/fault";
import { type Ldap, openLdap } from "../../../observe/active-directory/ldap";
import { readDirectory } from "../../../observe/active-directory/read-directory";
import { folderWith, mailHygiene } from "../../cli/command";
import { judgedBy } from "../../support/judges";
import { PASSWORD, type SambaDirectory, startSamba } from "../../support/samba/samba";

const { describe } = judgedBy("samba");

const ROOT = "DC=contoso,DC=test";
const ACCOUNT = "MSOL_1a2b3c4d5e6f";

const ESTATE = `version: 1
tenants:
  contoso:
    initialDomain: contoso.onmicrosoft.com
    identity:
      sync:
        tool: connect-sync
        writeback:
          domains:
            contoso.test:
              account: CONTOSO\\${ACCOUNT}
              organizationalUnits:
                - "OU=Staff,${ROOT}"
                - "OU=Closed,${ROOT}"
                - "OU=Sales\\\\, North,${ROOT}"
domains: {}
`;

const SWITCH =
  "tenant contoso: whether writeback is switched on, on the server and in the portal, no API shows; look, and write writeback.confirmed: { date, by }";

describe("a domain of Active Directory, served by Samba", () => {
  // A test runs several commands, each of them in a directory that answers in its own time.
  jest.setTimeout(120_000);

  let samba: SambaDirectory;
  let ldap: Ldap;
  let admin: Client;
  let folder: string;

  beforeAll(async () => {
    samba = await startSamba();
    const authorities = readFileSync(samba.authorities, "utf8");
    const user = "administrator@contoso.test";
    ldap = await openLdap({ url: samba.secure, user, password: PASSWORD, timeout: 20_000, authorities });
    admin = new Client({ url: samba.secure, tlsOptions: { ca: [authorities] }, strictDN: false });
    await admin.bind(user, PASSWORD);
    folder = folderWith({ "estate.yaml": ESTATE });
    process.env.MAIL_HYGIENE_LDAP_USER = "reader@contoso.test";
    process.env.MAIL_HYGIENE_LDAP_PASSWORD = PASSWORD;
  }, 300_000);

  afterAll(async () => {
    delete process.env.MAIL_HYGIENE_LDAP_USER;
    delete process.env.MAIL_HYGIENE_LDAP_PASSWORD;
    await ldap?.close();
    await admin?.unbind();
    await samba?.stop();
  });

  const writeback = (...args: readonly string[]) =>
    mailHygiene(
      folder,
      "writeback",
      "estate.yaml",
      "--server",
      samba.secure,
      "--ca",
      samba.authorities,
      ...args,
    );

  test("the rights have the GUIDs that the directory's own schema gives them", async () => {
    const schema = `CN=Schema,CN=Configuration,${ROOT}`;
    const ids: Record<string, readonly string[]> = {};
    for (const name of ["lockoutTime", "pwdLastSet", "user"]) {
      const filter = new EqualityFilter({ attribute: "lDAPDisplayName", value: name });
      for await (const entry of ldap.search(schema, filter, ["schemaIDGUID", "attributeSecurityGUID"])) {
        const guids = [entry.schemaIDGUID, entry.attributeSecurityGUID].filter(Buffer.isBuffer);
        ids[name] = guids.map((bytes) => readGuid(bytes));
      }
    }
    const written = USER_RIGHTS.filter(({ kind }) => kind === "write");
    expect(ids).toEqual({
      ...Object.fromEntries(
        written.map((right) => [
          right.name,
          [right.guid, ...("propertySet" in right ? [right.propertySet] : [])],
        ]),
      ),
      user: [USER_CLASS],
    });
    const rights: Record<string, unknown> = {};
    for (const right of [...USER_RIGHTS.filter(({ kind }) => kind === "extended"), DOMAIN_RIGHT]) {
      const filter = new EqualityFilter({ attribute: "rightsGuid", value: right.guid });
      for await (const entry of ldap.search(`CN=Extended-Rights,CN=Configuration,${ROOT}`, filter, ["cn"]))
        rights[right.name] = entry.cn;
    }
    // The first one's name in the schema is not the one that people are shown.
    expect(rights).toEqual({
      "Reset Password": "User-Force-Change-Password",
      "Change Password": "User-Change-Password",
      "Unexpire Password": "Unexpire-Password",
    });
  });

  test("what a domain grants by itself: Unexpire Password to all, and Change Password on each user", async () => {
    const { code, out, err } = await writeback();
    const nothing = (unit: string, users: string, names: string) => `  ${unit},${ROOT}
    Reset Password     missing
    Change Password    missing
    lockoutTime        missing
    pwdLastSet         missing
    0 of ${users} within reach
    ${users} without Reset Password, lockoutTime, pwdLastSet, nothing grants it: ${names}
`;
    expect([code, err]).toEqual([1, ""]);
    expect(out).toBe(`contoso.test (tenant contoso): CONTOSO\\${ACCOUNT}, asked ${samba.secure}
  Unexpire Password  granted
  minimum password age is 1 day: within that time nobody can change a password again; set it to 0
${nothing("OU=Closed", "1 user", `CN=dot,OU=Closed,${ROOT}`)}${nothing("OU=Sales\\, North", "1 user", `CN=eve,OU=Sales\\, North,${ROOT}`)}${nothing("OU=Staff", "3 users", `CN=ann,OU=Staff,${ROOT}; CN=ben,OU=Labs,OU=Staff,${ROOT}; CN=cai,OU=Staff,${ROOT}`)}  not complete

${SWITCH}
`);
  });

  test("granted, inherited, denied, blocked, protected; and all but the last once it is mended", async () => {
    const account = await sidOf(`CN=${ACCOUNT},CN=Users,${ROOT}`);
    const group = await sidOf(`CN=Writers of passwords,CN=Users,${ROOT}`);
    await admin.modify(
      `CN=Writers of passwords,CN=Users,${ROOT}`,
      change("add", "member", `CN=${ACCOUNT},CN=Users,${ROOT}`),
    );
    const closed = await descriptorOf(ldap, `OU=Closed,${ROOT}`);
    await put(`OU=Closed,${ROOT}`, { ...closed, control: closed.control | CONTROL.daclProtected });
    // As SDProp does with members of protected groups, which Samba has not.
    const holder = await descriptorOf(ldap, `CN=AdminSDHolder,CN=System,${ROOT}`);
    await put(`CN=cai,OU=Staff,${ROOT}`, { ...holder, control: holder.control | CONTROL.daclProtected });
    await admin.modify(`CN=cai,OU=Staff,${ROOT}`, change("replace", "adminCount", "1"));
    const [reset, , , pwdLastSet] = USER_RIGHTS;
    await samba.grant(ROOT, USER_RIGHTS.map((right) => sddl("OA", right, group)).join(""));
    await samba.grant(`OU=Staff,${ROOT}`, `${sddl("OD", pwdLastSet, account)}${sddl("OA", reset, account)}`);

    const broken = await writeback();
    expect(broken.out.split("\n").slice(3)).toEqual([
      `  OU=Closed,${ROOT}`,
      ...rightLines(["blocked", "blocked", "blocked", "blocked"]),
      "    0 of 1 user within reach",
      `    1 user without Reset Password, lockoutTime, pwdLastSet, nothing grants it: CN=dot,OU=Closed,${ROOT}`,
      `  OU=Sales\\, North,${ROOT}`,
      ...rightLines(["inherited", "inherited", "inherited", "inherited"]),
      "    1 of 1 user within reach",
      `  OU=Staff,${ROOT}`,
      ...rightLines(["granted", "inherited", "inherited", "denied"]),
      "    0 of 3 users within reach",
      `    2 users without pwdLastSet, denied: CN=ann,OU=Staff,${ROOT}; CN=ben,OU=Labs,OU=Staff,${ROOT}`,
      `    1 user without Reset Password, Change Password, lockoutTime, pwdLastSet, blocked by AdminSDHolder as members of protected groups are, or once were (adminCount is 1): CN=cai,OU=Staff,${ROOT}`,
      "  not complete",
      "",
      SWITCH,
      "",
    ]);

    await put(`OU=Closed,${ROOT}`, closed);
    const staff = await descriptorOf(ldap, `OU=Staff,${ROOT}`);
    const aces = (staff.dacl?.aces ?? []).filter(({ type }) => type !== 0x06);
    await put(`OU=Staff,${ROOT}`, { ...staff, dacl: { revision: 4, aces } });
    const mended = await writeback("--format", "json");
    const { domains, tenants } = JSON.parse(mended.out);
    const [domain] = domains;
    expect(tenants).toEqual([{ name: "contoso" }]);
    expect([mended.code, domain.complete]).toEqual([0, true]);
    expect(domain.containers).toEqual([
      { name: `OU=Closed,${ROOT}`, rights: all("inherited"), users: { count: 1, lacking: [] } },
      { name: `OU=Sales\\, North,${ROOT}`, rights: all("inherited"), users: { count: 1, lacking: [] } },
      {
        name: `OU=Staff,${ROOT}`,
        rights: { ...all("inherited"), "Reset Password": "granted" },
        users: {
          count: 3,
          lacking: [
            {
              cause: "AdminSDHolder",
              rights: ["Reset Password", "Change Password", "lockoutTime", "pwdLastSet"],
              count: 1,
              examples: [`CN=cai,OU=Staff,${ROOT}`],
            },
          ],
        },
      },
    ]);
  });

  test("what cannot be read is not known: a certificate of nobody, a wrong password, an account or a unit that is not there", async () => {
    const distrusted = await mailHygiene(folder, "writeback", "estate.yaml", "--server", samba.secure);
    expect([distrusted.code, distrusted.out]).toEqual([3, expect.stringContaining("--ca names a file")]);

    process.env.MAIL_HYGIENE_LDAP_PASSWORD = "not the password";
    const refused = await writeback();
    process.env.MAIL_HYGIENE_LDAP_PASSWORD = PASSWORD;
    expect([refused.code, refused.out.split("\n")[1]]).toEqual([
      3,
      "  not known: the domain controller refuses the user or the password; look at MAIL_HYGIENE_LDAP_USER and MAIL_HYGIENE_LDAP_PASSWORD",
    ]);

    const absent = folderWith({ "estate.yaml": ESTATE.replace(ACCOUNT, "MSOL_*)(cn=x") });
    expect((await mailHygiene(absent, "writeback", "estate.yaml", "--server", samba.secure)).code).toBe(1);
    const question = { domain: "contoso.test", account: { domain: "CONTOSO", name: "MSOL_2" } };
    expect(await readDirectory(ldap, { ...question, containers: [] })).toMatchObject({
      faults: [{ message: "no account has this name", received: "CONTOSO\\MSOL_2" }],
    });
    const strange = { ...question, account: { domain: "FABRIKAM", name: ACCOUNT }, containers: [] };
    expect(await readDirectory(ldap, strange)).toMatchObject({
      faults: [{ received: `FABRIKAM\\${ACCOUNT}`, expected: "an account of CONTOSO" }],
    });
    expect(await readDirectory(ldap, { ...strange, domain: "contoso.com" })).toMatchObject({
      faults: [{ message: "the domain's NetBIOS name cannot be read" }],
    });
    const unit = `OU=Nowhere,${ROOT}` as DistinguishedName;
    const known = {
      domain: "contoso.test",
      account: { domain: "CONTOSO", name: ACCOUNT },
      containers: [unit],
    };
    expect(await readDirectory(ldap, known)).toEqual({
      ok: false,
      faults: [{ message: `${unit}: is not in the directory, or may not be seen` }],
    });
  });

  async function sidOf(name: string): Promise<string> {
    const entry = await ldap.read(name, ["objectSid"]);
    return unwrap(name, parseSid(entry?.objectSid as Buffer)).sid;
  }

  async function put(name: string, descriptor: SecurityDescriptor): Promise<void> {
    const bytes = Buffer.from(unwrap(name, formatSecurityDescriptor(descriptor)));
    await admin.modify(name, change("replace", "nTSecurityDescriptor", bytes));
  }
});

function change(operation: "add" | "replace", type: string, value: string | Buffer): Change {
  const values = typeof value === "string" ? [value] : [value];
  return new Change({
    operation,
    modification: new Attribute({ type, values: values as string[] | Buffer[] }),
  });
}

/** An entry that the users below inherit. */
function sddl(kind: "OA" | "OD", right: Right, sid: string): string {
  return `(${kind};CIIO;${right.kind === "write" ? "WP" : "CR"};${right.guid};${USER_CLASS};${sid})`;
}

const WORDS: Readonly<Record<string, string>> = {
  blocked: "blocked: granted on the domain, and this unit inherits nothing",
};

function rightLines(accesses: readonly string[]): readonly string[] {
  return USER_RIGHTS.map(({ name }, at) => {
    const access = accesses[at] ?? "";
    return `    ${name.padEnd(19)}${WORDS[access] ?? access}`;
  });
}

function all(access: string): Readonly<Record<string, string>> {
  return Object.fromEntries(USER_RIGHTS.map(({ name }) => [name, access]));
}

/** What stands at a name. */
async function descriptorOf(ldap: Ldap, name: string): Promise<SecurityDescriptor> {
  const entry = await ldap.read(name, ["nTSecurityDescriptor"]);
  return unwrap(name, parseSecurityDescriptor(entry?.nTSecurityDescriptor as Buffer));
}
