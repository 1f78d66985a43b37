import type { ZoneChoice } from "../../../../hosts/index";
import { estateOf, problemsOf } from "../memory-files";

const ZONE = "023e105f4ecef8ad9ca31a8372d0c353";
const OTHER = "372e67954025e0ba6aaa6d586b9e0b59";
const ACCOUNT = "01a7362d577a6c3019a474fd6f485823";

function text(domains: Readonly<Record<string, string | undefined>>, defaults = ""): string {
  const entries = Object.entries(domains).map(
    ([name, zone]) =>
      `  ${name}: { profile: parked${zone === undefined ? "" : `, zone: { cloudflare: { ${zone} } }`} }\n`,
  );
  const head = defaults && `defaults: { zone: { cloudflare: { ${defaults} } } }\n`;
  return `version: 1\n${head}domains:\n${entries.join("")}`;
}

function zones(
  domains: Readonly<Record<string, string | undefined>>,
  defaults = "",
): Record<string, ZoneChoice> {
  return Object.fromEntries(estateOf(text(domains, defaults)).domains.map(({ name, zone }) => [name, zone]));
}

describe("the zone of a domain", () => {
  test("is given by id, by name, or created", () => {
    expect(
      zones({
        "contoso.com": `zoneId: ${ZONE}`,
        "contoso.net": `accountId: ${ACCOUNT}`,
        "contoso.org": `create: true, accountId: ${ACCOUNT}`,
        "mail.fabrikam.com": `create: { dnssec: true }, accountId: ${ACCOUNT}, zoneName: Fabrikam.com`,
      }),
    ).toEqual({
      "contoso.com": {
        host: "cloudflare",
        name: "contoso.com",
        source: { by: "id", id: ZONE },
        declaredBy: "contoso.com",
      },
      "contoso.net": {
        host: "cloudflare",
        name: "contoso.net",
        accountId: ACCOUNT,
        source: { by: "name" },
        declaredBy: "contoso.net",
      },
      "contoso.org": {
        host: "cloudflare",
        name: "contoso.org",
        accountId: ACCOUNT,
        source: { by: "creation", dnssec: false },
        declaredBy: "contoso.org",
      },
      "mail.fabrikam.com": {
        host: "cloudflare",
        name: "fabrikam.com",
        accountId: ACCOUNT,
        source: { by: "creation", dnssec: true },
        declaredBy: "mail.fabrikam.com",
      },
    });
  });

  test("is the closest zone of the estate around it; who creates that zone creates it alone", () => {
    const chosen = zones({
      "a.b.contoso.com": undefined,
      "b.contoso.com": `zoneId: ${ZONE}`,
      "c.contoso.com": undefined,
      "contoso.com": `create: true, accountId: ${ACCOUNT}`,
    });
    expect(chosen["a.b.contoso.com"]).toEqual(chosen["b.contoso.com"]);
    expect(chosen["c.contoso.com"]).toEqual({
      host: "cloudflare",
      name: "contoso.com",
      accountId: ACCOUNT,
      source: { by: "name" },
      declaredBy: "contoso.com",
    });
  });

  test("is found by the zone's name, not by the declaring domain's", () => {
    const chosen = zones({
      "a.contoso.com": `zoneId: ${ZONE}, zoneName: contoso.com`,
      "b.contoso.com": undefined,
    });
    expect(chosen["b.contoso.com"]).toMatchObject({ name: "contoso.com", source: { by: "id", id: ZONE } });
  });

  test("comes from the defaults where no zone encloses the domain", () => {
    const chosen = zones(
      { "contoso.com": undefined, "news.contoso.com": undefined, "contoso.net": `zoneId: ${ZONE}` },
      `create: true, accountId: ${ACCOUNT}`,
    );
    expect(chosen["contoso.com"]?.source).toEqual({ by: "creation", dnssec: false });
    expect(chosen["news.contoso.com"]).toMatchObject({ name: "contoso.com", source: { by: "name" } });
    expect(chosen["contoso.net"]).toMatchObject({ accountId: ACCOUNT, source: { by: "id", id: ZONE } });
  });

  test.each([
    [
      { "contoso.com": undefined },
      'estate.yaml:3:3: domains["contoso.com"]: the domain is inside no zone; expected zone: { cloudflare: { zoneName: contoso.com } }, or a domain of the estate above it',
    ],
    [
      { "acontoso.com": "zoneName: contoso.com" },
      'estate.yaml:3:68: domains["acontoso.com"].zone.cloudflare.zoneName: the domain does not lie in this zone, got "contoso.com"; expected acontoso.com or a parent of it',
    ],
    [
      { "contoso.com": "create: true" },
      'estate.yaml:3:65: domains["contoso.com"].zone.cloudflare.create: a zone is created in an account; expected accountId beside create',
    ],
    [
      { "contoso.com": `zoneId: ${ZONE}, accountId: ${ACCOUNT}, create: true` },
      'estate.yaml:3:152: domains["contoso.com"].zone.cloudflare.create: a zone that has an id is not created; leave out zoneId or create',
    ],
    [
      { "contoso.com": `zoneId: ${ZONE}`, "news.contoso.com": `zoneId: ${OTHER}, zoneName: contoso.com` },
      `estate.yaml:4:70: domains["news.contoso.com"].zone.cloudflare.zoneId: the zone contoso.com has two ids, got ${OTHER} and ${ZONE}; the other is domains["contoso.com"] at estate.yaml:3:3`,
    ],
    [
      {
        "contoso.com": `create: true, accountId: ${ACCOUNT}`,
        "news.contoso.com": `create: true, accountId: ${ACCOUNT}, zoneName: contoso.com`,
      },
      'estate.yaml:4:40: domains["news.contoso.com"].zone: the zone contoso.com is created twice; create it in one domain; the others find it by its name; the other is domains["contoso.com"] at estate.yaml:3:3',
    ],
  ])("is refused: %j", (domains, problem) => {
    expect(problemsOf(text(domains))).toEqual([problem]);
  });

  test("what is wrong with the defaults is said once, where they stand", () => {
    expect(problemsOf(text({ "contoso.com": undefined, "contoso.net": undefined }, "create: true"))).toEqual([
      "estate.yaml:2:43: defaults.zone.cloudflare.create: a zone is created in an account; expected accountId beside create",
    ]);
  });

  test("a domain below one that cannot be read is not blamed for having no zone", () => {
    const problems = problemsOf(text({ "contoso.com": "zoneId: 1", "news.contoso.com": undefined }));
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain('domains["contoso.com"].zone.cloudflare.zoneId');
  });
});
