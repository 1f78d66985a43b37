import type { DnsName } from "../../../lib/dns/name";
import { formatFault } from "../../../lib/fault";
import type { SyncOptions } from "../../../lib/identity/options";
import { planIdentity } from "../../../lib/identity/plan";

const INITIAL = "contoso.onmicrosoft.com" as DnsName;
const ACCOUNT = "CONTOSO\\MSOL_1a2b3c4d5e6f";

function planned(sync: SyncOptions) {
  const plan = planIdentity({ sync }, { initialDomain: INITIAL });
  return plan.ok ? plan.value.sync : plan.faults.map(formatFault);
}

const inDomain = (account: string, ...organizationalUnits: readonly string[]): SyncOptions => ({
  tool: "connect-sync",
  writeback: {
    domains: {
      "contoso.com": { account, ...(organizationalUnits.length > 0 ? { organizationalUnits } : {}) },
    },
  },
});

it("the account has its rights on the whole domain, or on the units that are named", () => {
  expect(planned({ tool: "cloud-sync" })).toEqual({ tool: "cloud-sync", writeback: [] });
  expect(planned(inDomain(ACCOUNT))).toEqual({
    tool: "connect-sync",
    writeback: [
      {
        domain: "contoso.com",
        account: { domain: "CONTOSO", name: "MSOL_1a2b3c4d5e6f" },
        containers: ["DC=contoso,DC=com"],
      },
    ],
  });
  expect(
    planned(inDomain(ACCOUNT, "OU=Staff,DC=contoso,DC=com", "ou=Sales\\, North,dc=Contoso,dc=com")),
  ).toMatchObject({
    writeback: [{ containers: ["OU=Staff,DC=contoso,DC=com", "ou=Sales\\, North,dc=Contoso,dc=com"] }],
  });
});

it.each<[string, SyncOptions, readonly string[]]>([
  [
    "writeback to no domain",
    { tool: "connect-sync", writeback: { domains: {} } },
    [
      "sync.writeback.domains: writeback to no domain; expected domains: { contoso.com: { account: 'CONTOSO\\MSOL_1a2b3c4d5e6f' } }",
    ],
  ],
  [
    "an account without its domain, a unit that is no name",
    inDomain("MSOL_1a2b3c4d5e6f", "Staff"),
    [
      'sync.writeback.domains["contoso.com"].account: not an account of Active Directory, got "MSOL_1a2b3c4d5e6f"; expected its domain\'s NetBIOS name, \\ and its sAMAccountName, such as CONTOSO\\MSOL_1a2b3c4d5e6f',
      'sync.writeback.domains["contoso.com"].organizationalUnits[0]: not a distinguished name, got "Staff"; expected such as OU=Staff,DC=contoso,DC=com; write a comma inside a name as \\, and no space around the commas between names',
    ],
  ],
  [
    "a unit of another domain, and one named twice",
    inDomain(ACCOUNT, "OU=Staff,DC=fabrikam,DC=com", "OU=A,DC=contoso,DC=com", "OU=a,DC=contoso,DC=com"),
    [
      'sync.writeback.domains["contoso.com"].organizationalUnits[0]: a unit of another domain, got "OU=Staff,DC=fabrikam,DC=com"; expected a name that ends with DC=contoso,DC=com',
      'sync.writeback.domains["contoso.com"].organizationalUnits[2]: a unit named twice, got "OU=a,DC=contoso,DC=com"',
    ],
  ],
  [
    "an account of Cloud Sync that is no managed one",
    { ...inDomain(ACCOUNT), tool: "cloud-sync" },
    [
      'sync.writeback.domains["contoso.com"].account: Cloud Sync works as a group managed service account, whose name ends with $, got "CONTOSO\\\\MSOL_1a2b3c4d5e6f"; expected such as CONTOSO\\provAgentgMSA$',
    ],
  ],
])("%s", (_words, sync, faults) => {
  expect(planned(sync)).toEqual(faults);
});

it("a tenant that synchronizes says what its policies are to spare", () => {
  const plan = planIdentity(
    {
      sync: { tool: "cloud-sync" },
      breakGlass: { group: "sg-break-glass", users: [`bg1@${INITIAL}`, `bg2@${INITIAL}`] },
      mfa: { directorySync: "none" },
    },
    { initialDomain: INITIAL },
  );
  expect(plan.ok ? [] : plan.faults.map(formatFault)).toEqual([
    "sync.tool: the tenant synchronizes, and its policies say that nothing is synchronized, got cloud-sync, with mfa.directorySync none; expected mfa.directorySync: what synchronization signs in as; write application for Cloud Sync and for Connect Sync with application-based authentication, or name the accounts",
  ]);
});

it.each([
  "OU=a,,DC=contoso,DC=com",
  "OU= a,DC=contoso,DC=com",
  'OU="a",DC=contoso,DC=com',
  "OU=a\nb,DC=contoso,DC=com",
  "OU=a\\,DC=contoso,DC=com",
  "DC=com",
  "OU=a+CN=b,DC=contoso,DC=com",
])("%j is no unit of the domain", (unit) => expect(planned(inDomain(ACCOUNT, unit))).toHaveLength(1));
