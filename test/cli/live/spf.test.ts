import type { Cloud } from "../../../sandbox/cloud/cloud";
import { folderWith, mailHygiene } from "../command";
import { cloudWith } from "./live";

let cloud: Cloud;

beforeAll(async () => {
  cloud = await cloudWith({
    "contoso.com": [
      "contoso.com TXT v=spf1 ip4:192.0.2.0/24 a:gone.contoso.com include:_spf.contoso.com -all",
      "_spf.contoso.com TXT v=spf1 a:mx.contoso.com exists:%{i}._ip.contoso.com ?all",
      "mx.contoso.com A 198.51.100.25",
    ],
  });
});
afterAll(() => cloud.close());

const spf = (...args: readonly string[]) =>
  mailHygiene(folderWith({}), "spf", ...args, "--resolver", cloud.endpoints.dns);

describe("mail-hygiene spf", () => {
  test("shows the tree with what each term costs, and the sums", async () => {
    expect(await spf("contoso.com")).toEqual({
      code: 0,
      err: "",
      out: `contoso.com  v=spf1 ip4:192.0.2.0/24 a:gone.contoso.com include:_spf.contoso.com -all
  a:gone.contoso.com  [1; void]
  include:_spf.contoso.com  [3]
    _spf.contoso.com  v=spf1 a:mx.contoso.com exists:%{i}._ip.contoso.com ?all
      a:mx.contoso.com  [1; void for IPv6]
      exists:%{i}._ip.contoso.com  [1; depends on the message: %{i}]

look-ups       4 of 10
void look-ups  2 of 2
`,
    });
  });

  test("says what a receiver makes of a client, and by which term", async () => {
    const { code, out } = await spf("contoso.com", "--ip", "198.51.100.25");
    expect(out).toContain(
      "\nresult         pass by include:_spf.contoso.com of contoso.com\nspent          3 look-ups, 1 void\n",
    );
    expect(code).toBe(0);
    expect(await spf("contoso.com", "--ip", "203.0.113.9", "-f", "json")).toMatchObject({ code: 1 });
  });

  test.each([
    ["+all", 1, "error", "spf-pass-all"],
    ["include=_spf.contoso.com -all", 0, "warning", "spf-without-effect"],
    ["redirect=_spf.contoso.com -all", 0, "warning", "spf-without-effect"],
    ["mx", 0, "warning", "spf-open-end"],
    ["include:nowhere.contoso.com -all", 1, "error", "spf-broken-tree"],
    ["include:spf.protection.outlook.de -all", 1, "error", "spf-retired-include"],
    ["ipv4:192.0.2.1 -all", 1, "error", "spf-syntax"],
  ])("of %s it finds what verify does, and exits with %i", async (terms, code, level, rule) => {
    const faulty = await cloudWith({
      "contoso.com": [
        `contoso.com TXT v=spf1 ${terms}`,
        "contoso.com MX 10 mx.contoso.com",
        "mx.contoso.com A 192.0.2.25",
        "mx.contoso.com AAAA 2001:db8::25",
        "_spf.contoso.com TXT v=spf1 -all",
      ],
    });
    const ended = await mailHygiene(
      folderWith({}),
      "spf",
      "contoso.com",
      "--resolver",
      faulty.endpoints.dns,
      "-f",
      "json",
    );
    await faulty.close();
    const { findings } = JSON.parse(ended.out);
    expect({
      code: ended.code,
      findings: findings.map((one: { readonly rule: string; readonly level: string }) => [
        one.level,
        one.rule,
      ]),
    }).toEqual({ code, findings: [[level, rule]] });
  });

  test("a domain without a record is at fault, and json says so", async () => {
    const { code, out } = await spf("fabrikam.contoso.com", "--format", "json");
    expect({ code, ...JSON.parse(out) }).toMatchObject({
      code: 1,
      tree: { domain: "fabrikam.contoso.com", end: "none", lookups: 0, terms: [] },
      findings: [{ rule: "spf-missing" }],
    });
  });

  test("an address that is none is misuse", async () => {
    expect(await spf("contoso.com", "--ip", "198.51.100")).toMatchObject({ code: 2, out: "" });
  });
});
