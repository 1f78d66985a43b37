import * as fc from "fast-check";
import { unwrap } from "../../../../lib/fault";
import { formatDmarc } from "../../../../lib/mail/dmarc/format";
import { parseDmarc } from "../../../../lib/mail/dmarc/parse";
import { KINDS, kindOf, nearMiss, VERSIONED_KINDS, type VersionedKind } from "../../../../lib/mail/near-miss";
import { meansTheSame } from "../../../../lib/mail/same-meaning";

/** Records as they should be. */
const RECORDS: Readonly<Record<VersionedKind, readonly string[]>> = {
  spf: [
    "v=spf1 -all",
    "v=spf1 include:spf.protection.outlook.com ip4:192.0.2.0/24 -all",
    "v=spf1 a mx:mx.contoso.com exists:%{i}._ip.contoso.com redirect=_spf.contoso.com",
  ],
  dmarc: ["v=DMARC1; p=reject;", "v=DMARC1; p=none; rua=mailto:a@contoso.com,mailto:b@contoso.com; fo=1;"],
  "mta-sts": ["v=STSv1; id=20261128T000000;"],
  "tls-rpt": ["v=TLSRPTv1; rua=mailto:tls@contoso.com,https://tls.contoso.com/v1;"],
  bimi: ["v=BIMI1; l=https://contoso.com/logo.svg; a=https://contoso.com/mark.pem;"],
};

/** What happens to records on their way into a zone. */
const SLIPS: Readonly<Record<string, (text: string, version: string) => string>> = {
  "a space in front": (text) => ` ${text}`,
  "a tab in front": (text) => `\t${text}`,
  "a byte order mark": (text) => `\ufeff${text}`,
  "zone-file quotes": (text) => `"${text}"`,
  "typographic quotes": (text) => `\u201c${text}\u201d`,
  "escaped quotes": (text) => `\\"${text}\\"`,
  "a colon for =": (text) => text.replace("v=", "v:"),
  "no v=": (text) => text.replace("v=", ""),
  "a wide =": (text) => text.replace("=", "\uff1d"),
  "another version": (text, version) => text.replace(version, version.replace(/\d$/, "2")),
  "a longer version": (text, version) => text.replace(version, `${version}0`),
  "no number in the version": (text, version) => text.replace(version, version.replace(/\d$/, "")),
  "swapped letters": (text, version) =>
    text.replace(version, `${version[1]}${version[0]}${version.slice(2)}`),
  "a comma behind the version": (text, version) => text.replace(new RegExp(`${version}[; ]`), `${version},`),
  "nothing behind the version": (text, version) => text.replace(new RegExp(`${version};? `), version),
  "a title": (text) => `TXT ${text}`,
};

const kinds = fc.constantFrom(...VERSIONED_KINDS);

test("what a slip made of a record is told, with a text that means the same as the record (properties)", () => {
  fc.assert(
    fc.property(kinds, fc.nat(), fc.constantFrom(...Object.entries(SLIPS)), (kind, index, [, slip]) => {
      const records = RECORDS[kind];
      const meant = records[index % records.length] ?? "";
      const text = slip(meant, KINDS[kind].version);
      const miss = nearMiss(kind, text);
      expect([text, miss?.why.length]).not.toEqual([text, undefined]);
      expect([text, meansTheSame(miss?.instead ?? "", meant)]).toEqual([text, true]);
    }),
    { numRuns: 400 },
  );
});

test("no record is a near miss of its kind, and no record or other text is one of another kind (properties)", () => {
  const OTHERS = [
    "MS=ms12345678",
    "google-site-verification=spf1",
    "v=DKIM1; k=rsa; p=",
    "spf2.0/pra -all",
    "dmarc=pass",
    "",
  ];
  fc.assert(
    fc.property(kinds, kinds, fc.nat(), (kind, other, index) => {
      const texts = [...RECORDS[kind], ...OTHERS];
      expect(nearMiss(other, texts[index % texts.length] ?? "", { isOwnName: true })).toBeUndefined();
    }),
  );
});

