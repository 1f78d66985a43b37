import { ESTATE, folderWith, mailHygiene, mailHygieneIn } from "./command";

const folder = folderWith({ "estate.yaml": ESTATE });
const records = (...args: readonly string[]) => mailHygiene(folder, "records", "estate.yaml", ...args);

describe("mail-hygiene records", () => {
  test("prints a table of every record, aligned", async () => {
    const { code, out, err } = await records("--domain", "contoso.com");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toBe(
      [
        "NAME                    TTL   TYPE  ROLE   DATA",
        "_dmarc.contoso.com      3600  TXT   Dmarc  v=DMARC1; p=reject;",
        "contoso.com             3600  MX    Mx     0 contoso-com.mail.protection.outlook.com",
        "contoso.com             3600  TXT   Spf    v=spf1 -all",
        "_dmarc.old.contoso.com  3600  TXT   Dmarc  v=DMARC1; p=reject; sp=reject;",
        "old.contoso.com         3600  MX    Mx     0 .",
        "old.contoso.com         3600  TXT   Spf    v=spf1 -all",
        "",
      ].join("\n"),
    );
  });

  test("prints JSON for programs, sorted, with the mail domain that declares each record", async () => {
    const { code, out, err } = await records("-f", "json");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    const row = (domain: string, role: string, name: string, type: string, data: string) => ({
      domain,
      role,
      name,
      type,
      ttl: 3600,
      data,
    });
    expect(JSON.parse(out)).toEqual([
      row("contoso.com", "Dmarc", "_dmarc.contoso.com", "TXT", "v=DMARC1; p=reject;"),
      row("contoso.com", "Mx", "contoso.com", "MX", "0 contoso-com.mail.protection.outlook.com"),
      row("contoso.com", "Spf", "contoso.com", "TXT", "v=spf1 -all"),
      row("contoso.net", "Dmarc", "_dmarc.contoso.net", "TXT", "v=DMARC1; p=reject; sp=reject;"),
      row("contoso.net", "Mx", "contoso.net", "MX", "0 ."),
      row("contoso.net", "Spf", "contoso.net", "TXT", "v=spf1 -all"),
      row("old.contoso.com", "Dmarc", "_dmarc.old.contoso.com", "TXT", "v=DMARC1; p=reject; sp=reject;"),
      row("old.contoso.com", "Mx", "old.contoso.com", "MX", "0 ."),
      row("old.contoso.com", "Spf", "old.contoso.com", "TXT", "v=spf1 -all"),
      row("shop.contoso.com", "Dmarc", "_dmarc.shop.contoso.com", "TXT", "v=DMARC1; p=none;"),
      row("shop.contoso.com", "Spf", "shop.contoso.com", "TXT", "v=spf1 ip4:192.0.2.25 -all"),
    ]);
    expect(Object.keys(JSON.parse(out)[0])).toEqual(["domain", "role", "name", "type", "ttl", "data"]);
  });

  test("prints a zone file of the domains that share a zone", async () => {
    const { code, out } = await records("-f", "zone", "-d", "contoso.com", "-d", "shop.*");
    expect(code).toBe(0);
    expect(out).toBe(`$ORIGIN contoso.com.
$TTL 3600
@ 3600 IN SOA ns.invalid. hostmaster.invalid. 1 7200 3600 1209600 3600
@ 3600 IN NS ns.invalid.
_dmarc.contoso.com. 3600 IN TXT "v=DMARC1; p=reject;"
_dmarc.old.contoso.com. 3600 IN TXT "v=DMARC1; p=reject; sp=reject;"
_dmarc.shop.contoso.com. 3600 IN TXT "v=DMARC1; p=none;"
contoso.com. 3600 IN MX 0 contoso-com.mail.protection.outlook.com.
contoso.com. 3600 IN TXT "v=spf1 -all"
old.contoso.com. 3600 IN MX 0 .
old.contoso.com. 3600 IN TXT "v=spf1 -all"
shop.contoso.com. 3600 IN TXT "v=spf1 ip4:192.0.2.25 -all"
`);
  });

  test("refuses to put two zones into one file", async () => {
    expect(await records("-f", "zone")).toEqual({
      code: 2,
      out: "",
      err: "mail-hygiene: a zone file holds one zone, and these domains are in 2; choose one with --domain\n",
    });
  });
});

