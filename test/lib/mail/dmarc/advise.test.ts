import { formatFault, unwrap } from "../../../../lib/fault";
import { adviseDmarc } from "../../../../lib/mail/dmarc/advise";
import { parseDmarc } from "../../../../lib/mail/dmarc/parse";

const advice = (text: string) => adviseDmarc(unwrap(text, parseDmarc(text))).map(formatFault);

test("a plain record of RFC 9989 needs no advice", () => {
  expect(advice("v=DMARC1; p=reject; sp=reject; np=reject; rua=mailto:dmarc@contoso.com; t=y;")).toEqual([]);
});

test.each([
  ["pct=100", "remove pct: 100 was its default"],
  ["pct=0", "write t=y instead, which asks for the policy one step milder"],
  ["pct=20", "remove pct: there is no other way to ask for a share, and the full policy is applied already"],
  ["rf=afrf", "remove rf"],
  ["ri=86400", "remove ri"],
])("%s is obsolete: %s", (tag, fix) => {
  const [name = "", value = ""] = tag.split("=");
  expect(advice(`v=DMARC1; p=reject; ${tag}`)).toEqual([
    `${name}: tag ${name} is obsolete: receivers that follow RFC 9989 ignore it, got "${value}"; ${fix}`,
  ]);
});

test("a size limit is obsolete, another scheme may be ignored", () => {
  expect(advice("v=DMARC1; p=none; rua=mailto:a@contoso.com!5m,https://contoso.com/r")).toEqual([
    "rua[0]: report size limit is obsolete: reporters ignore it, got !5m; write mailto:a@contoso.com",
    "rua[1]: reporters need not support this URI scheme, and ignore the address if they do not, " +
      'got "https://contoso.com/r"; expected a mailto: URI',
  ]);
});

test("failure report addresses get the same advice", () => {
  expect(advice("v=DMARC1; p=none; ruf=mailto:f@contoso.com!1m")).toEqual([
    "ruf[0]: report size limit is obsolete: reporters ignore it, got !1m; write mailto:f@contoso.com",
  ]);
});

test("without p a record counts as none if it has rua, and else not at all", () => {
  const rest =
    "; expected p=none, p=quarantine or p=reject; " +
    "write p second: receivers that follow RFC 7489 refuse the record without it";
  expect(advice("v=DMARC1; rua=mailto:a@contoso.com")).toEqual([
    `p: record without p counts as p=none${rest}`,
  ]);
  expect(advice("v=DMARC1; sp=reject")).toEqual([
    `p: record with neither p nor rua is ignored by receivers${rest}`,
  ]);
});

test("tag names are case-sensitive, so P=reject is no policy", () => {
  expect(advice("v=DMARC1; p=none; P=reject; foo=bar")).toEqual([
    'P: tag P is ignored by receivers that go by the letter, others take it for p, got "reject"; tag names are case-sensitive: write p',
    'foo: unknown tag foo is ignored, got "bar"',
  ]);
});

test("tags that can have no effect are named", () => {
  expect(advice("v=DMARC1; p=none; t=y; fo=1")).toEqual([
    "t: test mode without effect: there is no policy to make milder",
    'fo: failure options are ignored without ruf, got "1"; remove fo, or name a ruf address',
  ]);
});

test.each([
  [
    "adkim=strict",
    'adkim is not valid, and receivers go by adkim=r: tag adkim has an unknown value, got "strict"; expected r, s',
  ],
  [
    "aspf=x",
    'aspf is not valid, and receivers go by aspf=r: tag aspf has an unknown value, got "x"; expected r, s',
  ],
  ["t=1", 't is not valid, and receivers go by t=n: tag t has an unknown value, got "1"; expected y, n'],
  [
    "psd=x",
    'psd is not valid, and receivers go by psd=u: tag psd has an unknown value, got "x"; expected y, n, u',
  ],
  [
    "fo=0:1:d:s",
    'fo is not valid, and receivers go by fo=0: failure options are not valid, got "0:1:d:s"; expected 0 or 1, d, s, each once between colons',
  ],
  [
    "rua=d@contoso.com",
    'rua is not valid, and no reports are sent there: not a URI, got "d@contoso.com"; expected mailto:reports@contoso.com; write mailto:d@contoso.com',
  ],
  [
    "ruf=d@contoso.com",
    'ruf is not valid, and no reports are sent there: not a URI, got "d@contoso.com"; expected mailto:reports@contoso.com; write mailto:d@contoso.com',
  ],
])("receivers discard %s and keep the policy", (tag, said) => {
  expect(advice(`v=DMARC1; p=reject; ${tag}`)).toEqual([`${tag.split("=")[0]}: ${said}`]);
});

test("failure options with an address to send reports to need no advice", () => {
  expect(advice("v=DMARC1; p=reject; ruf=mailto:f@contoso.com; fo=1")).toEqual([]);
});
