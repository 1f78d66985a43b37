import { unwrap } from "../../../../lib/fault";
import { formatSpf, mergeSpf, parseSpf } from "../../../../lib/mail/spf";

const merge = (...texts: string[]) => mergeSpf(texts.map((text) => unwrap(text, parseSpf(text))));
const merged = (...texts: string[]) => formatSpf(unwrap("merge", merge(...texts)));

describe("several records merged into one", () => {
  test.each<[string, string[], string]>([
    [
      "terms keep their order, and equal ones stand once",
      [
        "v=spf1 mx include:spf.protection.outlook.com -all",
        "v=spf1 a include:sendgrid.net ~all",
        "v=spf1 include:SendGrid.net. ip4:192.0.2.1/32 MX -all",
      ],
      "v=spf1 mx include:spf.protection.outlook.com a include:sendgrid.net ip4:192.0.2.1 -all",
    ],
    [
      "the domain's own softfail is not hardened by a vendor's snippet",
      ["v=spf1 ip4:89.175.3.5 ~all", "v=spf1 include:spf.protection.outlook.com -all"],
      "v=spf1 ip4:89.175.3.5 include:spf.protection.outlook.com ~all",
    ],
    [
      "a record without all leaves the question to the next",
      ["v=spf1 ip4:89.175.3.5", "v=spf1 include:sendgrid.net ?all", "v=spf1 -all"],
      "v=spf1 ip4:89.175.3.5 include:sendgrid.net ?all",
    ],
    ["no all at all", ["v=spf1 a", "v=spf1 mx"], "v=spf1 a mx"],
    [
      "what receivers never evaluate does not come alive",
      ["v=spf1 a -all ip4:203.0.113.7 redirect=_spf.example.net", "v=spf1 mx -all"],
      "v=spf1 a mx -all",
    ],
    [
      "modifiers stand at the end, once",
      ["v=spf1 exp=why.contoso.com a x=1 -all", "v=spf1 mx -all exp=WHY.contoso.com x=1 x=2"],
      "v=spf1 a mx -all exp=why.contoso.com x=1 x=2",
    ],
    [
      "macros differ by case: one is percent-encoded",
      ["v=spf1 exists:%{l}.A.com -all", "v=spf1 exists:%{L}.a.com exists:%{l}.a.com -all"],
      "v=spf1 exists:%{l}.A.com exists:%{L}.a.com -all",
    ],
    [
      "one record is left as it is",
      ["v=spf1 -ip4:192.0.2.1 redirect=contoso.com"],
      "v=spf1 -ip4:192.0.2.1 redirect=contoso.com",
    ],
    ["equal records are one", ["v=spf1 ~a MX +all", "v=spf1 ~a mx all"], "v=spf1 ~a mx all"],
  ])("%s", (_, texts, expected) => {
    expect(merged(...texts)).toBe(expected);
  });

  test("every term that would change a verdict is refused", () => {
    expect(
      merge(
        "v=spf1 a -all",
        "v=spf1 -ip4:192.0.2.1 ?mx +all",
        "v=spf1 redirect=_spf.contoso.com exp=a.example",
        "v=spf1 exp=b.example -all ~ptr",
      ),
    ).toMatchObject({
      ok: false,
      faults: [
        { path: [1], received: '"-ip4:192.0.2.1"', message: expect.stringContaining("does not pass") },
        { path: [1], received: '"?mx"', message: expect.stringContaining("does not pass") },
        { path: [1], received: '"all"', message: expect.stringContaining("authorises every host") },
        {
          path: [2],
          received: '"redirect=_spf.contoso.com"',
          fix: "write include:_spf.contoso.com and an all instead",
        },
        { received: "exp=a.example, exp=b.example" },
      ],
    });
  });

  test("nothing to merge is a fault", () => {
    expect(mergeSpf([])).toMatchObject({ ok: false, faults: [{ message: "no SPF record to merge" }] });
  });

  test("a merge beyond ten look-ups is refused, since it would be a permerror", () => {
    const senders = (from: number) => Array.from({ length: 6 }, (_, i) => `include:s${from + i}.example.net`);
    expect(merged(`v=spf1 ${senders(0).join(" ")} -all`, `v=spf1 ${senders(4).join(" ")} -all`)).toBe(
      `v=spf1 ${senders(0).join(" ")} ${senders(6).slice(0, 4).join(" ")} -all`,
    );
    expect(merge(`v=spf1 ${senders(0).join(" ")} -all`, `v=spf1 ${senders(6).join(" ")} -all`)).toMatchObject(
      {
        ok: false,
        faults: [{ received: "12 terms that need a look-up" }],
      },
    );
  });
});
