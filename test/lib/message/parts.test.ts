import fc from "fast-check";
import { parseAuthenticationResults } from "../../../lib/message/authentication-results";
import { addressesIn, authorOf } from "../../../lib/message/author";
import { dateText, secondsOf } from "../../../lib/message/date";
import { compauthReason, parseReport, reportWords } from "../../../lib/message/microsoft";
import { parseReceived } from "../../../lib/message/received";

describe("a Received field", () => {
  test.each([
    [
      "from DU2PR04CA0065.eurprd04.prod.outlook.com (2603:10a6:10:232::10)\r\n by PAWPR08MB9056.eurprd08.prod.outlook.com (2603:10a6:102:333::22) with\r\n Microsoft SMTP Server (version=TLS1_2,\r\n cipher=TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384) id 15.20.8207.14; Thu, 28 Nov\r\n 2024 07:39:41 +0000",
      {
        from: { name: "DU2PR04CA0065.eurprd04.prod.outlook.com", ip: "2603:10a6:10:232::10" },
        by: { name: "PAWPR08MB9056.eurprd08.prod.outlook.com", ip: "2603:10a6:102:333::22" },
        with: "Microsoft SMTP Server",
        id: "15.20.8207.14",
        tls: "TLS 1.2",
        time: 1732779581,
      },
    ],
    [
      "from mail.contoso.com (63.35.35.123) by\r\n DB1PEPF000509EC.mail.protection.outlook.com (10.167.242.70) with Microsoft\r\n SMTP Server (version=TLS1_3, cipher=TLS_AES_256_GCM_SHA384) id 15.20.8207.12\r\n via Frontend Transport; Thu, 28 Nov 2024 07:39:39 +0000",
      {
        from: { name: "mail.contoso.com", ip: "63.35.35.123" },
        by: { name: "DB1PEPF000509EC.mail.protection.outlook.com", ip: "10.167.242.70" },
        with: "Microsoft SMTP Server",
        via: "Frontend Transport",
        id: "15.20.8207.12",
        tls: "TLS 1.3",
        time: 1732779579,
      },
    ],
    [
      "from sy.contoso.com (sy.contoso.com [IPv6:2001:db8:40f1:3f00::1])\r\n\tby mail.fabrikam.com (Postfix) with ESMTPS id 65EA69DB338\r\n\tfor <you@fabrikam.com>; Thu, 28 Nov 2024 08:40:01 +0100 (CET)",
      {
        from: { name: "sy.contoso.com", ip: "2001:db8:40f1:3f00::1" },
        by: { name: "mail.fabrikam.com" },
        with: "ESMTPS",
        id: "65EA69DB338",
        tls: "TLS",
        time: 1732779601,
      },
    ],
    [
      "from GV1PR08MB10521.eurprd08.prod.outlook.com\r\n ([fe80::d430:4ef9:b30b:c739]) by GV1PR08MB10521.eurprd08.prod.outlook.com\r\n ([fe80::d430:4ef9:b30b:c739%4]) with mapi id 15.20.8207.010; Thu, 28 Nov 2024\r\n 07:39:22 +0000",
      {
        from: { name: "GV1PR08MB10521.eurprd08.prod.outlook.com", ip: "fe80::d430:4ef9:b30b:c739" },
        by: { name: "GV1PR08MB10521.eurprd08.prod.outlook.com", ip: "fe80::d430:4ef9:b30b:c739" },
        with: "mapi",
        id: "15.20.8207.010",
        time: 1732779562,
      },
    ],
    ['("Tessian outbound 206fab1c37e0:v514"); Thu, 28 Nov 2024 07:39:39 +0000', undefined],
    [
      "from by (192.0.2.1) by from with SMTP",
      { from: { name: "by", ip: "192.0.2.1" }, by: { name: "from" }, with: "SMTP" },
    ],
    [
      "from [192.0.2.9] by mx.contoso.com",
      { from: { name: "[192.0.2.9]", ip: "192.0.2.9" }, by: { name: "mx.contoso.com" } },
    ],
  ])("%j", (body, expected) => {
    expect(parseReceived(body)).toEqual(expected);
  });
});

