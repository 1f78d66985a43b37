import { generateKeyPairSync } from "node:crypto";
import { parsePublicKey } from "../../../../lib/mail/dkim/public-key";
import { base64, RFC_8463_KEY, rsaPair } from "./keys";

const rsa1024 = rsaPair(1024);
const faultOf = (text: string, type: "rsa" | "ed25519") => {
  const result = parsePublicKey(text, type);
  return result.ok ? undefined : result.faults[0];
};

test("an RSA key is read as SubjectPublicKeyInfo and as RSAPublicKey", () => {
  for (const type of ["spki", "pkcs1"] as const) {
    const text = base64(rsa1024.publicKey, type);
    expect(parsePublicKey(text, "rsa")).toEqual({ ok: true, value: { base64: text, bits: 1024 } });
  }
});

test("white space inside the base64 is no part of it", () => {
  const text = base64(rsa1024.publicKey, "spki");
  const folded = text.replace(/(.{64})/g, "$1\r\n ");
  expect(parsePublicKey(folded, "rsa")).toEqual({ ok: true, value: { base64: text, bits: 1024 } });
});

test("an RSA key under 1024 bits is refused", () => {
  expect(faultOf(base64(rsaPair(768).publicKey, "spki"), "rsa")).toEqual({
    message: "RSA key is too short: receivers must not accept its signatures",
    received: "768 bits",
    expected: "at least 1024 bits, better 2048 (RFC 8301 §3.2)",
  });
});

test("an Ed25519 key is its 32 octets alone", () => {
  expect(parsePublicKey(RFC_8463_KEY, "ed25519")).toEqual({
    ok: true,
    value: { base64: RFC_8463_KEY, bits: 256 },
  });
  const wrapped = Buffer.concat([
    Buffer.from("302a300506032b6570032100", "hex"),
    Buffer.from(RFC_8463_KEY, "base64"),
  ]).toString("base64");
  expect(faultOf(wrapped, "ed25519")?.fix).toBe(`write ${RFC_8463_KEY}`);
  expect(faultOf(Buffer.alloc(31).toString("base64"), "ed25519")).toMatchObject({
    message: "not an Ed25519 public key",
    received: "31 octets",
  });
});

test("a key of the other type is refused", () => {
  expect(faultOf(base64(rsa1024.publicKey, "spki"), "ed25519")?.fix).toBe("write k=rsa");
  const ec = generateKeyPairSync("ec", { namedCurve: "P-256" }).publicKey;
  expect(faultOf(base64(ec, "spki"), "rsa")?.message).toBe("not an RSA public key");
});

test("a private key is recognised in every form, and never repeated", () => {
  const pem = rsa1024.privateKey.export({ format: "pem", type: "pkcs8" }).toString();
  for (const text of [base64(rsa1024.privateKey, "pkcs8"), base64(rsa1024.privateKey, "pkcs1"), pem]) {
    const fault = faultOf(text, "rsa");
    expect(fault?.message).toBe("a private key");
    expect(JSON.stringify(fault)).not.toContain(text.slice(40, 60));
  }
});

test("a PEM file is not its base64", () => {
  const pem = rsa1024.publicKey.export({ format: "pem", type: "spki" }).toString();
  expect(faultOf(pem, "rsa")).toMatchObject({
    message: "key in PEM form",
    fix: "write only the base64 between the BEGIN and END lines",
  });
});

test("half a key, a key and more, and a key without padding are refused", () => {
  const whole = base64(rsa1024.publicKey, "spki");
  const octets = Buffer.from(whole, "base64");
  const half = octets.subarray(0, 90).toString("base64");
  const more = Buffer.concat([octets, Buffer.alloc(3)]).toString("base64");
  for (const text of [half, more]) expect(faultOf(text, "rsa")?.message).toBe("not an RSA public key");
  expect(faultOf(RFC_8463_KEY.slice(0, -1), "ed25519")?.message).toBe("key is not base64");
  expect(faultOf("MIGf_MA0", "rsa")?.message).toBe("key is not base64");
});
