import fc from "fast-check";
import {
  DKIM_TAGS,
  DMARC_TAGS,
  MTA_STS_FIELDS,
  readTags,
  splitValue,
  TLS_RPT_FIELDS,
} from "../../../lib/mail/tags";
import { anyText } from "../../support/texts";

test("tags carry their place in the text, without the white space around them", () => {
  const { tags, faults } = readTags("v=DMARC1;  p = reject ;", DMARC_TAGS);
  expect(faults).toEqual([]);
  expect(tags).toEqual([
    { name: "v", value: "DMARC1", index: 0, at: { offset: 0, length: 8 }, valueAt: { offset: 2, length: 6 } },
    {
      name: "p",
      value: "reject",
      index: 1,
      at: { offset: 11, length: 10 },
      valueAt: { offset: 15, length: 6 },
    },
  ]);
});

test("every fault of a list is reported, each at its place", () => {
  const { tags, faults } = readTags("v=DMARC1;; reject; 1p=none; p=none; p=reject; n=café", DMARC_TAGS);
  expect(tags.map(({ name }) => name)).toEqual(["v", "p"]);
  expect(faults).toEqual([
    { at: { offset: 9, length: 0 }, message: "empty tag", expected: "name=value" },
    {
      at: { offset: 11, length: 6 },
      message: "tag without a value",
      received: '"reject"',
      expected: "name=value",
    },
    { at: { offset: 19, length: 2 }, message: "illegal tag name", received: '"1p"' },
    { at: { offset: 36, length: 8 }, message: 'duplicate tag "p"', expected: "each tag once" },
    {
      at: { offset: 51, length: 1 },
      message: "illegal character in a tag value",
      received: "U+00E9",
      expected: "printable ASCII",
    },
  ]);
});

test("an empty text is no list, a last semicolon is no empty tag", () => {
  expect(readTags("", DKIM_TAGS).faults.map(({ message }) => message)).toEqual(["empty record"]);
  expect(readTags("p=; ", DKIM_TAGS).faults).toEqual([]);
});

test("DKIM folds lines inside a value, DMARC does not", () => {
  expect(readTags("p=MIIB\r\n IjAN", DKIM_TAGS).faults).toEqual([]);
  expect(readTags("rua=mailto:a@contoso.com,\r\n", DMARC_TAGS).faults).toHaveLength(1);
});

test('MTA-STS and TLS-RPT allow no white space around "="', () => {
  expect(readTags("v = STSv1; id=1", MTA_STS_FIELDS).faults).toEqual([
    {
      at: { offset: 0, length: 9 },
      message: 'white space around "="',
      received: '"v = STSv1"',
      fix: "write v=STSv1",
    },
  ]);
});

test("of a repeated field MTA-STS takes the first, TLS-RPT takes none", () => {
  const text = "id=first; id=second";
  expect(readTags(text, MTA_STS_FIELDS).tags.map(({ value }) => value)).toEqual(["first"]);
  expect(readTags(text, MTA_STS_FIELDS).faults).toEqual([]);
  expect(readTags(text, TLS_RPT_FIELDS).faults.map(({ message }) => message)).toEqual(['duplicate tag "id"']);
});

test("parts of a value know where they stand", () => {
  const [tag] = readTags("fo=1 : d", DMARC_TAGS).tags;
  expect(tag && splitValue(tag, ":")).toEqual([
    { text: "1", at: { offset: 3, length: 1 } },
    { text: "d", at: { offset: 7, length: 1 } },
  ]);
});

test("any text is read without throwing, and what is reported lies inside it", () => {
  fc.assert(
    fc.property(fc.oneof(anyText(), fc.stringMatching(/^[vp=; \t\n"é]*$/)), (text) => {
      for (const grammar of [DKIM_TAGS, DMARC_TAGS, MTA_STS_FIELDS, TLS_RPT_FIELDS]) {
        const { tags, faults } = readTags(text, grammar);
        for (const tag of tags) {
          const { offset, length } = tag.valueAt;
          expect(text.slice(offset, offset + length)).toBe(tag.value);
          expect(text.slice(tag.at.offset).startsWith(tag.name)).toBe(true);
        }
        for (const { at } of faults)
          expect((at?.offset ?? -1) + (at?.length ?? 0)).toBeLessThanOrEqual(text.length);
        expect(tags.length + faults.length > 0).toBe(true);
      }
    }),
  );
});
