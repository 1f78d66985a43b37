import type { CnameRecord } from "../../../lib/dns/record";
import { compare, comparePolicy } from "../../../lib/posture/compare";
import { declaredIntent } from "../../../lib/posture/intent";
import type { MailPosture } from "../../../lib/posture/model";
import { nameOf, recordOf } from "../rules/fixture";

const DOMAIN = nameOf("contoso.com");

function posture(...lines: readonly string[]): MailPosture {
  return {
    domain: DOMAIN,
    intent: declaredIntent({ profile: "exchange-online" }),
    records: lines.map((line) => ({ record: recordOf(line), where: {} })),
    unknown: [],
    where: {},
  };
}

/** `status name TYPE` of each state. */
const states = (...args: Parameters<typeof compare>) =>
  compare(...args).map(({ status, name, type }) => `${status} ${name} ${type}`);

const SPF = "contoso.com TXT v=spf1 include:spf.protection.outlook.com -all";

describe("compare", () => {
  test("a second SPF record beside the declared one is extra, a proof of ownership is nobody's business", () => {
    const live = posture(SPF, "contoso.com TXT v=spf1 -all", "contoso.com TXT MS=ms12345678");
    expect(states(posture(SPF), live)).toEqual(["extra contoso.com TXT", "ok contoso.com TXT"]);
  });

  test("what name servers make from a declared wildcard is not extra", () => {
    const wildcard = "*.contoso.com CNAME contoso.com";
    const live = posture(
      "selector1._domainkey.contoso.com CNAME contoso.com",
      "selector2._domainkey.contoso.com CNAME contoso.net",
    );
    expect(states(posture(wildcard), live)).toEqual([
      "missing *.contoso.com CNAME",
      "extra selector2._domainkey.contoso.com CNAME",
    ]);
  });

  test("what an undeclared wildcard's text answers where another kind is asked for is not extra, a record of the kind is", () => {
    const live = posture(
      "_mta-sts.contoso.com TXT v=spf1 -all",
      "default._bimi.contoso.com TXT v=spf1 -all",
      "selector1._domainkey.contoso.com TXT v=spf1 -all",
      "_smtp._tls.contoso.com TXT v=DMARC1; p=reject;",
      "selector2._domainkey.contoso.com TXT v=DMARC1; p=reject;",
    );
    expect(states(posture(), live)).toEqual([]);
    const meant = posture(
      "_mta-sts.contoso.com TXT v=STSv1; id=1;",
      "selector1._domainkey.contoso.com TXT v=DKIM1; p=",
      "contoso.com TXT v=DMARC1; p=reject;",
    );
    expect(states(posture(), meant)).toEqual([
      "extra _mta-sts.contoso.com TXT",
      "extra contoso.com TXT",
      "extra selector1._domainkey.contoso.com TXT",
    ]);
  });

  test("a selector in the zone of keys that the domain hands over is not extra", () => {
    const zone = "_domainkey.contoso.com NS ns1.vendor.example";
    const live = posture(zone, "selector1._domainkey.contoso.com TXT v=DKIM1; p=");
    expect(states(posture(zone), live)).toEqual(["ok _domainkey.contoso.com NS"]);
  });

  test("another SPF record in its place is drift, with both values", () => {
    const [state] = compare(posture(SPF), posture("contoso.com TXT v=spf1 ~all"));
    expect(state).toMatchObject({
      status: "drift",
      declared: { value: "v=spf1 include:spf.protection.outlook.com -all" },
      observed: { value: "v=spf1 ~all" },
    });
  });

  test("a text of another purpose does not stand in the place of an SPF record", () => {
    expect(states(posture(SPF), posture("contoso.com TXT MS=ms12345678"))).toEqual([
      "missing contoso.com TXT",
    ]);
  });

  test("a copied key where the alias belongs is drift", () => {
    const alias =
      "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com";
    const live = posture("selector1._domainkey.contoso.com TXT v=DKIM1; p=");
    expect(states(posture(alias), live)).toEqual(["drift selector1._domainkey.contoso.com CNAME"]);
  });

  test("selectors and MX records that nobody declared are extra, addresses are not", () => {
    const live = posture(
      "contoso.com MX 10 mx.contoso.net",
      "contoso.com A 192.0.2.80",
      "selector2._domainkey.contoso.com TXT v=DKIM1; p=",
    );
    expect(states(posture(), live)).toEqual([
      "extra contoso.com MX",
      "extra selector2._domainkey.contoso.com TXT",
    ]);
  });

  test("what a declared wildcard makes of a name is not extra", () => {
    const wildcard = "*._domainkey.contoso.com TXT v=DKIM1; p=";
    const live = posture(wildcard, "selector1._domainkey.contoso.com TXT v=DKIM1; p=");
    expect(states(posture(wildcard), live)).toEqual(["ok *._domainkey.contoso.com TXT"]);
  });

  test("what another domain declares is not extra", () => {
    const live = posture("contoso.com TXT v=spf1 -all");
    expect(states(posture(), live, { isDeclaredElsewhere: () => true })).toEqual([]);
  });

  test("what nobody answered for is unreachable, not missing; an alias too, whose key is out of reach", () => {
    const alias =
      "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com";
    const lost = (name: string) => ({
      name: nameOf(name),
      type: "TXT" as const,
      why: "no answer" as const,
      where: {},
    });
    const live = { ...posture(), unknown: [lost("contoso.com"), lost("selector1._domainkey.contoso.com")] };
    expect(states(posture(SPF, alias), live)).toEqual([
      "unreachable contoso.com TXT",
      "unreachable selector1._domainkey.contoso.com CNAME",
    ]);
  });

  describe("an alias at the apex, which its host answers with addresses", () => {
    const alias = recordOf("contoso.com CNAME site.vendor.example");
    const declared: MailPosture = {
      ...posture(),
      unknown: [{ name: DOMAIN, type: "A", why: "routed", alias: alias as CnameRecord, where: {} }],
    };

    test("is as declared where there are addresses, of either family", () => {
      expect(states(declared, posture("contoso.com A 192.0.2.80"))).toEqual(["ok contoso.com A"]);
      expect(states(declared, posture("contoso.com AAAA 2001:db8::80"))).toEqual(["ok contoso.com A"]);
    });

    test("is missing where there are none, and unreachable where nobody says", () => {
      expect(states(declared, posture("www.contoso.com A 192.0.2.80"))).toEqual(["missing contoso.com A"]);
      const lost: MailPosture = {
        ...posture(),
        unknown: [{ name: DOMAIN, type: "AAAA", why: "no answer", where: {} }],
      };
      expect(states(declared, lost)).toEqual(["unreachable contoso.com A"]);
    });
  });

  test("where Exchange is managed, any host that has the form of Microsoft's is right", () => {
    const declared = posture("contoso.com MX 0 contoso-com.mail.protection.outlook.com");
    const live = posture("contoso.com MX 0 contoso-com.j-v1.mx.microsoft");
    expect(states(declared, live, { managed: true })).toEqual(["ok contoso.com MX"]);
    expect(states(declared, live)).toEqual(["drift contoso.com MX"]);
    const elsewhere = posture("contoso.com MX 0 mx.contoso.net");
    expect(states(declared, elsewhere, { managed: true })).toEqual(["drift contoso.com MX"]);
  });
});

test("line ends do not make another MTA-STS policy, its mode does", () => {
  const text = "version: STSv1\nmode: enforce\nmx: mx.contoso.com\nmax_age: 604800\n";
  const serving = (served: string) => ({
    ...posture(),
    mtaStsPolicy: { kind: "text" as const, text: served, where: {} },
  });
  expect(comparePolicy(serving(text), serving(text.replaceAll("\n", "\r\n")))).toMatchObject({
    status: "ok",
  });
  expect(comparePolicy(serving(text), serving(text.replace("enforce", "testing")))).toMatchObject({
    status: "drift",
  });
  expect(comparePolicy(serving(text), posture())).toMatchObject({ status: "missing" });
  expect(comparePolicy(posture(), serving(text))).toBeUndefined();
  const unknown = [
    { name: nameOf("_mta-sts.contoso.com"), type: "TXT" as const, why: "no answer" as const, where: {} },
  ];
  expect(comparePolicy(serving(text), { ...posture(), unknown })).toMatchObject({ status: "unreachable" });
});
