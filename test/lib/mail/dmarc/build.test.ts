import { parseName } from "../../../../lib/dns/name";
import { unwrap } from "../../../../lib/fault";
import { buildDmarc, dmarcRecordName } from "../../../../lib/mail/dmarc/build";
import { formatDmarc } from "../../../../lib/mail/dmarc/format";

test("a domain that says nothing asks for nothing", () => {
  expect(buildDmarc({})).toEqual({
    ok: true,
    value: { policy: "none", rua: [], ruf: [], obsolete: [], unknown: [] },
  });
});

test("test: false is not written: receivers that know t take it for granted", () => {
  expect(formatDmarc(unwrap("options", buildDmarc({ policy: "reject", test: false })))).toBe(
    "v=DMARC1; p=reject;",
  );
});

test("report addresses are mailto: URIs; a bare address says how to write it", () => {
  expect(buildDmarc({ rua: ["dmarc@contoso.com"], ruf: ["https://contoso.com/dmarc"] })).toEqual({
    ok: false,
    faults: [
      {
        path: ["rua", 0],
        message: "not a URI",
        received: '"dmarc@contoso.com"',
        expected: "mailto:reports@contoso.com",
        fix: "write mailto:dmarc@contoso.com",
      },
      {
        path: ["ruf", 0],
        message: 'URI scheme "https" is not used here',
        received: '"https://contoso.com/dmarc"',
        expected: "mailto:reports@contoso.com",
      },
    ],
  });
});

test("commas, exclamation marks and semicolons in an address must be percent-encoded", () => {
  const result = buildDmarc({
    rua: ["mailto:a@contoso.com,mailto:b@contoso.com", "mailto:c@contoso.com!10m"],
  });
  expect(result.ok ? [] : result.faults.map(({ path, fix }) => [path, fix])).toEqual([
    [["rua", 0], "write %2C"],
    [["rua", 1], "write %21"],
  ]);
});

test("the same address twice would get every report twice", () => {
  const result = buildDmarc({ rua: ["mailto:dmarc@contoso.com", "mailto:dmarc@contoso.com"] });
  expect(result.ok ? [] : result.faults).toEqual([
    { path: ["rua", 1], message: "report address given twice", received: '"mailto:dmarc@contoso.com"' },
  ]);
});

test.each([[["0", "1"]], [["d", "d"]], [[]]] as const)(
  "failure options %j exclude each other",
  (failureOptions) => {
    const result = buildDmarc({ ruf: ["mailto:f@contoso.com"], failureOptions: [...failureOptions] });
    expect(result.ok ? [] : result.faults).toEqual([
      {
        path: ["failureOptions"],
        message: "failure options are not valid",
        received: JSON.stringify(failureOptions.join(":")),
        expected: "0 or 1, d, s, each once between colons",
      },
    ]);
  },
);

test("the record stands at _dmarc", () => {
  expect(dmarcRecordName(unwrap("domain", parseName("Contoso.com")))).toBe("_dmarc.contoso.com");
});
