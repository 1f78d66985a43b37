import { buildDkimSelector, REVOKED_DKIM_KEY } from "../../../../lib/mail/dkim/build";
import { parseDkimKey } from "../../../../lib/mail/dkim/key";
import { base64, RFC_8463_KEY, rsaPair } from "./keys";

const rsa2048 = base64(rsaPair(2048).publicKey, "spki");

test("a signer's alias becomes a CNAME, lower case and without a trailing dot", () => {
  expect(buildDkimSelector({ cname: "S1.domainkey.u1234.wl001.sendgrid.net." })).toEqual({
    ok: true,
    value: { type: "CNAME", target: "s1.domainkey.u1234.wl001.sendgrid.net" },
  });
});

test("a key record is published in one form, whatever its folds", () => {
  const txt = `k=rsa; t=s;\n  p=${rsa2048.slice(0, 200)}\n  ${rsa2048.slice(200)}\n`;
  expect(buildDkimSelector({ txt })).toEqual({
    ok: true,
    value: { type: "TXT", value: `v=DKIM1; k=rsa; t=s; p=${rsa2048}` },
  });
});

test("a bare public key is RSA unless the options say otherwise", () => {
  expect(buildDkimSelector({ publicKey: rsa2048 })).toEqual({
    ok: true,
    value: { type: "TXT", value: `v=DKIM1; k=rsa; p=${rsa2048}` },
  });
  expect(buildDkimSelector({ publicKey: RFC_8463_KEY, keyType: "ed25519" })).toEqual({
    ok: true,
    value: { type: "TXT", value: `v=DKIM1; k=ed25519; p=${RFC_8463_KEY}` },
  });
});

test("a revoked selector holds an empty key", () => {
  expect(buildDkimSelector({ revoked: true })).toEqual({
    ok: true,
    value: { type: "TXT", value: REVOKED_DKIM_KEY },
  });
  expect(parseDkimKey(REVOKED_DKIM_KEY)).toEqual({ ok: true, value: { keyType: "rsa", unknown: [] } });
});

test("a whole key record is not a bare key", () => {
  expect(buildDkimSelector({ publicKey: `v=DKIM1; p=${rsa2048}` })).toEqual({
    ok: false,
    faults: [
      {
        path: ["publicKey"],
        message: "a whole key record",
        expected: "the base64 after p=",
        fix: "write it as txt",
      },
    ],
  });
});

test("faults of a key are faults of the option that holds it", () => {
  const paths = [
    { txt: "v=DKIM1" },
    { publicKey: "MIGf" },
    { cname: "*.contoso.com" },
    { cname: "a b.net" },
  ].map((options) => {
    const result = buildDkimSelector(options);
    return result.ok ? undefined : result.faults.map(({ path }) => path);
  });
  expect(paths).toEqual([[["txt"]], [["publicKey"]], [["cname"]], [["cname"]]]);
});

test("a selector has one value", () => {
  const both = { cname: "s1.example.net", txt: "v=DKIM1; p=" };
  expect(buildDkimSelector(both)).toEqual({
    ok: false,
    faults: [
      {
        message: "selector with more than one value",
        received: "cname, txt",
        expected: "one of cname, txt, publicKey, revoked",
      },
    ],
  });
});