describe("--domain", () => {
  const selected = async (...globs: readonly string[]) => {
    const { out } = await records("-f", "json", ...globs.flatMap((glob) => ["-d", glob]));
    const domains: readonly { domain: string }[] = JSON.parse(out);
    return [...new Set(domains.map(({ domain }) => domain))];
  };

  test.each([
    [["contoso.com"], ["contoso.com", "old.contoso.com"]],
    [["CONTOSO.NET"], ["contoso.net"]],
    [["*.contoso.com"], ["shop.contoso.com"]],
    [
      ["*.net", "shop.*"],
      ["contoso.net", "shop.contoso.com"],
    ],
    [["contoso.{com,net}"], ["contoso.com", "contoso.net", "old.contoso.com"]],
    [["contoso.net."], ["contoso.net"]],
    [["*.net."], ["contoso.net"]],
  ])("%j selects %j", async (globs, domains) => {
    expect(await selected(...globs)).toEqual(domains);
  });

  test("that matches nothing is misuse, with what may have been meant", async () => {
    expect(await records("-d", "contoso.cm")).toEqual({
      code: 2,
      out: "",
      err: "mail-hygiene: --domain contoso.cm matches nothing in the estate; did you mean contoso.com?\n",
    });
    expect(await records("-d", "*.example")).toMatchObject({ code: 2, out: "" });
  });
});

/** A domain with long names and long data, one in the letters of its language, and one in those of another. */
const LONG = `version: 1
defaults: { tenant: contoso, dmarc: { policy: none, rua: ["mailto:dmarc@contoso.com"] } }
tenants: { contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2025-05-01 } }
domains:
  contoso.com:
    profile: exchange-online
    zone: { cloudflare: { zoneName: contoso.com } }
    spf: { ip4: [203.0.113.25] }
    senders: [zendesk]
    records:
      verification: { type: TXT, name: "@", value: "${"0123456789".repeat(9)}" }
  bücher-northwind.de: { profile: parked, zone: { cloudflare: {} } }
  \u4f8b\u3048.jp: { profile: parked, zone: { cloudflare: {} } }
`;

describe("records in a terminal", () => {
  const long = folderWith({ "estate.yaml": LONG });
  const inColumns = async (columns: number, ...args: readonly string[]) =>
    (await mailHygieneIn({ folder: long, columns }, "records", "estate.yaml", ...args)).out;

  test.each([60, 80, 200])("of %i columns shows everything within them", async (columns) => {
    expect(await inColumns(columns)).toMatchSnapshot();
  });

  test("that is wide enough shows what a pipe shows", async () => {
    expect(await inColumns(400)).toBe((await mailHygiene(long, "records", "estate.yaml")).out);
  });

  test.each([20, 40, 60, 80, 100, 120, 160, 200])("of %i columns leaves nothing out", async (columns) => {
    const text = await inColumns(columns, "--domain", "contoso.com");
    const squeezed = text.replaceAll(/\s/g, "");
    const { out } = await mailHygiene(long, "records", "estate.yaml", "-d", "contoso.com", "-f", "json");
    const rows: readonly { role: string; data: string }[] = JSON.parse(out);
    expect(rows.length).toBeGreaterThan(8);
    for (const { role, data } of rows) {
      expect(squeezed).toContain(role);
      expect(squeezed).toContain(data.replaceAll(/\s/g, ""));
    }
    expect(text.split("\n").filter((line) => line.length > columns)).toEqual([]);
  });
});

describe("internationalised names", () => {
  const long = folderWith({ "estate.yaml": LONG });
  const A_LABEL = "xn--bcher-northwind-zvb.de";

  test.each([
    "bücher-northwind.de",
    "BÜCHER-Northwind.DE.",
    "bu\u0308cher-northwind.de",
    A_LABEL,
    "b*.de",
    "xn--b*",
  ])("are chosen by %s, and shown as they are written beside what the DNS has", async (glob) => {
    const { out } = await mailHygiene(long, "records", "estate.yaml", "-d", glob);
    expect(
      out
        .split("\n")
        .slice(1, 4)
        .map((line) => line.split("  ")[0]),
    ).toEqual([
      `_dmarc.bücher-northwind.de (_dmarc.${A_LABEL})`,
      `bücher-northwind.de (${A_LABEL})`,
      `bücher-northwind.de (${A_LABEL})`,
    ]);
  });

  test("are meant by what is nearly them", async () => {
    expect((await mailHygiene(long, "records", "estate.yaml", "-d", "buecher-northwind.de")).err).toBe(
      "mail-hygiene: --domain buecher-northwind.de matches nothing in the estate; did you mean bücher-northwind.de?\n",
    );
  });

  test("are A-labels for programs", async () => {
    const { out } = await mailHygiene(long, "records", "estate.yaml", "-f", "json", "-d", "bücher*");
    expect(out).toContain(`"domain": "${A_LABEL}"`);
    expect(out).not.toContain("ü");
  });
});
