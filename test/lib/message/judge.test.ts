import { generateKeyPairSync } from "node:crypto";
import { dkimSign } from "mailauth/lib/dkim/sign";
import { readMessage } from "../../../lib/mail/header-fields";
import { judgeMessage, type MessageOptions } from "../../../lib/message";
import { messageJson } from "../../../lib/report/message-json";
import { messageText } from "../../../lib/report/message-text";
import { resolverOf, type Zone } from "../mail/spf/zone";

const key = generateKeyPairSync("rsa", { modulusLength: 2048 });
const ZONE: Zone = {
  "contoso.com": { TXT: ["v=spf1 ip4:203.0.113.25 -all"], A: ["203.0.113.80"] },
  "_dmarc.contoso.com": { TXT: ["v=DMARC1; p=reject"] },
  "s1._domainkey.contoso.com": {
    TXT: [`v=DKIM1; p=${key.publicKey.export({ format: "der", type: "spki" }).toString("base64")}`],
  },
  "bounce.fabrikam.com": { TXT: ["v=spf1 ip4:198.51.100.7 -all"] },
};

/** As Exchange Online writes them, the front door last. */
const INSIDE = `Received: from DU2PR04CA0065.eurprd04.prod.outlook.com (2603:10a6:10:232::10)
 by PAWPR08MB9056.eurprd08.prod.outlook.com (2603:10a6:102:333::22) with
 Microsoft SMTP Server (version=TLS1_2, cipher=X) id 15.20.8207.14; Thu, 28 Nov
 2024 07:41:41 +0000
Received: from DB1PEPF000509EC.eurprd03.prod.outlook.com
 (2603:10a6:10:232:cafe::9a) by DU2PR04CA0065.outlook.office365.com
 (2603:10a6:10:232::10) with Microsoft SMTP Server id 15.20.8207.13 via Frontend Transport; Thu,
 28 Nov 2024 07:39:41 +0000
`;
const door = (client: string, ip: string) => `Received: from ${client} (${ip}) by
 DB1PEPF000509EC.mail.protection.outlook.com (10.167.242.70) with Microsoft
 SMTP Server (version=TLS1_3, cipher=X) id 15.20.8207.12 via Frontend Transport; Thu, 28 Nov 2024 07:39:39 +0000
`;
const results = (text: string) => `Authentication-Results: ${text}\n`;
const CONTENT = "From: CEO <ceo@contoso.com>\nTo: you@fabrikam.com\nSubject: Invoice\n\nPlease pay.\n";

async function judge(text: string, options: Partial<MessageOptions> = {}, zone = ZONE) {
  const message = readMessage(Buffer.from(text.replaceAll("\n", "\r\n"), "latin1"));
  if (!message.ok) throw new Error("no message");
  return judgeMessage(message.value, { trust: { hosts: [], networks: [] }, ...options }, resolverOf(zone));
}

async function signed(content: string): Promise<string> {
  const signer = {
    signingDomain: "contoso.com",
    selector: "s1",
    privateKey: key.privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
  };
  const { signatures } = await dkimSign(content.replaceAll("\n", "\r\n"), {
    ...signer,
    signatureData: [signer],
  });
  return `${signatures.replaceAll("\r\n", "\n")}${content}`;
}

