import { existsSync, readdirSync, readFileSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import type { Terminal } from "../../cli/console";
import { temporaryFolder } from "../support/temp";
import { anyText } from "../support/texts";
import { folderWith, mailHygiene, mailHygieneIn } from "./command";

const REQUIRED = ["--domain", "contoso.com", "--tenant", "contoso.onmicrosoft.com", "--host", "cloudflare"];
const SINCE = ["--added-before", "2026-07-01"];

/** A person who gives these answers, then Ctrl-D, and what they were asked. */
function person(...answers: readonly string[]) {
  const asked: string[] = [];
  const left = [...answers];
  const terminal: Terminal = {
    columns: () => 80,
    canRedraw: false,
    hasColour: false,
    ask: async (question) => {
      asked.push(question);
      return left.shift();
    },
  };
  return { terminal, asked };
}

describe("from options", () => {
  test("a short file with comments, which its readers accept, and two commands", async () => {
    const folder = temporaryFolder();
    const parked = ["--parked", "contoso.net", "--parked", "contoso.org"];
    expect(await mailHygiene(folder, "init", ...REQUIRED, ...SINCE, ...parked)).toEqual({
      code: 0,
      out: "mail-hygiene records estate.yaml\nmail-hygiene check estate.yaml\n",
      err: "estate.yaml is written. Read what it would publish, and what the rules say of it:\n",
    });
    expect(readFileSync(join(folder, "estate.yaml"), "utf8")).toMatchSnapshot();
    const records = await mailHygiene(folder, "records", "estate.yaml", "-f", "json");
    const data = JSON.parse(records.out).map(({ name, data }: Record<string, string>) => `${name} ${data}`);
    expect(data).toEqual(
      expect.arrayContaining([
        "contoso.com 0 contoso-com.mail.protection.outlook.com",
        "contoso.com v=spf1 include:spf.protection.outlook.com -all",
        "_dmarc.contoso.com v=DMARC1; p=none; rua=mailto:dmarc@contoso.com;",
        "contoso.net 0 .",
        "contoso.org v=spf1 -all",
      ]),
    );
    expect(await mailHygiene(folder, "check", "estate.yaml")).toMatchObject({ code: 0, err: "" });
  });

  test.each<[string, readonly string[], string]>([
    [
      "mailboxes on the premises",
      [...REQUIRED, ...SINCE, "--on-premises", "192.0.2.0/28", "--on-premises", "2001:db8::25"],
      "contoso.com v=spf1 ip4:192.0.2.0/28 ip6:2001:db8::25 include:spf.protection.outlook.com -all",
    ],
    [
      "a domain that came late",
      [...REQUIRED, "--mx", "contoso-com.o-v1.mx.microsoft"],
      "contoso.com 0 contoso-com.o-v1.mx.microsoft",
    ],
    [
      "a tenant of the US government",
      ["--domain", "contoso.com", "--tenant", "contoso.onmicrosoft.us", "--cloud", "dod", ...SINCE].concat([
        "--host",
        "azure",
        "--resource-group",
        "dns(1)",
      ]),
      "contoso.com v=spf1 include:spf.protection.office365.us -all",
    ],
    [
      "a tenant whose name YAML takes for a number",
      [...REQUIRED.slice(0, 2), "--tenant", "1e5.onmicrosoft.com", "--host", "route53", ...SINCE],
      "selector1._domainkey.contoso.com selector1-contoso-com._domainkey.1e5.onmicrosoft.com",
    ],
    [
      "a tenant of GCC",
      [...REQUIRED, ...SINCE, "--cloud", "gcc"],
      "contoso.com 0 contoso-com.mail.protection.outlook.com",
    ],
    [
      "a silent domain at a host without a null MX",
      [...REQUIRED.slice(0, 4), "--host", "azure", "--resource-group", "dns", ...SINCE].concat([
        "--parked",
        "contoso.net",
      ]),
      "contoso.net v=spf1 -all",
    ],
    [
      "reports to addresses elsewhere",
      [...REQUIRED, ...SINCE, "--reports", "a@contoso.net,mailto:b@contoso.com"],
      "_dmarc.contoso.com v=DMARC1; p=none; rua=mailto:a@contoso.net,mailto:b@contoso.com;",
    ],
  ])("%s", async (_, options, record) => {
    const folder = temporaryFolder();
    expect(await mailHygiene(folder, "init", ...options)).toMatchObject({ code: 0 });
    const { out } = await mailHygiene(folder, "records", "estate.yaml", "-f", "json");
    const data = JSON.parse(out).map(({ name, data }: Record<string, string>) => `${name} ${data}`);
    expect(data).toContain(record);
    expect(await mailHygiene(folder, "check", "estate.yaml")).toMatchObject({ code: 0, err: "" });
  });

  test("what the options say of cloud and host stands in the file", async () => {
    const folder = temporaryFolder();
    const at = ["--host", "azure", "--resource-group", "dns", "--parked", "contoso.net"];
    await mailHygiene(folder, "init", ...REQUIRED.slice(0, 4), ...at, ...SINCE, "--cloud", "gcc");
    const written = readFileSync(join(folder, "estate.yaml"), "utf8");
    expect(written).toContain("\n    cloud: gcc\n");
    expect(written).toContain("\n  contoso.net: { profile: parked, mx: none }\n");
  });

  test("an IDN domain is written in A-labels", async () => {
    const folder = temporaryFolder();
    await mailHygiene(folder, "init", "--domain", "bücher.example.", ...REQUIRED.slice(2), ...SINCE);
    const { out } = await mailHygiene(folder, "records", "estate.yaml");
    expect(out).toContain("bücher.example (xn--bcher-kva.example)");
  });

  test("paths are quoted in the commands", async () => {
    const { out } = await mailHygiene(temporaryFolder(), "init", "it's mine.yaml", ...REQUIRED, ...SINCE);
    expect(out).toBe("mail-hygiene records 'it'\\''s mine.yaml'\nmail-hygiene check 'it'\\''s mine.yaml'\n");
  });
});

describe("refused, and nothing is written", () => {
  test("without a terminal all that is missing is told at once", async () => {
    const folder = temporaryFolder();
    const { code, out, err } = await mailHygiene(folder, "init", "--host", "azure");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err.split("\n").map((line) => line.split(" is missing")[0])).toEqual([
      "mail-hygiene: --domain <name>",
      "mail-hygiene: --tenant <domain>",
      "mail-hygiene: --resource-group <name>",
      "mail-hygiene: --added-before <day> or --mx <host>",
      "mail-hygiene: nothing was written",
      "",
    ]);
    expect(existsSync(join(folder, "estate.yaml"))).toBe(false);
  });

  test("all that is wrong too, with what is missing", async () => {
    const wrong = ["--domain", "contoso", "--tenant", "contoso.com", "--host", "cloudfare", "--cloud", "dod"];
    const more = ["--added-before", "2027-01-01", "--reports", "dmarc", "--parked", "a..b"];
    const { code, err } = await mailHygiene(temporaryFolder(), "init", ...wrong, ...more);
    expect(code).toBe(2);
    expect(err.split("\n").map((line) => line.split(", got")[0])).toEqual([
      "mail-hygiene: --domain: a name of one label, which nothing in the DNS of organisations has",
      "mail-hygiene: --tenant: not an initial domain of Microsoft 365 worldwide",
      "mail-hygiene: --host: none of the choices",
      "mail-hygiene: --added-before: a domain added before 2027-01-01 may be one that Microsoft placed below mx.microsoft",
      "mail-hygiene: --reports: no mail address",
      "mail-hygiene: --parked: empty label",
      "mail-hygiene: nothing was written",
      "",
    ]);
  });

  test.each<[string, readonly string[], string]>([
    [
      "a cloud that is not the tenant's",
      [...REQUIRED, ...SINCE, "--cloud", "dod"],
      "mail-hygiene: --cloud: none of the choices, got",
    ],
    [
      "a resource group at another host",
      [...REQUIRED, ...SINCE, "--resource-group", "dns"],
      "mail-hygiene: --resource-group: zones at cloudflare have no resource group\n",
    ],
    [
      "a government tenant whose cloud is not said",
      ["--domain", "contoso.com", "--tenant", "contoso.onmicrosoft.us", "--host", "route53", ...SINCE],
      "mail-hygiene: --cloud <name> is missing: the cloud that the tenant is in: gcc-high, dod\n",
    ],
    [
      "the domain parked",
      [...REQUIRED, ...SINCE, "--parked", "CONTOSO.com."],
      "mail-hygiene: --parked: this is the domain for mail, got",
    ],
    ["standard input", ["-", ...REQUIRED, ...SINCE], 'mail-hygiene: "-": name a file'],
    ["a file without a name", ["", ...REQUIRED, ...SINCE], 'mail-hygiene: "": the name of the file is empty'],
    ["a folder", ["sub/", ...REQUIRED, ...SINCE], 'mail-hygiene: "sub/": this names a folder; name a file\n'],
    ["a folder by a dot", ["sub/.", ...REQUIRED, ...SINCE], 'mail-hygiene: "sub/.": this names a folder'],
    ["YAML for JSON", ["x.JSON", ...REQUIRED, ...SINCE], 'mail-hygiene: "x.JSON": what is written is YAML'],
    ["a bell", ["a\u0007.yaml", ...REQUIRED, ...SINCE], "name a file without control characters"],
    [
      "a cloud that there is not",
      [...REQUIRED.slice(0, 2), ...REQUIRED.slice(4), ...SINCE, "--cloud", "moon"],
      "mail-hygiene: --cloud: none of the choices, got",
    ],
    [
      "a day that there is not",
      [...REQUIRED, "--added-before", "2026-02-30"],
      'mail-hygiene: --added-before: not a day, got "2026-02-30"',
    ],
  ])("%s", async (_, options, message) => {
    const folder = temporaryFolder();
    const { code, out, err } = await mailHygiene(folder, "init", ...options);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(message);
    expect(err).toMatch(/\nmail-hygiene: nothing was written\n$/);
    expect(readdirSync(folder)).toEqual([]);
  });

  test.each(["--reports", "--on-premises", "--parked"])(
    "%s of an unset variable, also beside another value",
    async (option) => {
      const folder = temporaryFolder();
      const given = [`${option}=`, `${option}=192.0.2.1`];
      const { code, err } = await mailHygiene(folder, "init", ...REQUIRED, ...SINCE, ...given);
      expect({ code, err }).toEqual({
        code: 2,
        err: `mail-hygiene: ${option}: empty; expected a value, or the option left out\nmail-hygiene: nothing was written\n`,
      });
      expect(existsSync(join(folder, "estate.yaml"))).toBe(false);
    },
  );

  test("what only the whole estate shows to be wrong, at its option, with all else", async () => {
    const folder = temporaryFolder();
    const at = ["--host", "azure", "--resource-group", "x: {y}\n# z"];
    const hosts = ["--mx", "fabrikam-com.mail.protection.outlook.com", "--on-premises", "192.0.2.0/33"];
    const more = ["--on-premises", "192.0.2.1/24", "--parked", "a..b"];
    const { code, err } = await mailHygiene(
      folder,
      "init",
      ...REQUIRED.slice(0, 4),
      ...at,
      ...hosts,
      ...more,
    );
    expect(code).toBe(2);
    expect(err.split("\n").map((line) => line.split(", got")[0])).toEqual([
      "mail-hygiene: --resource-group: not of the form that belongs here",
      "mail-hygiene: --mx: the MX host of contoso.com is that of another domain",
      "mail-hygiene: --on-premises: malformed ip4 CIDR length",
      "mail-hygiene: --on-premises: address has host bits set",
      "mail-hygiene: --parked: empty label",
      "mail-hygiene: nothing was written",
      "",
    ]);
    expect(existsSync(join(folder, "estate.yaml"))).toBe(false);
  });

  test("what stands at the path: a file, a folder, a link that leads nowhere", async () => {
    const folder = folderWith({ "estate.yaml": "mine\n", "sub/x": "" });
    symlinkSync("nowhere", join(folder, "link.yaml"));
    const { terminal, asked } = person();
    for (const path of ["estate.yaml", "sub", "link.yaml"]) {
      expect(await mailHygieneIn({ folder, terminal }, "init", path)).toEqual({
        code: 1,
        out: "",
        err: `${path}: it is there already, and stays as it is; name another file\nnothing was written\n`,
      });
    }
    expect(asked).toEqual([]);
    expect(readFileSync(join(folder, "estate.yaml"), "utf8")).toBe("mine\n");
    expect(existsSync(join(folder, "nowhere"))).toBe(false);
  });

  test("a folder that is not there", async () => {
    const { code, err } = await mailHygiene(temporaryFolder(), "init", "a/b.yaml", ...REQUIRED, ...SINCE);
    expect({ code, err }).toEqual({
      code: 1,
      err: "a/b.yaml: its folder is not there\nnothing was written\n",
    });
  });
});

