import fc from "fast-check";
import { parseName } from "../../../../lib/dns/name";
import { formatFault, unwrap } from "../../../../lib/fault";
import { adviseDkimKey, type DkimKey, formatDkimKey, parseDkimKey } from "../../../../lib/mail/dkim/key";
import { selectorName } from "../../../../lib/mail/dkim/selector";
import { anyText } from "../../../support/texts";
import { base64, RFC_8463_KEY, rsaPair } from "./keys";

const rsa1024 = base64(rsaPair(1024).publicKey, "spki");
const rsa2048 = base64(rsaPair(2048).publicKey, "spki");

// mailauth declares no types for this module.
const {
  getPublicKey,
}: {
  getPublicKey(
    type: string,
    name: string,
    minBits: number,
    resolver: (name: string, type: string) => Promise<string[][]>,
    options: { strict: boolean },
  ): Promise<{ keyType: string; modulusLength?: number; testing: boolean }>;
} = require("mailauth/lib/tools");

const faultsOf = (text: string) => {
  const result = parseDkimKey(text);
  return result.ok ? [] : result.faults;
};

test("a 2048-bit key as signers show it", () => {
  expect(parseDkimKey(`v=DKIM1; k=rsa; p=${rsa2048}`)).toEqual({
    ok: true,
    value: { keyType: "rsa", publicKey: { base64: rsa2048, bits: 2048 }, unknown: [] },
  });
});

test("every tag of RFC 6376, folded as in a zone file's parentheses", () => {
  const text = `v=DKIM1; h=sha256 : sha1; k=rsa;\r\n n=see=20contoso.com; s=email; t=y:s; g=*;\r\n p=${rsa1024.slice(0, 60)}\r\n\t${rsa1024.slice(60)}`;
  expect(parseDkimKey(text)).toEqual({
    ok: true,
    value: {
      keyType: "rsa",
      publicKey: { base64: rsa1024, bits: 1024 },
      hashAlgorithms: ["sha256", "sha1"],
      services: ["email"],
      flags: ["y", "s"],
      notes: "see=20contoso.com",
      unknown: [{ name: "g", value: "*" }],
    },
  });
});

test("an Ed25519 key (RFC 8463 appendix A.2)", () => {
  expect(parseDkimKey(`v=DKIM1; k=ed25519; p=${RFC_8463_KEY}`)).toEqual({
    ok: true,
    value: { keyType: "ed25519", publicKey: { base64: RFC_8463_KEY, bits: 256 }, unknown: [] },
  });
});

test("an empty p revokes the key", () => {
  const revoked = { keyType: "rsa", unknown: [] } as const;
  expect(parseDkimKey("v=DKIM1; p=")).toEqual({ ok: true, value: revoked });
  expect(formatDkimKey(revoked)).toBe("v=DKIM1; p=");
});

test("v may be absent; if present it is DKIM1 and first", () => {
  expect(faultsOf(`k=rsa; p=${rsa1024}`)).toEqual([]);
  expect(faultsOf("p=; v=DKIM1").map(({ message }) => message)).toEqual(["version tag is not the first"]);
  expect(faultsOf("v=DKIM2; p=").map(({ message }) => message)).toEqual(["not the version this record has"]);
});

test("all faults of a key record are reported at once, each where it stands", () => {
  const text = "k=dsa; h=sha256:; t=y; t=s";
  expect(faultsOf(text)).toEqual([
    { at: { offset: 23, length: 3 }, message: 'duplicate tag "t"', expected: "each tag once" },
    {
      at: { offset: 2, length: 3 },
      message: "unknown key type",
      received: '"dsa"',
      expected: "rsa or ed25519",
    },
    {
      at: { offset: 26, length: 0 },
      message: "no p tag",
      expected: "p=<base64>, or an empty p= for a revoked key",
    },
    {
      at: { offset: 7, length: 9 },
      message: "list h has an empty item",
      received: '"sha256:"',
      fix: "remove it",
    },
  ]);
});

test("a key that does not decode is faulted at p, without repeating it", () => {
  expect(faultsOf("v=DKIM1; p=MIGfMA0GCSqGSIb3DQEB")).toEqual([
    {
      at: { offset: 11, length: 20 },
      message: "not an RSA public key",
      received: "15 octets",
      expected: "an RSA public key in DER, whole and nothing after it",
    },
  ]);
});