describe("a message that came through Exchange Online", () => {
  test("passes by SPF of the client at the front door", async () => {
    const report = await judge(
      `${INSIDE}${results("spf=pass (sender IP is 203.0.113.25) smtp.mailfrom=contoso.com; dkim=none; dmarc=pass action=none header.from=contoso.com;compauth=pass reason=100")}${door("mail.contoso.com", "203.0.113.25")}Return-Path: <ceo@contoso.com>\n${CONTENT}`,
    );
    expect(report.verdict).toBe(
      "Passes DMARC for contoso.com: SPF passes for contoso.com, which is the author's domain contoso.com.",
    );
    expect(report.way.hops.map(({ kind, isTrusted, delay }) => [kind, isTrusted, delay])).toEqual([
      ["exchange", true, 120],
      ["exchange", true, 2],
      ["eop", true, undefined],
    ]);
    expect(report.differences).toEqual([]);
    expect(
      messageText(report),
    ).toBe(`Passes DMARC for contoso.com: SPF passes for contoso.com, which is the author's domain contoso.com.

way            from the last host to the first
  2024-11-28 07:41:41 UTC  DU2PR04CA0065.eurprd04.prod.outlook.com [2603:10a6:10:232::10] → PAWPR08MB9056.eurprd08.prod.outlook.com  (Microsoft SMTP Server; TLS 1.2; inside Exchange Online; 120 s after the hop before)
  2024-11-28 07:39:41 UTC  DB1PEPF000509EC.eurprd03.prod.outlook.com [2603:10a6:10:232:cafe::9a] → DU2PR04CA0065.outlook.office365.com  (Microsoft SMTP Server; inside Exchange Online)
  2024-11-28 07:39:39 UTC  mail.contoso.com [203.0.113.25] → DB1PEPF000509EC.mail.protection.outlook.com  (Microsoft SMTP Server; TLS 1.3; enters Exchange Online; took the message in)

what was said
  Authentication-Results: by Exchange Online, above the host that took the message in
    spf=pass (sender IP is 203.0.113.25) smtp.mailfrom=contoso.com
    dkim=none
    dmarc=pass action=none header.from=contoso.com
    compauth=pass reason=100 (authentication passed)

found now
  author       contoso.com
  MAIL FROM    ceo@contoso.com (Return-Path)
  SPF          pass for contoso.com from 203.0.113.25; aligned: is the author's domain contoso.com
  DKIM         no signature
  DMARC        pass; contoso.com asks for reject: v=DMARC1; p=reject
`);
  });

  test("and was forwarded passes by DKIM alone; changed on the way it fails, and it is said by what", async () => {
    const head = `${INSIDE}${door("mail.fabrikam.com", "198.51.100.7")}Return-Path: <x@bounce.fabrikam.com>\n`;
    const whole = await signed(CONTENT);
    expect((await judge(head + whole)).verdict).toBe(
      "Passes DMARC for contoso.com: a DKIM signature of contoso.com verifies, which is the author's domain contoso.com.",
    );
    expect((await judge(head + whole.replace("Please pay.", "Please pay.\n--\nlist footer"))).verdict).toBe(
      "Fails DMARC, and contoso.com asks for reject: SPF passes for bounce.fabrikam.com, which is not within contoso.com, the author's organization; the signature of contoso.com does not count: the body is not the one that was signed: it was changed on the way.",
    );
  });

  test("whose DNS has changed since differs from what was said then", async () => {
    const { differences } = await judge(
      `${results("spf=pass smtp.mailfrom=contoso.com; dkim=pass header.d=contoso.com; dmarc=pass")}${door("old.contoso.com", "203.0.113.99")}${CONTENT}`,
    );
    expect(differences).toEqual([
      "spf was pass then, and is fail now",
      "dkim was pass then, and is none now",
      "dmarc was pass then, and is fail now",
    ]);
  });

  test("between mailboxes of a tenant never met SPF", async () => {
    const { spf, way } = await judge(
      `Received: from A.eurprd08.prod.outlook.com ([fe80::1]) by A.eurprd08.prod.outlook.com\n ([fe80::1%4]) with mapi id 15; Thu, 28 Nov 2024 07:39:22 +0000\n${CONTENT}`,
    );
    expect([way.isInside, spf]).toEqual([
      true,
      { done: false, why: "the message never left Microsoft's hosts: nobody asks SPF there" },
    ]);
  });

  test("by way of servers of one's own is judged where it entered those, if their address is named", async () => {
    const text = `${INSIDE}${door("hybrid.contoso.com", "203.0.113.25")}Received: from mail.contoso.com (203.0.113.25) by hybrid.contoso.com (10.0.0.4) with Microsoft SMTP Server id 15.2; Thu, 28 Nov 2024 07:39:30 +0000
Received: from mx.fabrikam.com (198.51.100.7) by gateway.contoso.com with ESMTPS; Thu, 28 Nov 2024 07:39:20 +0000
Return-Path: <x@bounce.fabrikam.com>
${CONTENT}`;
    const bare = await judge(text);
    expect([bare.way.hops.map(({ isTrusted }) => isTrusted), bare.spf.done && bare.spf.ip]).toEqual([
      [true, true, true, false, false],
      "203.0.113.25",
    ]);
    const own = await judge(text, {
      trust: { hosts: [], networks: [{ address: "203.0.113.0", prefix: 24 }] },
    });
    expect(own.way.hops.map(({ kind, isTrusted }) => [kind, isTrusted]).slice(2)).toEqual([
      ["eop", true],
      ["exchange-server", true],
      ["other", true],
    ]);
    expect(own.spf).toMatchObject({ done: true, ip: "198.51.100.7", check: { result: "pass" } });
  });
});

