import { declareEstate, problemsOf } from "../../../lib/declare/estate";
import { formatLocatedFault } from "../../../lib/located-fault";
import { estateOf, load } from "../estate/memory-files";

/** Every problem of an estate file as a line, as the commands print it. */
function problems(text: string): readonly string[] {
  const loaded = load(text);
  if (loaded.ok) throw new Error("the estate loads");
  return problemsOf(loaded).map(formatLocatedFault);
}

test("what is wrong with a domain, with its zone and between domains is told at once, in the file's order", () => {
  expect(
    problems(`version: 1
tenants: { contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2026-07-01 } }
defaults: { tenant: contoso }
domains:
  contoso.com:
    profile: exchange-online
    zone: { cloudflare: {} }
    colour: red
    tlsRpt: { rua: mailto:tls@contoso.com }
    records:
      second: { type: TXT, value: "v=spf1 mx -all" }
      beside: { type: TXT, name: autodiscover, value: text }
  fabrikam.com: { profile: parked }
  mail.contoso.com: { profile: parked, records: { one: { type: TXT, name: x, value: same } } }
  x.mail.contoso.com: { profile: parked, records: { two: { type: TXT, value: same } } }
  x.mail.contoso.com: { profile: parked }
  wingtip.com: { profile: parked, ttl: long, zone: { cloudflare: { zoneName: tip.com } } }
`),
  ).toEqual([
    expect.stringMatching(/^estate\.yaml:8:5: domains\["contoso\.com"\]\.colour: unknown key, got "colour"/),
    expect.stringMatching(/^estate\.yaml:9:20: .*a list belongs here, got "mailto:tls@contoso\.com"/),
    expect.stringMatching(
      /^estate\.yaml:11:7: .*2 SPF records at contoso\.com.*the other is at estate\.yaml:5:3$/,
    ),
    expect.stringMatching(
      /^estate\.yaml:12:7: .*a CNAME stands beside other data at autodiscover\.contoso\.com/,
    ),
    expect.stringMatching(/^estate\.yaml:13:3: domains\["fabrikam\.com"\]: the domain is inside no zone/),
    expect.stringMatching(
      /^estate\.yaml:14:51: .*the same TXT record is declared twice at x\.mail\.contoso\.com/,
    ),
    expect.stringMatching(/^estate\.yaml:16:3: .*the key is given twice.*first given at estate\.yaml:15:3/),
    expect.stringMatching(/^estate\.yaml:17:40: .*a number belongs here, got "long"/),
    expect.stringMatching(/^estate\.yaml:17:78: .*the domain does not lie in this zone, got "tip\.com"/),
  ]);
});

test("two domains that write the same record are told with both places, beside a typing error elsewhere", () => {
  expect(
    problems(`version: 1
domains:
  contoso.com: { profile: parked, zone: { cloudflare: {} }, colour: red }
  mail.contoso.com: { profile: parked, records: { one: { type: TXT, name: x, value: same } } }
  x.mail.contoso.com: { profile: parked, records: { two: { type: TXT, value: same } } }
`),
  ).toEqual([
    expect.stringMatching(/^estate\.yaml:3:61: .*unknown key, got "colour"/),
    expect.stringMatching(
      /^estate\.yaml:4:51: .*the same TXT record is declared twice at x\.mail\.contoso\.com, got "same"; .*the other is at estate\.yaml:5:53$/,
    ),
  ]);
});

test("a tenant's name written wrongly is one problem, not one for every part that needs a tenant", () => {
  expect(
    problems(`version: 1
tenants: { contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2026-07-01 } }
domains:
  contoso.com: { tenant: contosso, profile: exchange-online, zone: { cloudflare: {} } }
`),
  ).toEqual([
    'estate.yaml:4:26: domains["contoso.com"].tenant: no tenant has this name, got "contosso"; ' +
      "expected contoso; did you mean contoso?",
  ]);
});

describe("an alias at the apex of a zone", () => {
  const apex = (zone: string, records: string) => `version: 1
tenants: { contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2026-07-01 } }
defaults: { tenant: contoso, dmarc: { policy: reject, rua: ["mailto:dmarc@contoso.com"] } }
domains:
  contoso.com:
    profile: exchange-online
    zone: ${zone}
    records:
${records}
`;
  const WEB = "      web: { type: CNAME, target: site.vendor.example }";
  const declared = (text: string) => {
    const answer = declareEstate(estateOf(text));
    return answer.ok ? [] : answer.problems.map(formatLocatedFault);
  };

  test("stands beside MX and texts at Cloudflare, which flattens it, and may be an MX host there", () => {
    expect(declared(apex("{ cloudflare: {} }", WEB))).toEqual([]);
    const list = "      list: { type: MX, name: lists, preference: 10, exchange: contoso.com }";
    expect(declared(apex("{ cloudflare: {} }", `${WEB}\n${list}`))).toEqual([]);
  });

  test("stands beside no address there", () => {
    const address = "      a: { type: A, address: 192.0.2.80 }";
    expect(declared(apex("{ cloudflare: {} }", `${WEB}\n${address}`))).toEqual([
      'estate.yaml:9:7: domains["contoso.com"].records.web: a CNAME stands beside other addresses at contoso.com, got A 192.0.2.80, CNAME site.vendor.example; expected the CNAME or the addresses: the host answers with those of the CNAME\'s target; the other is at estate.yaml:10:7',
    ]);
  });

  test("is an alias like any other below the apex of the zone", () => {
    const below = apex("{ cloudflare: { zoneName: com } }", WEB);
    expect(declared(below)).toEqual([
      expect.stringMatching(/a CNAME stands beside other data at contoso\.com/),
    ]);
  });

  test.each([
    [
      "Route 53",
      "{ route53: { hostedZoneId: Z0423512YUPB93QHZ0IX, account: '111122223333', region: eu-central-1 } }",
    ],
    ["Azure DNS", "{ azure: { resourceGroup: dns, zoneName: contoso.com } }"],
  ])("is refused at %s, with the reason", (label, zone) => {
    expect(declared(apex(zone, WEB))).toEqual([
      expect.stringMatching(
        new RegExp(
          `records\\.web: a CNAME stands beside other data at contoso\\.com.*write A and AAAA records: ${label} does not answer an alias at the apex of a zone with its target's addresses, as Cloudflare does`,
        ),
      ),
    ]);
  });
});

test("an alias in place of a mechanism's record is declared with the mechanism", () => {
  expect(
    problems(`version: 1
domains:
  contoso.com:
    profile: parked
    zone: { cloudflare: {} }
    colour: red
    records: { d: { type: CNAME, name: _dmarc, target: contoso-com.vendor.example } }
`),
  ).toContainEqual(
    expect.stringMatching(
      /declare it with its mechanism: dmarc: \{ hosted: contoso-com\.vendor\.example, … \}/,
    ),
  );
});
