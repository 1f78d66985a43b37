import { generateKeyPairSync, type KeyObject } from "node:crypto";
import fc from "fast-check";
import { dkimSign } from "mailauth/lib/dkim/sign";
import { dkimVerify } from "mailauth/lib/dkim/verify";
import { checkDkim } from "../../../../../lib/mail/dkim/signature";
import { readMessage } from "../../../../../lib/mail/header-fields";
import { mailauthResolver } from "../../mailauth";
import { resolverOf, type Zone } from "../../spf/zone";

const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 });
const ed25519 = generateKeyPairSync("ed25519");
const spki = (key: KeyObject) => key.export({ format: "der", type: "spki" }).toString("base64");
const bare = (key: KeyObject) => key.export({ format: "der", type: "spki" }).subarray(-32).toString("base64");

const KEYS = { "rsa-sha256": rsa, "ed25519-sha256": ed25519 } as const;
const ZONE: Zone = {
  "rsa._domainkey.contoso.com": { TXT: [`v=DKIM1; k=rsa; p=${spki(rsa.publicKey)}`] },
  "pkcs1._domainkey.contoso.com": {
    TXT: [`p=${rsa.publicKey.export({ format: "der", type: "pkcs1" }).toString("base64")}`],
  },
  "ed._domainkey.contoso.com": { TXT: [`v=DKIM1; k=ed25519; p=${bare(ed25519.publicKey)}`] },
  "revoked._domainkey.contoso.com": { TXT: ["v=DKIM1; p="] },
  "other._domainkey.contoso.com": { TXT: [`v=DKIM1; s=tlsrpt; p=${spki(rsa.publicKey)}`] },
  "sha1._domainkey.contoso.com": { TXT: [`v=DKIM1; h=sha1; p=${spki(rsa.publicKey)}`] },
  "strict._domainkey.contoso.com": { TXT: [`v=DKIM1; t=s; p=${spki(rsa.publicKey)}`] },
  "silent._domainkey.contoso.com": "failure",
};
const resolve = resolverOf(ZONE);

interface Signing {
  readonly selector?: string;
  readonly algorithm?: keyof typeof KEYS;
  readonly canonicalization?: string;
  readonly maxBodyLength?: number;
}

const MESSAGE =
  "From: CEO <ceo@contoso.com>\r\nTo: you@fabrikam.com\r\nSubject: Invoice\r\n\r\nPlease  pay. \r\n\r\n";

async function signed(
  message: string,
  { selector = "rsa", algorithm = "rsa-sha256", ...more }: Signing = {},
) {
  const privateKey = KEYS[algorithm].privateKey.export({ format: "pem", type: "pkcs8" }).toString();
  const signer = { signingDomain: "contoso.com", selector, privateKey, algorithm, ...more };
  const { signatures, errors } = await dkimSign(Buffer.from(message, "latin1"), {
    ...signer,
    signatureData: [signer],
  });
  if (errors.length > 0) throw new Error(errors[0]?.err.message);
  return `${signatures}${message}`;
}

async function check(text: string, time?: number) {
  const message = readMessage(Buffer.from(text, "latin1"));
  if (!message.ok) throw new Error("no message");
  return checkDkim(message.value, resolve, time);
}

async function judged(text: string) {
  const { results } = await dkimVerify(Buffer.from(text, "latin1"), {
    resolver: mailauthResolver(resolve),
    strict: true,
  });
  return results.map(({ status }) => status.result === "pass");
}

