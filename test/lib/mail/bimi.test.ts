import fc from "fast-check";
import { parseName } from "../../../lib/dns/name";
import { formatFault, unwrap } from "../../../lib/fault";
import {
  adviseBimi,
  type BimiRecord,
  bimiNeeds,
  bimiRecordName,
  buildBimi,
  formatBimi,
  isBimi,
  parseBimi,
} from "../../../lib/mail/bimi";
import { parseDmarc } from "../../../lib/mail/dmarc/parse";
import { anyText } from "../../support/texts";

const contoso = unwrap("domain", parseName("contoso.com"));
const logo = "https://contoso.com/brand/logo.svg";
const certificate = "https://contoso.com/brand/mark.pem";

test("logo and mark certificate at the default selector", () => {
  expect(formatBimi(unwrap("options", buildBimi({ logo, certificate })))).toBe(
    `v=BIMI1; l=${logo}; a=${certificate};`,
  );
  expect(bimiRecordName(contoso)).toEqual({ ok: true, value: "default._bimi.contoso.com" });
  expect(bimiRecordName(contoso, "Winter")).toEqual({ ok: true, value: "winter._bimi.contoso.com" });
});

test("both locations are HTTPS", () => {
  const result = buildBimi({ logo: "http://contoso.com/logo.svg", certificate: "contoso.com/mark.pem" });
  expect(result.ok ? [] : result.faults.map(({ path, message }) => [path, message])).toEqual([
    [["logo"], 'URI scheme "http" is not used here'],
    [["certificate"], "not a URI"],
  ]);
});

test("a record may decline, and may hold tags of later drafts", () => {
  expect(parseBimi("v=BIMI1; l=; a=;")).toEqual({
    ok: true,
    value: { logo: "", certificate: "", unknown: [] },
  });
  expect(parseBimi(`v=BIMI1;l=${logo};avp=brand`)).toEqual({
    ok: true,
    value: { logo, unknown: [{ name: "avp", value: "brand" }] },
  });
});

test("all faults of a record are reported at once", () => {
  const result = parseBimi("v=BIMI2; a=ftp://contoso.com/mark.pem; a=");
  expect(result.ok ? [] : result.faults.map(({ message }) => message)).toEqual([
    "not the version this record has",
    'duplicate tag "a"',
    "no l tag",
    'URI scheme "ftp" is not used here',
  ]);
});

test("a record without the version first is none", () => {
  expect(["v=BIMI1; l=", "v = BIMI1;l=", "v=BIMI1"].map(isBimi)).toEqual([true, true, true]);
  expect(["v=bimi1; l=", "l=; v=BIMI1", "v=BIMI10;"].map(isBimi)).toEqual([false, false, false]);
});

test("advice: an SVG file, and a mark certificate", () => {
  const record = unwrap("options", buildBimi({ logo: "https://contoso.com/logo.png?x=.svg" }));
  expect(adviseBimi(record).map(formatFault)).toEqual([
    'logo: logo does not look like an SVG file, got "https://contoso.com/logo.png?x=.svg"; ' +
      "expected a path that ends in .svg: only SVG Tiny PS is shown",
    "certificate: some receivers, Gmail among them, show no logo without a mark certificate; " +
      "expected the HTTPS address of a verified or common mark certificate",
  ]);
  expect(adviseBimi({ logo, certificate, unknown: [] })).toEqual([]);
  expect(adviseBimi({ logo: "", unknown: [] })).toEqual([]);
});

test.each([
  ["v=DMARC1; p=reject", []],
  ["v=DMARC1; p=quarantine; sp=reject; pct=100", []],
  ["v=DMARC1; p=reject; pct=10", []],
  [
    "v=DMARC1; rua=mailto:a@contoso.com",
    ["p: BIMI needs an enforced DMARC policy, got no p; expected quarantine or reject"],
  ],
  [
    "v=DMARC1; p=none; sp=none; t=y",
    [
      "p: BIMI needs an enforced DMARC policy, got none; expected quarantine or reject",
      "sp: BIMI needs an enforced DMARC policy for subdomains, got none; expected quarantine or reject",
      "t: BIMI needs a DMARC policy out of test mode, got y; remove t=y",
    ],
  ],
  [
    "v=DMARC1; p=quarantine; pct=50",
    ["pct: BIMI needs quarantine for all mail, not for a share, got 50; remove pct"],
  ],
])("what BIMI needs beyond %s", (text, needs) => {
  expect(bimiNeeds(unwrap(text, parseDmarc(text))).map(formatFault)).toEqual(needs);
});

test("what is written is read as the same record", () => {
  const uris = fc.oneof(
    fc.constant(""),
    fc.stringMatching(/^[a-z0-9/._~-]{0,30}$/).map((path) => `https://contoso.com/${path}`),
  );
  const records: fc.Arbitrary<BimiRecord> = fc.record(
    {
      logo: uris,
      certificate: uris,
      unknown: fc.uniqueArray(
        fc.record({ name: fc.stringMatching(/^x[a-z0-9_]{0,5}$/), value: fc.stringMatching(/^[!-:<-~]*$/) }),
        { selector: ({ name }) => name, maxLength: 2 },
      ),
    },
    { requiredKeys: ["logo", "unknown"] },
  );
  fc.assert(
    fc.property(records, (record) => {
      expect(isBimi(formatBimi(record))).toBe(true);
      expect(parseBimi(formatBimi(record))).toEqual({ ok: true, value: record });
    }),
  );
});

test("any text is read without throwing", () => {
  fc.assert(
    fc.property(anyText(), (text) => {
      expect(parseBimi(text).ok).toBe(false);
    }),
  );
});
