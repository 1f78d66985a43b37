import { formatFault, type Result } from "../../../../lib/fault";
import { parseDkimKey } from "../../../../lib/mail/dkim/key";
import {
  checkMicrosoftDkimTarget,
  microsoftDkimTargets,
  parseMicrosoftDkimTarget,
} from "../../../../lib/mail/dkim/microsoft";
import { parsePublicKey } from "../../../../lib/mail/dkim/public-key";

const said = (read: Result<unknown>) => (read.ok ? [] : read.faults.map(formatFault));

test.each<[string, readonly string[]]>([
  [
    "",
    ["empty record; expected name=value", "no p tag; expected p=<base64>, or an empty p= for a revoked key"],
  ],
  ["v=DKIM2; p=", ['not the version this record has, got "DKIM2"; expected v=DKIM1']],
  ["v=DKIM1", ["no p tag; expected p=<base64>, or an empty p= for a revoked key"]],
  ["v=DKIM1; k=dsa; p=AAAA", ['unknown key type, got "dsa"; expected rsa or ed25519']],
  [
    '"v=DKIM1; p="',
    [
      "key record in zone-file quotes; expected the value alone; remove the quotes, and join the strings without a space between them",
    ],
  ],
  ["v=DKIM1; p=AAA", ["key is not base64, got 3 characters; expected base64 with its padding (RFC 4648 §4)"]],
  [
    "v=DKIM1; p=AAAA",
    ["not an RSA public key, got 3 octets; expected an RSA public key in DER, whole and nothing after it"],
  ],
  [
    "v=DKIM1; k=ed25519; p=AAAA",
    ["not an Ed25519 public key, got 3 octets; expected 32 octets (RFC 8463 §4)"],
  ],
  ["v=DKIM1; h=md5:; p=", ['list h has an empty item, got "md5:"; remove it']],
  ["v=DKIM1; t=y::s; p=", ['list t has an empty item, got "y::s"; remove it']],
  ["v=DKIM1; p=; p=", ['duplicate tag "p"; expected each tag once']],
  ["k=rsa; v=DKIM1; p=", ["version tag is not the first; expected v=DKIM1 first"]],
])("the key record %j", (text, faults) => {
  expect(said(parseDkimKey(text))).toEqual(faults);
});

test.each(["p="])("the key record %j is legal", (text) => {
  expect(said(parseDkimKey(text))).toEqual([]);
});

test.each<[string, readonly string[]]>([
  [
    "-----BEGIN PRIVATE KEY-----",
    [
      "a private key, got 25 characters; publish the public key, and replace this pair: its private half has been in a file",
    ],
  ],
  [
    "-----BEGIN PUBLIC KEY-----",
    [
      "key in PEM form, got 24 characters; expected base64; write only the base64 between the BEGIN and END lines",
    ],
  ],
  ["é", ["key is not base64, got 1 characters; expected base64 with its padding (RFC 4648 §4)"]],
  [
    "AAA=",
    ["not an RSA public key, got 2 octets; expected an RSA public key in DER, whole and nothing after it"],
  ],
  [
    "A\r\n \tAAA",
    ["not an RSA public key, got 3 octets; expected an RSA public key in DER, whole and nothing after it"],
  ],
  ["====", ["key is not base64, got 4 characters; expected base64 with its padding (RFC 4648 §4)"]],
])("the RSA key %j", (text, faults) => {
  expect(said(parsePublicKey(text, "rsa"))).toEqual(faults);
});

test.each<[string, readonly string[]]>([
  ["AAAA", ["not an Ed25519 public key, got 3 octets; expected 32 octets (RFC 8463 §4)"]],
  [
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA==",
    ["not an Ed25519 public key, got 31 octets; expected 32 octets (RFC 8463 §4)"],
  ],
  [
    "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
    ["not an Ed25519 public key, got 33 octets; expected 32 octets (RFC 8463 §4)"],
  ],
])("the Ed25519 key %j", (text, faults) => {
  expect(said(parsePublicKey(text, "ed25519"))).toEqual(faults);
});