describe("what a sender writes", () => {
  const FORGED = `${results("spf=pass smtp.mailfrom=contoso.com; dkim=pass header.d=contoso.com; dmarc=pass action=none; compauth=pass reason=100")}Received: from mail.contoso.com (203.0.113.25) by DB1PEPF00000001.mail.protection.outlook.com (10.1.2.3) with Microsoft SMTP Server; Thu, 28 Nov 2024 07:39:00 +0000
`;

  test("below the front door is believed in nothing: neither hops like Microsoft's nor results", async () => {
    const report = await judge(
      `${INSIDE}${door("DB1PEPF00000001.mail.protection.outlook.com", "192.0.2.66")}${FORGED}Return-Path: <ceo@contoso.com>\n${CONTENT}`,
    );
    expect(report.verdict).toBe(
      "Fails DMARC, and contoso.com asks for reject: SPF is fail for contoso.com from 192.0.2.66; there is no DKIM signature.",
    );
    expect(report.way.hops.map(({ isTrusted }) => isTrusted)).toEqual([true, true, true, false]);
    expect(report.statements.results.map(({ isTrusted, why }) => [isTrusted, why])).toEqual([
      [false, "stands below the host that took the message in, where a sender can write as well"],
    ]);
    expect(report.differences).toEqual([]);
  });

  test("in the name of another authority is not believed above it either", async () => {
    const { statements } = await judge(
      `${results("mx.google.com; dmarc=pass")}${INSIDE}${door("x.example", "192.0.2.66")}${CONTENT}`,
    );
    expect(statements.results).toMatchObject([
      { isTrusted: false, why: "names mx.google.com, which is none of the hosts that can be trusted" },
    ]);
  });

  test("as Exchange Online's report is not believed where its address differs, or there are two", async () => {
    const report = (ip: string) => `X-Forefront-Antispam-Report: CIP:${ip};SCL:-1;SFV:SKN;\n`;
    const head = `${INSIDE}${door("x.example", "192.0.2.66")}`;
    const whys = async (text: string) =>
      (await judge(text)).statements.antispam.map(({ isTrusted, why }) => [isTrusted, why]);
    expect(await whys(`${head}${report("192.0.2.66")}${CONTENT}`)).toEqual([
      [
        true,
        "Exchange Online writes it, and renames or removes those that arrive; its CIP is the address that the message came from",
      ],
    ]);
    expect(await whys(`${head}${report("192.0.2.1")}${CONTENT}`)).toEqual([
      [false, "its CIP 192.0.2.1 is not 192.0.2.66, the address that the message came from"],
    ]);
    const [two] = await whys(`${head}${report("192.0.2.66")}${report("192.0.2.66")}${CONTENT}`);
    expect(two).toEqual([false, "there are 2 of it, and only one can be Exchange Online's"]);
    expect(
      await whys(
        `Received: from a (192.0.2.1) by mx.contoso.org; Thu, 28 Nov 2024 07:39:00 +0000\n${report("192.0.2.1")}${CONTENT}`,
      ),
    ).toEqual([[false, "no host of Exchange Online that can be trusted is on the way"]]);
  });

  test("where nobody is known to be trusted: nothing is, and SPF is not evaluated", async () => {
    const text = `Received: from mail.contoso.com (203.0.113.25) by mx.fabrikam.org (Postfix) with ESMTPS; Thu, 28 Nov 2024 07:39:00 +0000\n${results("mx.fabrikam.org; spf=pass smtp.mailfrom=contoso.com")}Return-Path: <ceo@contoso.com>\n${CONTENT}`;
    const stranger = await judge(text);
    expect([stranger.way.border, stranger.spf.done, stranger.statements.results[0]?.isTrusted]).toEqual([
      undefined,
      false,
      false,
    ]);
    const own = await judge(text, { trust: { hosts: ["fabrikam.org"], networks: [] } });
    expect([
      own.way.border?.kind,
      own.spf.done && own.spf.check.result,
      own.statements.results[0]?.isTrusted,
    ]).toEqual(["own", "pass", true]);
  });

  test("as 10,000 hops, escapes and lines of ours is counted, shown harmless and short", async () => {
    const hop =
      "Received: from \x1b[2J\u202eevil (192.0.2.1) by a.example; Thu, 28 Nov 2024 07:39:00 +0000\n";
    const report = await judge(
      `${INSIDE}${door("x.example", "192.0.2.66")}${hop.repeat(10_000)}Authentication-Results: x; ${"a".repeat(70_000)}\nX-OriginatorOrg: \x07\x00bell\n${CONTENT}`,
    );
    const text = messageText(report);
    expect(text).toContain("\n  and 9988 more\n");
    expect(text).toContain("Authentication-Results: longer than any host writes it, and not read");
    expect(text).toContain(
      "  X-OriginatorOrg: the sender's organization writes it, or anybody in its name\n",
    );
    expect(text).not.toMatch(/[^\n -~→…]/);
    expect(text.length).toBeLessThan(10_000);
    const json = messageJson(report);
    expect(json).not.toMatch(/[^\n -~]/);
    expect(JSON.parse(json)).toMatchObject({ way: { count: 10_003, border: 2 }, dmarc: { result: "fail" } });
  });
});