test("no text makes it throw, and what it would write instead is a record that can be read (properties)", () => {
  const piece = fc.constantFrom(
    "v",
    "=",
    "spf1",
    "DMARC1",
    "STSv1",
    ";",
    " ",
    "\t",
    '"',
    "\\",
    "-all",
    "p=none",
    "\u200b",
    ",",
    "id=1",
  );
  const text = fc.oneof(
    fc.string(),
    fc.array(piece, { maxLength: 12 }).map((pieces) => pieces.join("")),
  );
  fc.assert(
    fc.property(kinds, text, fc.boolean(), (kind, written, isOwnName) => {
      const miss = nearMiss(kind, written, { isOwnName });
      if (!miss) return;
      expect(kindOf(written)).not.toBe(kind);
      expect(miss.why.length).toBeGreaterThan(0);
      if (miss.instead !== undefined) expect(KINDS[kind].parse(miss.instead).ok).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ["spf", "include:spf.protection.outlook.com -all", "v=spf1 include:spf.protection.outlook.com -all"],
  ["dmarc", "p=reject; rua=mailto:a@contoso.com", "v=DMARC1; p=reject; rua=mailto:a@contoso.com;"],
  ["mta-sts", "id=20261128", "v=STSv1; id=20261128;"],
  ["tls-rpt", "rua=mailto:tls@contoso.com", "v=TLSRPTv1; rua=mailto:tls@contoso.com;"],
  ["bimi", "l=https://contoso.com/logo.svg", "v=BIMI1; l=https://contoso.com/logo.svg;"],
] as const)(
  "%s without its version is one where receivers ask for it, and nothing elsewhere",
  (kind, text, instead) => {
    expect(nearMiss(kind, text, { isOwnName: true })).toEqual({
      why: [`it does not begin with v=${KINDS[kind].version}`],
      instead,
    });
    expect(nearMiss(kind, text)).toBeUndefined();
  },
);

test("sixty thousand spaces are looked at in no time, and are nothing", () => {
  expect(nearMiss("spf", `v${" ".repeat(60_000)}=spf1`)).toBeUndefined();
});

describe("texts that mean the same", () => {
  test.each([
    ["v=DMARC1; p=reject", "v=DMARC1;p=REJECT ;"],
    ["v=DMARC1; p=reject; sp=none;", "v=DMARC1; sp=none; p=reject"],
    ["v=spf1 +mx ip4:192.0.2.1/32 -all", "V=SPF1  mx  ip4:192.0.2.1 -ALL"],
    ["v=STSv1; id=1;", "v=STSv1;id=1"],
    ["v=TLSRPTv1; rua=mailto:a@contoso.com;", "v=TLSRPTv1;rua=mailto:a@contoso.com"],
    ["v=BIMI1; l=https://contoso.com/a.svg;", "v=BIMI1;l=https://contoso.com/a.svg"],
    [
      "v=DKIM1; k=ed25519; p=11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=",
      "k=ed25519; n=old; p=11qYAYKxCrfVS/7TyWQHOg7hcvPap iMlrwIaaPcHURo=",
    ],
  ])("%s and %s", (one, other) => {
    expect([meansTheSame(one, other), meansTheSame(other, one)]).toEqual([true, true]);
  });

  test.each([
    ["v=DMARC1; p=reject", "v=DMARC1; p=none"],
    ["v=DMARC1; p=reject; adkim=x", "v=DMARC1; p=reject"],
    ["v=spf1 ip4:192.0.2.1 mx -all", "v=spf1 mx ip4:192.0.2.1 -all"],
    ["v=STSv1; id=1;", "v=STSv1; id=2;"],
    ["MS=ms1", "ms=ms1"],
  ])("%s and %s do not", (one, other) => {
    expect(meansTheSame(one, other)).toBe(false);
  });

  test("a policy is the same as the form in which it is written here", () => {
    const text = "v=DMARC1;p=quarantine;rua=mailto:a@contoso.com;ruf=mailto:b@contoso.com;fo=d:s";
    expect(meansTheSame(text, formatDmarc(unwrap("the record", parseDmarc(text))))).toBe(true);
  });
});