test.each<[Parameters<typeof microsoftDkimTargets>[0], readonly string[]]>([
  [
    { domainToken: "contoso.com", initialDomain: "contoso.com", partition: "no" },
    [
      'domainToken: domain token is not one label, got "contoso.com"; expected a token such as contoso-com',
      'initialDomain: not a tenant\'s initial domain, got "contoso.com"; expected a domain such as contoso.onmicrosoft.com',
      'partition: DKIM partition is not one letter, got "no"; expected the letter before -v1.dkim.mail.microsoft in the target that Microsoft shows',
    ],
  ],
  [
    {
      domainToken: "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
      initialDomain: "contoso.onmicrosoft.com",
    },
    [
      'domainToken: label of 70 octets, got "selector1-aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa._domainkey.contoso.onmicrosoft.com"; expected labels of at most 63 octets; give both targets as Get-DkimSigningConfig shows them',
    ],
  ],
  [
    { domainToken: "contoso-com", initialDomain: "contoso.onmicrosoft.com", partition: "" },
    [
      'partition: DKIM partition is not one letter, got ""; expected the letter before -v1.dkim.mail.microsoft in the target that Microsoft shows',
    ],
  ],
  [{ domainToken: "Contoso-com", initialDomain: "Contoso.onmicrosoft.us", partition: "N" }, []],
])("targets made of %j", (options, faults) => {
  expect(said(microsoftDkimTargets(options))).toEqual(faults);
});

test.each<[string, readonly string[]]>([
  [
    "selector1-contoso-com._domainkey.contoso.com",
    [
      'not a DKIM target of Microsoft\'s, got "selector1-contoso-com._domainkey.contoso.com"; expected selector1-contoso-com._domainkey.contoso.onmicrosoft.com or selector1-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft; copy Selector1CNAME and Selector2CNAME from Get-DkimSigningConfig',
    ],
  ],
  [
    "xselector1-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft",
    [
      'not a DKIM target of Microsoft\'s, got "xselector1-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft"; expected selector1-contoso-com._domainkey.contoso.onmicrosoft.com or selector1-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft; copy Selector1CNAME and Selector2CNAME from Get-DkimSigningConfig',
    ],
  ],
  [
    "selector1-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft.com",
    [
      'not a DKIM target of Microsoft\'s, got "selector1-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft.com"; expected selector1-contoso-com._domainkey.contoso.onmicrosoft.com or selector1-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft; copy Selector1CNAME and Selector2CNAME from Get-DkimSigningConfig',
    ],
  ],
  [
    "selector3-contoso-com._domainkey.contoso.onmicrosoft.com",
    [
      'not a DKIM target of Microsoft\'s, got "selector3-contoso-com._domainkey.contoso.onmicrosoft.com"; expected selector1-contoso-com._domainkey.contoso.onmicrosoft.com or selector1-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft; copy Selector1CNAME and Selector2CNAME from Get-DkimSigningConfig',
    ],
  ],
])("the target %j", (text, faults) => {
  expect(said(parseMicrosoftDkimTarget(text))).toEqual(faults);
});

test.each<[string, readonly string[]]>([
  [
    "selector2-fabrikam-com._domainkey.fabrikam.onmicrosoft.com",
    [
      'target of selector2, got "selector2-fabrikam-com._domainkey.fabrikam.onmicrosoft.com"; expected that of selector1; swap the targets of selector1 and selector2',
      'target of another domain, got "selector2-fabrikam-com._domainkey.fabrikam.onmicrosoft.com"; expected selector1-contoso-com._domainkey…',
      'target in another tenant, got "selector2-fabrikam-com._domainkey.fabrikam.onmicrosoft.com"; expected one of contoso.onmicrosoft.com',
    ],
  ],
  [
    "selector1-contoso-com._domainkey.contoso.onmicrosoft.com..",
    [
      'not a DKIM target of Microsoft\'s, got "selector1-contoso-com._domainkey.contoso.onmicrosoft.com.."; expected selector1-contoso-com._domainkey.contoso.onmicrosoft.com or selector1-contoso-com._domainkey.contoso.n-v1.dkim.mail.microsoft; copy Selector1CNAME and Selector2CNAME from Get-DkimSigningConfig',
    ],
  ],
  [
    "selector2-fabrikam-com._domainkey.fabrikam.n-v1.dkim.mail.microsoft",
    [
      'target of selector2, got "selector2-fabrikam-com._domainkey.fabrikam.n-v1.dkim.mail.microsoft"; expected that of selector1; swap the targets of selector1 and selector2',
      'target of another domain, got "selector2-fabrikam-com._domainkey.fabrikam.n-v1.dkim.mail.microsoft"; expected selector1-contoso-com._domainkey…',
      'target in another tenant, got "selector2-fabrikam-com._domainkey.fabrikam.n-v1.dkim.mail.microsoft"; expected one of contoso.onmicrosoft.com',
    ],
  ],
])("the target %j for selector1 of contoso.com", (text, faults) => {
  expect(
    said(
      checkMicrosoftDkimTarget(text, {
        selector: "selector1",
        domainToken: "Contoso-com",
        initialDomain: "contoso.onmicrosoft.com",
      }),
    ),
  ).toEqual(faults);
});