describe("results", () => {
  test("of Exchange Online name no authority, and domains of the tenant stand between them", () => {
    expect(
      parseAuthenticationResults(
        "spf=none (sender IP is 192.0.2.8)\r\n smtp.mailfrom=fabrikam.com; contoso.com; dkim=pass\r\n (signature was verified) header.d=fabrikam.com;\r\n contoso.com; dmarc=none action=none header.from=contoso.com;\r\n compauth=fail reason=001",
      ),
    ).toEqual({
      results: [
        {
          method: "spf",
          result: "none",
          comment: "sender IP is 192.0.2.8",
          properties: [["smtp.mailfrom", "fabrikam.com"]],
        },
        {
          method: "dkim",
          result: "pass",
          comment: "signature was verified",
          properties: [["header.d", "fabrikam.com"]],
        },
        {
          method: "dmarc",
          result: "none",
          properties: [
            ["action", "none"],
            ["header.from", "contoso.com"],
          ],
        },
        { method: "compauth", result: "fail", properties: [["reason", "001"]] },
      ],
    });
  });

  test("of RFC 8601 name one, with spaces and quotes wherever they may stand", () => {
    expect(
      parseAuthenticationResults(
        'mx.contoso.com 1; dkim = pass (1024-bit key; x) header.b="Y//h4 KPT" header.i=@a.example; spf/1=softfail smtp.mailfrom="a;b"@c.example reason="no (x)"',
      ),
    ).toEqual({
      authority: "mx.contoso.com",
      results: [
        {
          method: "dkim",
          result: "pass",
          comment: "1024-bit key; x",
          properties: [
            ["header.b", "Y//h4 KPT"],
            ["header.i", "@a.example"],
          ],
        },
        {
          method: "spf",
          result: "softfail",
          properties: [
            ["smtp.mailfrom", "a;b@c.example"],
            ["reason", "no (x)"],
          ],
        },
      ],
    });
    expect(parseAuthenticationResults("i=2; mx.microsoft.com 1; arc=none")).toMatchObject({
      authority: "mx.microsoft.com",
      instance: 2,
      results: [{ method: "arc", result: "none" }],
    });
    expect(parseAuthenticationResults("mx.contoso.com; none")).toEqual({
      authority: "mx.contoso.com",
      results: [],
    });
  });

  test("that are written from what was read are read alike (property)", () => {
    const token = fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/).filter((text) => text !== "i");
    const value = fc
      .stringMatching(/^[ -!#-[\]-~]{1,20}$/)
      .map((text) => text.replace(/\s+/g, " ").trim())
      .filter((text) => text !== "");
    const method = fc.record({
      method: token,
      result: token,
      properties: fc.array(
        fc.tuple(
          fc.tuple(token, token).map((parts) => parts.join(".")),
          value,
        ),
        { maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(token, fc.array(method, { minLength: 1, maxLength: 4 }), (authority, results) => {
        const written = results.map(({ method: name, result, properties }) =>
          [`${name}=${result}`, ...properties.map(([key, text]) => `${key}="${text}"`)].join(" "),
        );
        expect(parseAuthenticationResults([authority, ...written].join("; "))).toEqual({
          authority,
          results,
        });
      }),
    );
  });

  test("and Received of any text are read without throwing, in time (property)", () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 300, unit: fc.constantFrom(...'()"\\;=[]<>@:. \r\n\tafrombyi1') }),
        (text) => {
          parseAuthenticationResults(text);
          parseReceived(text);
          parseReport(text);
          addressesIn(text);
        },
      ),
    );
    for (const text of [
      "(".repeat(60_000),
      '"'.repeat(60_000),
      "a=".repeat(30_000),
      "<".repeat(60_000),
      "from ".repeat(12_000),
    ]) {
      parseAuthenticationResults(text);
      parseReceived(text);
      addressesIn(text);
    }
    expect(parseReceived("x".repeat(70_000))).toBeUndefined();
  });

  // With a pattern that can divide the white space in several ways each of these takes minutes.
  test.each([`A:${" ".repeat(60_000)}y\rx`, `A:x${" ".repeat(60_000)}x`, `${" ".repeat(60_000)}A`])(
    "an anti-spam report of white space is read in time (%#)",
    (text) => {
      const start = process.cpuUsage().user;
      parseReport(text);
      expect(process.cpuUsage().user - start).toBeLessThan(500_000);
    },
  );
});

