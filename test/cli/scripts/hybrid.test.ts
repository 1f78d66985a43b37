import { tokensOf } from "../../support/powershell";
import { folderWith, mailHygiene } from "../command";

const estate = (tenants: string, domains: string) => `version: 1
tenants:
${tenants}
domains:
${domains}
`;
const WOODGROVE =
  "  woodgrove: { initialDomain: woodgrovebank.onmicrosoft.com, domainsAddedBefore: 2025-05-01 }";
const MANAGED = "  woodgrove: { initialDomain: woodgrovebank.onmicrosoft.com, exchange: managed }";
const domain = (name: string, onPremises: string, more = "profile: eop-onpremises") =>
  `  ${name}: { tenant: woodgrove, ${more}, zone: { cloudflare: {} }, onPremises: { egress: [192.0.2.25], ${onPremises} } }`;
const CERTIFICATE =
  "smartHost: smtp.woodgrovebank.com, fromPremises: { certificate: mail.woodgrovebank.com }";

async function hybrid(text: string, ...args: readonly string[]) {
  const ended = await mailHygiene(
    folderWith({ "estate.yaml": text }),
    "scripts",
    "hybrid",
    "estate.yaml",
    ...args,
  );
  // Whatever it says, PowerShell can read it.
  if (ended.code === 0) tokensOf(ended.out);
  return ended;
}

/** The lines of a script that assign one of its facts. */
const facts = (out: string) =>
  out
    .split("\n")
    .filter((line) =>
      /^(\$(Tenant|Domains|Instance|Sends|SmtpHosts)| {2}\[string\] \$(SmartHost|SmtpHost)) =/.test(line),
    );

describe("mail-hygiene scripts hybrid", () => {
  test("writes what the premises have to know, before and after the MX moves", async () => {
    for (const more of ["profile: eop-onpremises", "profile: on-premises"]) {
      const { code, out, err } = await hybrid(
        estate(WOODGROVE, domain("woodgrovebank.com", CERTIFICATE, more)),
      );
      expect({ code, err, facts: facts(out) }).toEqual({
        code: 0,
        err: "",
        facts: [
          "  [string] $SmartHost = 'woodgrovebank-com.mail.protection.outlook.com',",
          "  [string] $SmtpHost = 'smtp.woodgrovebank.com',",
          "$Tenant = 'woodgrove'",
          "$Domains = @('woodgrovebank.com')",
          "$Instance = 'Worldwide'",
          "$Sends = $true",
          "$SmtpHosts = @('smtp.woodgrovebank.com')",
        ],
      });
      expect(out).toContain("$name = 'mail.woodgrovebank.com'\n");
      expect(out).toMatch(/^[\n -~]*$/);
    }
  });

  test("nothing is changed without -Apply", async () => {
    const { out } = await hybrid(estate(WOODGROVE, domain("woodgrovebank.com", CERTIFICATE)));
    const changes = out
      .split("\n")
      .filter(
        (line) =>
          /\b(New|Set|Enable|Disable|Remove)-[A-Z]\w+Connector\b/.test(line) &&
          !/Confirm-Fact|^ {2}\} '/.test(line),
      );
    expect(changes.length).toBe(4);
    // Each stands in a block that begins so.
    expect(out.match(/^ {2}if \(\$Apply\) \{$/gm)).toHaveLength(2);
    const outside = out.replaceAll(/^ {2}if \(\$Apply\) \{\n[\s\S]*?^ {2}\}$/gm, "");
    expect(changes.filter((line) => outside.includes(line))).toEqual([]);
  });

  test("with managed Exchange the host of EOP is asked for: only Microsoft knows it", async () => {
    const { out } = await hybrid(estate(MANAGED, domain("woodgrovebank.com", CERTIFICATE)));
    expect(facts(out)[0]).toBe("  [string] $SmartHost = '',");
    const given = "profile: eop-onpremises, mx: { host: woodgrovebank-com.o-v1.mx.microsoft }";
    const written = await hybrid(estate(MANAGED, domain("woodgrovebank.com", CERTIFICATE, given)));
    expect(facts(written.out)[0]).toBe("  [string] $SmartHost = 'woodgrovebank-com.o-v1.mx.microsoft',");
  });

  test("premises that do not send through EOP, and several servers", async () => {
    const domains = [
      domain("a.example", "smartHost: smtp1.example"),
      domain("b.example", "smartHost: smtp2.example"),
    ];
    const { out } = await hybrid(estate(WOODGROVE, domains.join("\n")));
    expect(facts(out).slice(0, 2)).toEqual(["  [string] $SmartHost = '',", "  [string] $SmtpHost = '',"]);
    expect(facts(out).slice(-2)).toEqual([
      "$Sends = $false",
      "$SmtpHosts = @('smtp1.example', 'smtp2.example')",
    ]);
    expect(out).not.toContain("New-SendConnector");
  });

  test.each<[string, string, readonly string[], RegExp]>([
    [
      "no premises",
      "  contoso.com: { profile: parked, zone: { cloudflare: {} } }",
      [],
      /no domain has mail servers on premises/m,
    ],
    [
      "another tenant",
      domain("a.example", CERTIFICATE),
      ["--tenant", "woodgrov"],
      /no tenant is called "woodgrov"/m,
    ],
    [
      "two certificates for one send connector",
      [
        domain("a.example", CERTIFICATE),
        domain("b.example", "fromPremises: { certificate: other.example }"),
      ].join("\n"),
      [],
      /mail\.woodgrovebank\.com, other\.example/,
    ],
  ])("%s: misuse", async (_, domains, args, message) => {
    const { code, out, err } = await hybrid(estate(WOODGROVE, domains), ...args);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
  });
});
