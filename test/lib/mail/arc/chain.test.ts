import { generateKeyPairSync } from "node:crypto";
import { sealMessage } from "mailauth/lib/arc";
import { checkArc } from "../../../../lib/mail/arc/chain";
import { readMessage } from "../../../../lib/mail/header-fields";
import { resolverOf } from "../spf/zone";

const key = generateKeyPairSync("rsa", { modulusLength: 2048 });
const resolve = resolverOf({
  "arc._domainkey.fabrikam.com": {
    TXT: [`v=DKIM1; p=${key.publicKey.export({ format: "der", type: "spki" }).toString("base64")}`],
  },
  "silent._domainkey.fabrikam.com": "failure",
});
const MESSAGE = "From: ceo@contoso.com\r\nSubject: Invoice\r\n\r\nPlease pay.\r\n";

/** A seal more, by mailauth. */
async function sealed(message: string, cv: "none" | "pass", selector = "arc"): Promise<string> {
  const headers = await sealMessage(message, {
    signingDomain: "fabrikam.com",
    selector,
    privateKey: key.privateKey.export({ format: "pem", type: "pkcs8" }).toString(),
    authResults: "mx.fabrikam.com; spf=pass smtp.mailfrom=contoso.com",
    cv,
  });
  return `${headers}${message}`;
}

async function check(text: string) {
  const message = readMessage(Buffer.from(text, "latin1"));
  if (!message.ok) throw new Error("no message");
  const { sets, ...checked } = await checkArc(message.value, resolve, undefined);
  return { ...checked, sealers: sets.map(({ instance, domain, chain }) => `${instance} ${domain} ${chain}`) };
}

describe("a chain of ARC that mailauth sealed", () => {
  test("verifies, with one seal and with two", async () => {
    const once = await sealed(MESSAGE, "none");
    const twice = await sealed(once, "pass");
    expect(await check(MESSAGE)).toMatchObject({ result: "none" });
    expect(await check(once)).toEqual({
      result: "pass",
      why: "all 1 seals verify",
      sealers: ["1 fabrikam.com none"],
    });
    expect(await check(twice)).toEqual({
      result: "pass",
      why: "all 2 seals verify",
      sealers: ["1 fabrikam.com none", "2 fabrikam.com pass"],
    });
  });

  test("fails where the message, an older set or the order of instances was changed", async () => {
    const twice = await sealed(await sealed(MESSAGE, "none"), "pass");
    const cases = [
      [
        twice.replace("Please pay.", "Please PAY."),
        "the signature of set 2, by fabrikam.com: the body is not the one that was signed: it was changed on the way",
      ],
      [
        twice.replace(/(i=1;[\s\S]*?)spf=pass/, "$1spf=fail"),
        "the seal of set 2, by fabrikam.com: does not verify",
      ],
      [twice.replace(/ARC-Seal: i=1;/, "ARC-Seal: i=3;"), "set 1 is not whole"],
      [twice.replace("cv=pass", "cv=fail"), "the seal of set 2 says cv=fail"],
    ] as const;
    for (const [text, why] of cases) {
      expect(text).not.toBe(twice);
      expect(await check(text)).toMatchObject({ result: "fail", why });
    }
  });

  test("is unknown where a key is out of reach", async () => {
    expect(await check(await sealed(MESSAGE, "none", "silent"))).toMatchObject({ result: "temperror" });
  });
});