test("what Exchange Online reports is said in Microsoft's meaning of it, and nothing that it does not document", () => {
  const report = parseReport(
    " CIP:192.0.2.7;CTRY:US;LANG:en;SCL:5;SRV:;IPV:CAL;SFV:SKA;H:mail.contoso.com;PTR:;CAT:SPOOF;SFS:(13230040);DIR:INB;",
  );
  expect(reportWords(report)).toEqual([
    "inbound",
    "connected from 192.0.2.7",
    "called itself mail.contoso.com",
    "spam confidence level 5",
    "let in unfiltered: the sender is allowed by an anti-spam policy",
    "filtering skipped: the address is on the IP Allow List",
    "category a forged sender",
  ]);
  expect(
    ["000", "010", "130", "109", "703", "451", "601", "800", "x", "constructor"].map(compauthReason),
  ).toEqual([
    "explicit authentication failed: DMARC fails, and the domain asks for quarantine or reject",
    "DMARC fails with quarantine or reject, and the domain is one of the tenant's own",
    "authentication passed: a trusted ARC sealer overrode DMARC's failure",
    "authentication passed",
    "authentication passed",
    "authentication was bypassed",
    "implicit authentication failed, and the domain is one of the tenant's own",
    undefined,
    undefined,
    undefined,
  ]);
});

test("dates are those of the calendar (property)", () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_102_444_799 }), (seconds) => {
      const date = new Date(seconds * 1000);
      expect(dateText(seconds)).toBe(date.toISOString().replace("T", " ").replace(".000Z", " UTC"));
      expect(secondsOf(date.toUTCString())).toBe(seconds);
    }),
  );
  expect(secondsOf("Thu, 28 Nov 2024 08:40:01 +0130 (x)")).toBe(1732777801);
  expect([
    secondsOf("yesterday"),
    secondsOf("1 Foo 2024 00:00:00"),
    secondsOf("1 Jan 2024 25:00:00"),
  ]).toEqual([undefined, undefined, undefined]);
});

describe("the author", () => {
  const of = (...bodies: readonly string[]) =>
    authorOf(bodies.map((body) => ({ name: "From", body, raw: `From:${body}` })));

  test.each([
    [['"ceo@contoso.com" <x@fabrikam.com>'], "fabrikam.com"],
    [["CEO (ceo@contoso.com) <x@Fabrikam.com>"], "fabrikam.com"],
    [["x@fabrikam.com (ceo@contoso.com)"], "fabrikam.com"],
    [["a@contoso.com, B <b@contoso.com>"], "contoso.com"],
    [["Group: a@contoso.com, b@contoso.com;"], "contoso.com"],
    [["<@route.example:a@contoso.com>"], "contoso.com"],
    [["=?utf-8?q?ceo=40contoso=2Ecom?= <x@fabrikam.com>"], "fabrikam.com"],
    [["x@b\xc3\xbccher.example"], "xn--bcher-kva.example"],
    [['"a, b <c@contoso.com>" <d@fabrikam.com>'], "fabrikam.com"],
  ])("of %j is of %s", (bodies, domain) => {
    expect(of(...bodies)).toMatchObject({ ok: true, domain });
  });

  test.each([
    [[], "there is no From"],
    [["a@contoso.com", "b@contoso.com"], "there are 2 From fields"],
    [["a@contoso.com, b@fabrikam.com"], "From holds addresses of 2 domains"],
    [["<a@contoso.com> <b@fabrikam.com>"], "From holds addresses of 2 domains"],
    [["<<a@contoso.com>b@fabrikam.com>"], "From holds addresses of 2 domains"],
    [["<a@contoso.com> b@fabrikam.com"], "From holds addresses of 2 domains"],
    [["<a@contoso.com:b@fabrikam.com"], "From holds addresses of 2 domains"],
    [["nobody"], "From holds no address"],
    [["a@[192.0.2.1]"], "the domain in From is no name of the DNS"],
    [["x".repeat(70_000)], "From is too long to be read"],
  ])("of %j is nobody: %s", (bodies, why) => {
    expect(of(...bodies)).toMatchObject({ ok: false, why });
  });
});
