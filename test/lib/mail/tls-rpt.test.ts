import fc from "fast-check";
import { parseName } from "../../../lib/dns/name";
import { unwrap } from "../../../lib/fault";
import {
  buildTlsRpt,
  formatTlsRpt,
  isTlsRpt,
  parseTlsRpt,
  tlsRptRecordName,
} from "../../../lib/mail/tls-rpt";
import { anyText } from "../../support/texts";

test("reports by mail and to a web server", () => {
  const record = unwrap(
    "options",
    buildTlsRpt({ rua: ["mailto:tls@contoso.com", "https://tls.example/v1/contoso"] }),
  );
  expect(formatTlsRpt(record)).toBe("v=TLSRPTv1; rua=mailto:tls@contoso.com,https://tls.example/v1/contoso;");
  expect(tlsRptRecordName(unwrap("domain", parseName("contoso.com")))).toBe("_smtp._tls.contoso.com");
});

test("report addresses are checked one by one", () => {
  const result = buildTlsRpt({
    rua: ["tls@contoso.com", "ftp://contoso.com/", "mailto:a@contoso.com", "mailto:a@contoso.com"],
  });
  expect(result.ok ? [] : result.faults.map(({ path, message }) => [path, message])).toEqual([
    [["rua", 0], "not a URI"],
    [["rua", 1], 'URI scheme "ftp" is not used here'],
    [["rua", 3], "report address given twice"],
  ]);
});

test("a record without an address reports to nobody", () => {
  expect(buildTlsRpt({ rua: [] })).toEqual({
    ok: false,
    faults: [{ path: ["rua"], message: "no report address", expected: "at least one URI" }],
  });
  const result = parseTlsRpt("v=TLSRPTv1;");
  expect(result.ok ? [] : result.faults.map(({ message }) => message)).toEqual(["no rua field"]);
});

test("unknown fields are kept, addresses may be spaced", () => {
  expect(parseTlsRpt("v=TLSRPTv1;rua=mailto:a@contoso.com , https://tls.example/;x-1=y")).toEqual({
    ok: true,
    value: {
      rua: [
        { uri: "mailto:a@contoso.com", scheme: "mailto", domain: "contoso.com" },
        { uri: "https://tls.example/", scheme: "https", domain: "tls.example" },
      ],
      extensions: [{ name: "x-1", value: "y" }],
    },
  });
});

test("all faults of a record are reported at once, each where it stands", () => {
  const text = "v=TLSRPTv2; rua=mailto:a!b@c.com,http://tls.example/; rua=mailto:b@c.com";
  const result = parseTlsRpt(text);
  const found = (result.ok ? [] : result.faults).map(({ message, at }) => [
    message,
    text.substr(at?.offset ?? 0, at?.length ?? 0),
  ]);
  expect(found).toEqual([
    ["not the version this record has", "TLSRPTv2"],
    ['duplicate tag "rua"', "rua=mailto:b@c.com"],
    ['"!" may not stand in this URI', "!"],
    ['URI scheme "http" is not used here', "http://tls.example/"],
  ]);
});

test("a record without the exact version is none", () => {
  expect(["v=TLSRPTv1;rua=mailto:a@b.c", "v=TLSRPTv1 ; rua=mailto:a@b.c"].map(isTlsRpt)).toEqual([
    true,
    true,
  ]);
  expect(["v=TLSRPTv1", "v=tlsrptv1; rua=", " v=TLSRPTv1;"].map(isTlsRpt)).toEqual([false, false, false]);
});

test("what is written is read as the same record", () => {
  const uris = fc.oneof(
    fc
      .emailAddress({ size: "small" })
      .map((address) => `mailto:${encodeURIComponent(address).replace(/!/g, "%21").replace(/%40/g, "@")}`),
    fc
      .webUrl({ validSchemes: ["https"], withFragments: false })
      .map((uri) => uri.replace(/[!,;]/g, encodeMark)),
  );
  fc.assert(
    fc.property(fc.uniqueArray(uris, { minLength: 1, maxLength: 3 }), (rua) => {
      const record = unwrap("options", buildTlsRpt({ rua }));
      expect(record.rua.map(({ uri }) => uri)).toEqual(rua);
      expect(isTlsRpt(formatTlsRpt(record))).toBe(true);
      expect(parseTlsRpt(formatTlsRpt(record))).toEqual({ ok: true, value: record });
    }),
  );
});

const encodeMark = (mark: string) => `%${mark.charCodeAt(0).toString(16)}`;

test("any text is read without throwing", () => {
  const pieces = fc.array(
    fc.constantFrom("v=TLSRPTv1", ";", "rua=", "mailto:a@b.c", ",", "https://", " ", "%", "é"),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        anyText(),
        pieces.map((all) => all.join("")),
      ),
      (text) => {
        const result = parseTlsRpt(text);
        if (result.ok) expect(isTlsRpt(text)).toBe(true);
        else expect(result.faults).not.toEqual([]);
      },
    ),
    { numRuns: 300 },
  );
});
