import { ESTATE, folderWith, mailHygiene } from "./command";

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
