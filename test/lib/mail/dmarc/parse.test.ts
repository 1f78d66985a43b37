import fc from "fast-check";
import { isDmarc, parseDmarc } from "../../../../lib/mail/dmarc/parse";
import { anyText } from "../../../support/texts";

const faultsOf = (text: string) => {
  const result = parseDmarc(text);
  return result.ok ? [] : result.faults;
};

test("a record with every tag of RFC 9989", () => {
  const text =
    "v=DMARC1; p=quarantine; sp=reject; np=reject; adkim=s; aspf=r; t=y; psd=n; " +
    "rua=mailto:dmarc@contoso.com, mailto:contoso@rua.reports.example; ruf=mailto:f@contoso.com; fo=1:d:s";
  expect(parseDmarc(text)).toEqual({
    ok: true,
    value: {
      policy: "quarantine",
      subdomainPolicy: "reject",
      nonExistentPolicy: "reject",
      adkim: "strict",
      aspf: "relaxed",
      test: true,
      psd: "n",
      rua: [
        { uri: "mailto:dmarc@contoso.com", scheme: "mailto", domain: "contoso.com" },
        { uri: "mailto:contoso@rua.reports.example", scheme: "mailto", domain: "rua.reports.example" },
      ],
      ruf: [{ uri: "mailto:f@contoso.com", scheme: "mailto", domain: "contoso.com" }],
      fo: ["1", "d", "s"],
      obsolete: [],
      unknown: [],
    },
  });
});

test("a record of RFC 7489 is read, its obsolete parts kept", () => {
  const text = "v=DMARC1;p=reject;pct=50;rf=afrf;ri=3600;rua=mailto:dmarc@contoso.com!10m;x=1";
  expect(parseDmarc(text)).toEqual({
    ok: true,
    value: {
      policy: "reject",
      rua: [
        { uri: "mailto:dmarc@contoso.com", scheme: "mailto", domain: "contoso.com", obsoleteSize: "10m" },
      ],
      ruf: [],
      obsolete: [
        { name: "pct", value: "50" },
        { name: "rf", value: "afrf" },
        { name: "ri", value: "3600" },
      ],
      unknown: [{ name: "x", value: "1" }],
    },
  });
});

test("literals are case-insensitive, tags may come in any order after v", () => {
  const empty = { rua: [], ruf: [], obsolete: [], unknown: [] };
  expect(parseDmarc("V = DMARC1 ; sp=None ; p=Reject")).toEqual({
    ok: true,
    value: { ...empty, policy: "reject", subdomainPolicy: "none" },
  });
});

test("an authorisation record is a DMARC record without a policy", () => {
  const record = { rua: [], ruf: [], obsolete: [], unknown: [] };
  expect(parseDmarc("v=DMARC1;")).toEqual({ ok: true, value: record });
  expect(parseDmarc("v=DMARC1")).toEqual({ ok: true, value: record });
});

test.each(["v=DMARC1", "v=DMARC1;p=none", "V \t=\tDMARC1 ; p=none"])("%j is a DMARC record", (text) => {
  expect(isDmarc(text)).toBe(true);
});

test.each([
  "v=dmarc1; p=reject",
  " v=DMARC1; p=reject",
  "v=DMARC1 p=reject",
  "v=DMARC10;",
  "p=reject; v=DMARC1",
  "",
])("%j is none, and does not parse", (text) => {
  expect(isDmarc(text)).toBe(false);
  expect(faultsOf(text)).not.toEqual([]);
});

test("the version must be exactly DMARC1", () => {
  expect(faultsOf("v=dmarc1; p=reject")).toEqual([
    {
      at: { offset: 2, length: 6 },
      message: "not the version this record has",
      received: '"dmarc1"',
      expected: "v=DMARC1",
      fix: "the version is case-sensitive",
    },
  ]);
});

test("the version must stand first", () => {
  expect(faultsOf("p=reject; v=DMARC1")).toEqual([
    { at: { offset: 10, length: 8 }, message: "version tag is not the first", expected: "v=DMARC1 first" },
  ]);
  expect(faultsOf(" v=DMARC1")[0]?.message).toBe("white space before the version tag");
  expect(faultsOf("p=reject")[0]?.message).toBe("no version tag");
});

test("all faults of a record are reported at once, each where it stands", () => {
  const text = "v=DMARC1; p=rejct; p=none; sp=all; np=";
  const found = faultsOf(text).map(({ message, at }) => [
    message,
    text.substr(at?.offset ?? 0, at?.length ?? 0),
  ]);
  expect(found).toEqual([
    ['duplicate tag "p"', "p=none"],
    ["tag p has an unknown value", "rejct"],
    ["tag sp has an unknown value", "all"],
    ["tag np has an unknown value", ""],
  ]);
});

test("of other tags receivers discard what is not valid, and keep the policy (RFC 9989 §4.8)", () => {
  const text =
    "v=DMARC1; p=reject; adkim=strict; aspf=r; t=1; psd=x; fo=0:1; rua=d@contoso.com,mailto:a@contoso.com,mailto:a!b@c.com";
  const read = parseDmarc(text);
  if (!read.ok) throw new Error("receivers read it");
  const { invalid = [], ...record } = read.value;
  expect(record).toEqual({
    policy: "reject",
    aspf: "relaxed",
    rua: [{ uri: "mailto:a@contoso.com", scheme: "mailto", domain: "contoso.com" }],
    ruf: [],
    obsolete: [],
    unknown: [],
  });
  expect(
    invalid.flatMap(({ name, value, faults }) =>
      faults.map(({ message, at }) => [name, value, message, text.substr(at?.offset ?? 0, at?.length ?? 0)]),
    ),
  ).toEqual([
    ["adkim", "strict", "tag adkim has an unknown value", "strict"],
    ["t", "1", "tag t has an unknown value", "1"],
    ["psd", "x", "tag psd has an unknown value", "x"],
    ["fo", "0:1", "failure options are not valid", "0:1"],
    ["rua", "d@contoso.com", "not a URI", "d@contoso.com"],
    ["rua", "mailto:a!b@c.com", '"!" may not stand in this URI', "!"],
  ]);
});

test("a comma inside an address breaks the list in two", () => {
  const read = parseDmarc("v=DMARC1; p=none; rua=mailto:a,b@contoso.com; ruf=mailto:f@contoso.com");
  expect(read).toMatchObject({
    ok: true,
    value: {
      rua: [],
      ruf: [{ uri: "mailto:f@contoso.com" }],
      invalid: [
        { name: "rua", value: "mailto:a", faults: [{ message: "no mail address" }] },
        { name: "rua", value: "b@contoso.com", faults: [{ message: "not a URI" }] },
      ],
    },
  });
});

test("any text is read without throwing, and only a DMARC record parses", () => {
  const pieces = fc.array(
    fc.constantFrom(
      "v=DMARC1",
      "p=none",
      "rua=mailto:a@b.c",
      "fo=1",
      ";",
      "; ",
      " ",
      "t=y",
      "!10m",
      ",",
      "é",
      "=",
      "V=DMARC1",
    ),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        anyText(),
        pieces.map((all) => all.join("")),
      ),
      (text) => {
        if (parseDmarc(text).ok) expect(isDmarc(text)).toBe(true);
      },
    ),
    { numRuns: 500 },
  );
});