describe("at a terminal", () => {
  test("what options leave open is asked, and asked again until it can be read", async () => {
    const folder = temporaryFolder();
    const { terminal, asked } = person(
      "contoso..com",
      "contoso.com",
      "cloudflare",
      "2026-07-01",
      "",
      "",
      "contoso.net, contoso.org",
    );
    const ended = await mailHygieneIn({ folder, terminal }, "init", "--tenant", "contoso.onmicrosoft.com");
    expect(ended.code).toBe(0);
    expect(asked).toEqual([
      "The domain for mail, such as contoso.com: ",
      expect.stringMatching(
        /^ {2}empty label, got "contoso\.\.com".*\nThe domain for mail, such as contoso\.com: $/,
      ),
      "Where its DNS zone is: cloudflare, route53, azure: ",
      expect.stringMatching(
        /^2026-07-01, or an earlier day, if the domain was in the tenant before it; else /,
      ),
      "Where DMARC reports go [dmarc@contoso.com]: ",
      "If mailboxes are on servers of your own: the addresses that these send from [none]: ",
      "Further domains that neither send nor receive mail [none]: ",
    ]);
    const given = temporaryFolder();
    await mailHygiene(given, "init", ...REQUIRED, ...SINCE, "--parked", "contoso.net,contoso.org");
    expect(readFileSync(join(folder, "estate.yaml"), "utf8")).toBe(
      readFileSync(join(given, "estate.yaml"), "utf8"),
    );
  });

  test("an answer that only the whole estate shows to be wrong is asked again; none is the answer where it is the fallback", async () => {
    const folder = temporaryFolder();
    const { terminal, asked } = person(
      "azure",
      "a b",
      "dns",
      "contoso-com.mail.protection.office365.us",
      "contoso-com.o-v1.mx.microsoft",
      "",
      "192.0.2.1/24",
      "None",
      "none",
    );
    const options = ["--domain", "contoso.com", "--tenant", "contoso.onmicrosoft.com"];
    expect(await mailHygieneIn({ folder, terminal }, "init", ...options)).toMatchObject({ code: 0 });
    expect(asked.flatMap((text) => (text.startsWith("  ") ? [text.split(/, got|\n/)[0]] : []))).toEqual([
      "  not of the form that belongs here",
      "  the MX host of contoso.com belongs to another of Microsoft's clouds",
      "  address has host bits set",
    ]);
    const given = temporaryFolder();
    const same = ["--host", "azure", "--resource-group", "dns", "--mx", "contoso-com.o-v1.mx.microsoft"];
    await mailHygiene(given, "init", ...options, ...same);
    expect(readFileSync(join(folder, "estate.yaml"), "utf8")).toBe(
      readFileSync(join(given, "estate.yaml"), "utf8"),
    );
  });

  test("an option that does not go with an answer is asked again", async () => {
    const folder = temporaryFolder();
    const { terminal, asked } = person("contoso.com", "contoso-com.o-v1.mx.microsoft", "", "");
    const mx = ["--mx", "fabrikam-com.o-v1.mx.microsoft"];
    const options = [...REQUIRED.slice(2), ...mx, "--parked", "example.com"];
    expect(await mailHygieneIn({ folder, terminal }, "init", ...options)).toMatchObject({ code: 0 });
    expect(asked[1]).toMatch(
      /^ {2}the MX host of contoso\.com is that of another domain, .*\nThe MX host that .*: $/,
    );
    expect(readFileSync(join(folder, "estate.yaml"), "utf8")).toContain(
      "host: contoso-com.o-v1.mx.microsoft",
    );
  });

  test("whose resource group is given is at a host that has such", async () => {
    const { terminal, asked } = person("route53");
    const options = [...REQUIRED.slice(0, 4), ...SINCE, "--resource-group", "dns"];
    await mailHygieneIn({ folder: temporaryFolder(), terminal }, "init", ...options);
    expect(asked[1]).toContain("zones at route53 have no resource group; expected azure");
  });

  test("Ctrl-D ends it, and nothing is written", async () => {
    const folder = temporaryFolder();
    const { terminal, asked } = person("contoso.com");
    expect(await mailHygieneIn({ folder, terminal }, "init")).toEqual({
      code: 1,
      out: "",
      err: "\nnothing was written\n",
    });
    expect(asked).toHaveLength(2);
    expect(existsSync(join(folder, "estate.yaml"))).toBe(false);
  });

  test("options that are wrong are told before a question is asked", async () => {
    const { terminal, asked } = person();
    const ended = await mailHygieneIn({ folder: temporaryFolder(), terminal }, "init", "--host", "cloudfare");
    expect(ended).toMatchObject({ code: 2, out: "" });
    expect(ended.err).not.toContain("missing");
    expect(asked).toEqual([]);
  });

  test("nothing is asked where the options say all that has to be said", async () => {
    const { terminal, asked } = person();
    const ended = await mailHygieneIn({ folder: temporaryFolder(), terminal }, "init", ...REQUIRED, ...SINCE);
    expect([ended.code, asked]).toEqual([0, []]);
  });
});

test("whatever is given: refused, or a file that check accepts", async () => {
  const text = fc.oneof(anyText({ minLength: 1 }), fc.constantFrom("${file(1)}", "a: b", "#", "\u2028"));
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom("--domain", "--resource-group", "--reports", "--mx"),
      text,
      async (option, hostile) => {
        const folder = temporaryFolder();
        const sound = [...REQUIRED.slice(0, 4), "--host", "azure", "--resource-group", "dns", ...SINCE];
        const { code } = await mailHygiene(folder, "init", ...sound, `${option}=${hostile}`);
        expect(existsSync(join(folder, "estate.yaml"))).toBe(code === 0);
        if (code === 0) expect((await mailHygiene(folder, "check", "estate.yaml")).code).toBe(0);
      },
    ),
    { numRuns: 20 },
  );
});
