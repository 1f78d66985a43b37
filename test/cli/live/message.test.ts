import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { givenDns } from "../../../cli/live/given-dns";
import { folderWith, mailHygiene } from "../command";

const MAIL = `Received: from mail.contoso.com (203.0.113.25) by
 DB1PEPF000509EC.mail.protection.outlook.com (10.167.242.70) with Microsoft
 SMTP Server id 15.20 via Frontend Transport; Thu, 28 Nov 2024 07:39:39 +0000
Return-Path: <ceo@contoso.com>
From: ceo@contoso.com

Please pay.
`;
const ZONE = `$ORIGIN contoso.com.
$TTL 3600
@ SOA ns1 hostmaster 1 7200 900 1209600 300
@ TXT "v=spf1 ip4:203.0.113.25 -all"
_dmarc TXT "v=DMARC1; p=reject"
`;
const LIST = JSON.stringify([
  { name: "contoso.com", type: "TXT", data: "v=spf1 -all", role: "Spf", ttl: 3600 },
  { name: "_dmarc.contoso.com", type: "TXT", data: "v=DMARC1; p=none" },
]);

describe("mail-hygiene message", () => {
  const folder = folderWith({
    "mail.eml": MAIL,
    "contoso.com.zone": ZONE,
    "records.json": LIST,
    "no.json": "[{}]",
    "x.eml": "hello",
  });

  test("judges by a zone file, and by records as they are declared", async () => {
    const { code, out, err } = await mailHygiene(folder, "message", "mail.eml", "--dns", "contoso.com.zone");
    expect({ code, err, first: out.split("\n")[0] }).toEqual({
      code: 0,
      err: "",
      first:
        "Passes DMARC for contoso.com: SPF passes for contoso.com, which is the author's domain contoso.com.",
    });
    const declared = await mailHygiene(folder, "message", "mail.eml", "--dns", "records.json", "-f", "json");
    expect(declared.code).toBe(1);
    expect(JSON.parse(declared.out)).toMatchObject({
      verdict:
        "Fails DMARC, and contoso.com asks for none: SPF is fail for contoso.com from 203.0.113.25; there is no DKIM signature.",
      spf: { result: "fail", ip: "203.0.113.25" },
      oddities: ["has lines that end in LF alone, and are read as ending in CRLF"],
    });
  });

  test("reads as many records, and tells as many faults, as a list can have", () => {
    const rows = (type: string) =>
      JSON.stringify(
        Array.from({ length: 150_000 }, () => ({ name: "contoso.com", type, data: "0 mx.contoso.com" })),
      );
    const lists = folderWith({ "good.json": `\ufeff${rows("MX")}`, "bad.json": rows("X") });
    expect(givenDns(["good.json"], lists)).toBeInstanceOf(Function);
    expect(() => givenDns(["bad.json"], lists)).toThrow(/and 149980 more problems$/);
  });

  test("takes the client, HELO and MAIL FROM from the command line where they are given", async () => {
    const { code, out } = await mailHygiene(
      folder,
      "message",
      "mail.eml",
      "--dns",
      "contoso.com.zone",
      "--ip",
      "192.0.2.1",
      "--mail-from",
      "",
      "--helo",
      "contoso.com",
    );
    expect({ code, spf: /SPF {10}(.*)/.exec(out)?.[1] }).toEqual({
      code: 1,
      spf: "fail for contoso.com from 192.0.2.1",
    });
  });

  test("ends with 3 where the given DNS does not tell", async () => {
    writeFileSync(
      join(folder, "part.json"),
      JSON.stringify([{ name: "contoso.com", type: "TXT", data: "v=spf1 -all" }]),
    );
    expect((await mailHygiene(folder, "message", "mail.eml", "--dns", "part.json")).code).toBe(3);
  });

  test("tells all that is wrong with what it is given", async () => {
    expect(await mailHygiene(folder, "message", "x.eml", "--dns", "contoso.com.zone")).toMatchObject({
      code: 1,
      err: "x.eml: not a message: no header field; expected a message as it was received, with its whole header (RFC 5322), such as an .eml file\n",
    });
    const { code, err } = await mailHygiene(
      folder,
      "message",
      "mail.eml",
      "--trust",
      "x",
      "--ip",
      "1.2.3",
      "--mail-from",
      "me",
    );
    expect(code).toBe(2);
    expect(err.split("\n").filter((line) => line.includes(", got "))).toHaveLength(3);
    const list = await mailHygiene(folder, "message", "mail.eml", "--dns", "no.json");
    expect(list.code).toBe(2);
    expect(list.err).toContain(
      "no.json: 0.name: expected a list of { name, type, data }, as records --format json prints it",
    );
  });
});