test("strings pasted with their zone-file quotes are refused with the fix", () => {
  expect(faultsOf('"v=DKIM1; k=rsa; " "p=MIGf"')).toEqual([
    {
      at: { offset: 0, length: 1 },
      message: "key record in zone-file quotes",
      expected: "the value alone",
      fix: "remove the quotes, and join the strings without a space between them",
    },
  ]);
});

test.each([
  ["a key of 2048 bits", `v=DKIM1; p=${rsa2048}`, []],
  [
    "a key of 1024 bits",
    `v=DKIM1; p=${rsa1024}`,
    [
      "p: RSA key is weak, got 1024 bits; expected 2048 bits (RFC 8301 §3.2); have the signer rotate to a 2048-bit key",
    ],
  ],
  [
    "a key in test mode for TLS reports and SHA-1",
    `v=DKIM1; h=sha1; s=tlsrpt; t=y; k=ed25519; p=${RFC_8463_KEY}`,
    [
      "h: key allows no hash algorithm in use, got sha1; expected sha256 (RFC 8301 §3.1)",
      "s: key is not for mail, got tlsrpt; expected email or *",
      "t: key is in test mode: receivers may treat its mail as unsigned, got y; remove the flag y",
    ],
  ],
  ["a revoked key", "v=DKIM1; p=", []],
])("advice on %s", (_, text, expected) => {
  expect(adviseDkimKey(unwrap("key", parseDkimKey(text))).map(formatFault)).toEqual(expected);
});

test("a key over 4096 bits may not be verified everywhere", () => {
  const key: DkimKey = { keyType: "rsa", publicKey: { base64: rsa2048, bits: 8192 }, unknown: [] };
  expect(adviseDkimKey(key).map(formatFault)).toEqual([
    "p: RSA key is longer than receivers must support, got 8192 bits; expected at most 4096 bits (RFC 8301 §3.2)",
  ]);
});

const token = fc.stringMatching(/^[a-z][a-z0-9]{0,6}$/);
const list = fc.array(token, { minLength: 1, maxLength: 3 });
const keys: fc.Arbitrary<DkimKey> = fc
  .record(
    {
      material: fc.constantFrom(
        { keyType: "rsa", publicKey: { base64: rsa1024, bits: 1024 } } as const,
        { keyType: "rsa", publicKey: { base64: rsa2048, bits: 2048 } } as const,
        { keyType: "ed25519", publicKey: { base64: RFC_8463_KEY, bits: 256 } } as const,
        { keyType: "rsa" } as const,
        { keyType: "ed25519" } as const,
      ),
      hashAlgorithms: list,
      services: list,
      flags: list,
      notes: fc.stringMatching(/^[!-:<-~]*$/),
      unknown: fc.uniqueArray(fc.record({ name: fc.stringMatching(/^[A-Z][a-z]{1,4}$/), value: token }), {
        selector: ({ name }) => name,
        maxLength: 2,
      }),
    },
    { requiredKeys: ["material", "unknown"] },
  )
  .map(({ material, ...rest }) => ({ ...rest, ...material }));

test("what is written is read as the same key", () => {
  fc.assert(
    fc.property(keys, (key) => {
      expect(parseDkimKey(formatDkimKey(key))).toEqual({ ok: true, value: key });
    }),
    { numRuns: 200 },
  );
});

test.each([
  ["rsa", rsa2048, 2048],
  ["rsa", rsa1024, 1024],
  ["ed25519", RFC_8463_KEY, undefined],
] as const)("mailauth, strict, finds the same %s key at the selector's name", async (keyType, key, bits) => {
  const name = unwrap("selector", selectorName("s1", unwrap("domain", parseName("contoso.com"))));
  const value = formatDkimKey({
    keyType,
    publicKey: { base64: key, bits: bits ?? 256 },
    flags: ["y"],
    unknown: [],
  });
  const resolver = async (asked: string) => (asked === "s1._domainkey.contoso.com" ? [[value]] : []);
  const found = await getPublicKey("DKIM", name, 1024, resolver, { strict: true });
  expect(found).toMatchObject({ keyType, testing: true });
  expect(found.modulusLength).toBe(bits);
});

test("any text is read without throwing", () => {
  const pieces = fc.array(
    fc.constantFrom("v=DKIM1", "p=", "k=rsa", ";", " ", RFC_8463_KEY, rsa1024, "é", '"', "t=y:"),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        anyText(),
        pieces.map((all) => all.join("")),
      ),
      (text) => {
        const result = parseDkimKey(text);
        if (result.ok) expect(parseDkimKey(formatDkimKey(result.value))).toEqual(result);
        else expect(result.faults).not.toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});
