import { folderWith, mailHygiene } from "./command";

const TENANT = (name: string, account: string) => `  ${name}:
    initialDomain: ${name}.onmicrosoft.com
    identity:
      sync: { tool: connect-sync, writeback: { domains: { ${name}.com: { account: '${account}' } } } }
      endpoints: { credssp: { protection: mitigated } }
`;
const ONE = `version: 1\ntenants:\n${TENANT("contoso", "CONTOSO\\MSOL_1")}domains: {}\n`;
const TWO = ONE.replace("domains: {}", `${TENANT("fabrikam", "FABRIKAM\\MSOL_2")}domains: {}`);

const folder = folderWith({
  "one.yaml": ONE,
  "two.yaml": TWO,
  "none.yaml": "version: 1\ntenants: { contoso: { initialDomain: contoso.onmicrosoft.com } }\ndomains: {}\n",
  "vulnerable.yaml": ONE.replace("mitigated", "vulnerable"),
});

const SERVER = ["--server", "ldaps://dc1.contoso.com"];

test("scripts go to stdout, for the one tenant or the one that is named", async () => {
  const writeback = await mailHygiene(folder, "scripts", "writeback", "one.yaml");
  expect([writeback.code, writeback.err]).toEqual([0, ""]);
  expect(writeback.out).toContain("$account = 'CONTOSO\\MSOL_1'");
  const other = await mailHygiene(folder, "scripts", "writeback", "two.yaml", "--tenant", "fabrikam");
  expect(other.out).toContain("Grant-Right $server 'DC=fabrikam,DC=com' '/I:T'");
  const credssp = await mailHygiene(folder, "scripts", "credssp", "one.yaml");
  expect([credssp.code, credssp.out.endsWith("\nDWORD:1\n")]).toEqual([0, true]);
});

test("a level that leaves the hole open is refused where it stands", async () => {
  const { code, out, err } = await mailHygiene(folder, "scripts", "credssp", "vulnerable.yaml");
  expect([code, out]).toEqual([1, ""]);
  expect(err).toContain(
    "vulnerable.yaml:7:43: tenants.contoso.identity.endpoints.credssp.protection: vulnerable lets a machine in the middle run code",
  );
});

test.each<[readonly string[], string]>([
  [["scripts", "writeback", "none.yaml"], "no tenant of the estate declares identity.sync.writeback"],
  [
    ["scripts", "writeback", "two.yaml"],
    "these write passwords back: contoso, fabrikam; choose one with --tenant",
  ],
  [
    ["scripts", "writeback", "one.yaml", "--tenant", "x"],
    'no tenant "x" writes passwords back; expected contoso',
  ],
  [["scripts", "credssp", "none.yaml"], "no tenant of the estate declares identity.endpoints.credssp"],
  [["scripts", "credssp", "two.yaml"], "identity.endpoints.credssp is declared by contoso, fabrikam"],
  [["writeback", "one.yaml", ...SERVER], "MAIL_HYGIENE_LDAP_USER is not set"],
  [["writeback", "two.yaml", ...SERVER], "write <domain>=<url>, since there are 2 domains"],
  [
    ["writeback", "one.yaml", "--server", "contoso.net=ldaps://dc1"],
    "passwords are written back to contoso.com",
  ],
  [["writeback", "one.yaml", "--server", "https://dc1"], "expected ldaps://dc1.contoso.com"],
  [["writeback", "one.yaml", "--server", "ldaps://user:pass@dc1"], "not the address of a domain controller"],
])("mail-hygiene %j is misuse", async (args, message) => {
  const { code, out, err } = await mailHygiene(folder, ...args);
  expect([code, out, err]).toEqual([2, "", expect.stringContaining(message)]);
});