test("a message without an author, and one whose domain has no record, say so", async () => {
  const head = `${INSIDE}${door("mail.contoso.com", "203.0.113.25")}Return-Path: <ceo@contoso.com>\n`;
  expect((await judge(`${head}Subject: x\n\n`)).verdict).toBe("DMARC cannot be evaluated: there is no From.");
  const { "_dmarc.contoso.com": _, ...bare } = ZONE;
  expect((await judge(head + CONTENT, {}, bare)).verdict).toBe(
    "contoso.com has no DMARC record, so nobody is asked to refuse anything; the message would pass: SPF passes for contoso.com, which is the author's domain contoso.com.",
  );
  const silent = await judge(head + CONTENT, {}, { ...ZONE, "_dmarc.contoso.com": "failure" });
  expect(silent.dmarc?.result).toBe("temperror");
});

test("the null sender is judged by HELO", async () => {
  const { spf } = await judge(`${INSIDE}${door("contoso.com", "203.0.113.25")}Return-Path: <>\n${CONTENT}`);
  expect(spf).toMatchObject({
    done: true,
    identity: "helo",
    domain: "contoso.com",
    check: { result: "pass" },
  });
});

test("MAIL FROM is read as Exchange Online writes it, and from nothing that is no address", async () => {
  const sender = async (path: string) =>
    (await judge(`${INSIDE}${door("mail.contoso.com", "203.0.113.25")}Return-Path: ${path}\n${CONTENT}`))
      .mailFrom;
  expect(await sender("ceo@contoso.com")).toEqual({ address: "ceo@contoso.com", from: "Return-Path" });
  for (const path of ["ceo", "ceo@contoso.com x@contoso.net", "a@b@contoso.com"]) {
    expect(await sender(path)).toBeUndefined();
  }
});
