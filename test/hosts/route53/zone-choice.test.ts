import { HOSTS } from "../../../hosts/index";
import { estateOf, problemsOf } from "../../lib/estate/memory-files";

const ID = "Z0423512YUPB93QHZ0IX";

const text = (domains: Readonly<Record<string, string | undefined>>, defaults = "") => {
  const entries = Object.entries(domains).map(
    ([name, zone]) => `  ${name}: { profile: parked${zone === undefined ? "" : `, zone: { ${zone} }`} }\n`,
  );
  return `version: 1\n${defaults && `defaults: { zone: { ${defaults} } }\n`}domains:\n${entries.join("")}`;
};

function zones(domains: Readonly<Record<string, string | undefined>>, defaults = "") {
  return Object.fromEntries(
    estateOf(text(domains, defaults)).domains.map(({ name, zone: { declaredBy: _, ...zone } }) => [
      name,
      zone,
    ]),
  );
}

describe("the zone of a domain at Route 53", () => {
  test("is given by id, by name, or created", () => {
    expect(
      zones({
        "contoso.com": `route53: { hostedZoneId: ${ID}, account: 111122223333, region: eu-central-1 }`,
        "contoso.net": "route53: {}",
        "contoso.org": 'route53: { create: true, account: "011122223333" }',
      }),
    ).toEqual({
      "contoso.com": {
        host: "route53",
        name: "contoso.com",
        account: "111122223333",
        region: "eu-central-1",
        source: { by: "id", id: ID },
      },
      "contoso.net": { host: "route53", name: "contoso.net", source: { by: "name" } },
      "contoso.org": {
        host: "route53",
        name: "contoso.org",
        account: "011122223333",
        source: { by: "creation" },
      },
    });
  });

  test("is the closest one around it, which its declarer alone creates", () => {
    expect(
      zones({
        "contoso.com": "route53: { create: true, region: eu-central-1 }",
        "shop.contoso.com": undefined,
      })["shop.contoso.com"],
    ).toEqual({ host: "route53", name: "contoso.com", region: "eu-central-1", source: { by: "name" } });
  });

  test("takes account and region from the defaults, and nothing of another host's", () => {
    const defaults = "route53: { account: 111122223333, region: eu-central-1, create: true }";
    const own = { "contoso.com": `route53: { hostedZoneId: ${ID} }`, "contoso.net": "cloudflare: {}" };
    expect(zones(own, defaults)).toEqual({
      "contoso.com": {
        host: "route53",
        name: "contoso.com",
        account: "111122223333",
        region: "eu-central-1",
        source: { by: "id", id: ID },
      },
      "contoso.net": { host: "cloudflare", name: "contoso.net", source: { by: "name" } },
    });
  });

  test.each([
    [
      "route53: { account: 1111 }",
      '3:63: domains["contoso.com"].zone.route53.account: not the id of an AWS account, got 1111; expected 12 digits; quote it where it begins with 0',
    ],
    [
      'route53: { account: "1111-2222-3333" }',
      '3:63: domains["contoso.com"].zone.route53.account: not of the form that belongs here, got "1111-2222-3333"; expected 12 digits',
    ],
    [
      "route53: { region: frankfurt }",
      '3:62: domains["contoso.com"].zone.route53.region: not of the form that belongs here, got "frankfurt"; expected the code of an AWS region, such as eu-central-1',
    ],
    [
      "route53: { hostedZoneId: /hostedzone/Z0423512YUPB93QHZ0IX }",
      '3:68: domains["contoso.com"].zone.route53.hostedZoneId: not of the form that belongs here, got "/hostedzone/Z0423512YUPB93QHZ0IX"; expected the id of a hosted zone, Z and capital letters and digits, such as Z0423512YUPB93QHZ0IX',
    ],
    [
      "route53: { create: { dnssec: true } }",
      '3:54: domains["contoso.com"].zone.route53.create: not a way to create a zone, got a mapping; expected true; sign the zone by itself: Route 53 needs a key in KMS for it',
    ],
    [
      `route53: { hostedZoneId: ${ID}, create: true }`,
      '3:98: domains["contoso.com"].zone.route53.create: a hosted zone that has an id is not created; leave out hostedZoneId or create',
    ],
    [
      "route53: { secretKey: abc }",
      '3:54: domains["contoso.com"].zone.route53.secretKey: a secret has no place in the estate; take it from the environment: AWS_PROFILE, or AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY',
    ],
    [
      "route54: {}",
      `3:35: domains["contoso.com"].zone: not a host of zones, got route54; expected one of ${Object.keys(HOSTS).join(" | ")}; did you mean route53?`,
    ],
  ])("cannot be %s", (zone, problem) => {
    expect(problemsOf(text({ "contoso.com": zone }))).toEqual([`estate.yaml:${problem}`]);
  });

  test("is at one host and has one id", () => {
    expect(
      problemsOf(
        text({
          "a.contoso.com": "cloudflare: { zoneName: contoso.com }",
          "contoso.com": `route53: { hostedZoneId: ${ID} }`,
        }),
      ),
    ).toEqual([expect.stringContaining("the zone contoso.com is said to be at two hosts")]);
    expect(
      problemsOf(
        text({
          "a.contoso.com": "route53: { zoneName: contoso.com, hostedZoneId: Z00000000000000000000 }",
          "contoso.com": `route53: { hostedZoneId: ${ID} }`,
        }),
      ),
    ).toEqual([expect.stringContaining("zone.route53.hostedZoneId: the zone contoso.com has two ids")]);
  });
});