describe("a DKIM signature that mailauth made", () => {
  const canonicalization = fc.constantFrom(
    "relaxed/relaxed",
    "relaxed/simple",
    "simple/relaxed",
    "simple/simple",
  );
  const line = fc.stringMatching(/^[ -~\t\u00a0-\u00ff]{0,30}$/);
  const lines = fc.array(line, { maxLength: 8 }).map((all) => all.join("\r\n"));

  test("verifies whatever the body, and not after a change of it, as mailauth says too (property)", async () => {
    await fc.assert(
      fc.asyncProperty(
        canonicalization,
        fc.constantFrom<keyof typeof KEYS>("rsa-sha256", "ed25519-sha256"),
        line,
        lines,
        fc.nat(),
        async (how, algorithm, subject, body, at) => {
          const selector = algorithm === "rsa-sha256" ? "rsa" : "ed";
          const message = `From: ceo@contoso.com\r\nSubject: ${subject}\r\nX: 1\r\n\r\n${body}`;
          const text = await signed(message, { selector, algorithm, canonicalization: how });
          expect((await check(text)).map(({ result }) => result)).toEqual(["pass"]);
          // A change anywhere in the message, mostly in what is covered. Of lines that are no fields readers think as they like.
          const place = text.length - message.length + (at % message.length);
          if (/[:\r\n]/.test(text[place] ?? "")) return;
          const changed = `${text.slice(0, place)}${text[place] === "q" ? "z" : "q"}${text.slice(place + 1)}`;
          const verdict = (await check(changed)).map(({ result }) => result === "pass");
          expect(verdict).toEqual(await judged(changed));
        },
      ),
      { numRuns: 25 },
    );
  });

  test("says why it does not verify", async () => {
    const text = await signed(MESSAGE);
    const [body] = await check(text.replace("Please  pay.", "Please  PAY."));
    const [header] = await check(text.replace("Subject: Invoice", "Subject: Gift"));
    expect([body, header].map((one) => [one?.result, one?.why])).toEqual([
      ["fail", "the body is not the one that was signed: it was changed on the way"],
      ["fail", "header fields that it covers were changed, or another key made it"],
    ]);
  });

  test.each([
    ["pkcs1", "pass", "verifies"],
    ["revoked", "permerror", "the key at revoked._domainkey.contoso.com is revoked"],
    ["gone", "permerror", "there is no key at gone._domainkey.contoso.com"],
    ["other", "permerror", "the key at other._domainkey.contoso.com is not for mail"],
    ["sha1", "permerror", "its key does not allow SHA-256"],
    ["silent", "temperror", "no answer for its key at silent._domainkey.contoso.com"],
    ["ed", "permerror", "is made with rsa-sha256, its key is for ed25519"],
  ])("with the key %s: %s", async (selector, result, why) => {
    const [one] = await check(await signed(MESSAGE, { selector }));
    expect({ result: one?.result, why: one?.why }).toEqual({ result, why });
  });

  test("that covers a part of the body says how much is open", async () => {
    const text = await signed(MESSAGE, { maxBodyLength: 8, canonicalization: "relaxed/simple" });
    expect(await check(`${text}Or elsewhere.\r\n`)).toMatchObject([{ result: "pass", uncovered: 24 }]);
    expect(await judged(`${text}Or elsewhere.\r\n`)).toEqual([true]);
  });

  test("whose tags cannot stand together counts for nothing", async () => {
    const text = await signed(MESSAGE);
    const change = async (from: string | RegExp, to: string, time?: number) =>
      (await check(text.replace(from, to), time))[0];
    expect(await change("v=1;", "v=2;")).toMatchObject({ result: "neutral" });
    expect(await change("a=rsa-sha256", "a=rsa-sha1")).toMatchObject({ result: "permerror" });
    expect(await change("d=contoso.com;", "d=contoso.com; i=@fabrikam.com;")).toMatchObject({
      result: "permerror",
      why: 'speaks for "fabrikam.com", which is not in its d=contoso.com',
    });
    expect(await change(/t=\d+;/, "t=500; x=1000;", 2000)).toMatchObject({
      result: "permerror",
      why: "had expired when the message was received",
    });
    expect(await change(/h=[^;]*;/, "h=subject;")).toMatchObject({
      result: "permerror",
      why: "does not cover From (RFC 6376 §5.4)",
    });
  });

  test("over a body of 8 million empty lines is verified in time", async () => {
    const text = `${await signed(MESSAGE)}${"\r\n".repeat(8_000_000)}`;
    const start = process.cpuUsage();
    expect(await check(text)).toMatchObject([{ result: "pass" }]);
    expect(process.cpuUsage(start).user).toBeLessThan(5_000_000);
  });

  test("after the twentieth is not looked at, which is said", async () => {
    const [signature = ""] = (await signed(MESSAGE)).split(/(?=From: )/);
    const checks = await check(`${signature.repeat(25)}${MESSAGE}`);
    expect(checks).toHaveLength(21);
    expect(checks.at(-1)).toEqual({ result: "neutral", why: "5 more signatures were not looked at" });
  });
});
