import * as fc from "fast-check";
import { type AttributeValue, type Codec, respelled, same } from "../../../provider/objects/codec/codec";
import { ADDRESSES, JOINED, NAMES, PEOPLE, TEXTS } from "../../../provider/objects/codec/lists";
import {
  bytesOf,
  INSTANT_TEXT,
  SIZE_TEXT,
  secondsOf,
  TIME_SPAN,
} from "../../../provider/objects/codec/measures";
import { FLAG, NAME, STATE, TEXT, wholeOf, wordOf } from "../../../provider/objects/codec/scalars";
import { quarantinePolicy } from "../../../provider/objects/tables/quarantine-policy";

const text = fc.string({ minLength: 1, maxLength: 20 }).filter((one) => one !== "<>");
const label = fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9]{0,8}$/);
const domain = fc.tuple(label, label).map((labels) => labels.join("."));
const list = (member: fc.Arbitrary<string>) => fc.uniqueArray(member, { minLength: 1, maxLength: 6 });
const two = (value: number) => String(value).padStart(2, "0");

/** Values as a configuration has them, and how Exchange shows each: an oddity of its own. */
const SHOWN: readonly (readonly [string, Codec, fc.Arbitrary<readonly [AttributeValue, unknown]>])[] = [
  ["switches", FLAG, fc.boolean().map((on) => [on, on])],
  ["states", STATE, fc.boolean().map((on) => [on, on ? "Enabled" : "Disabled"])],
  ["texts", TEXT, text.map((one) => [one, one])],
  ["names, in any case", NAME, domain.map((one) => [one, one.toUpperCase()])],
  [
    "words, in any case",
    wordOf(["MoveToJmf", "Delete"]),
    fc.constantFrom("MoveToJmf", "Delete").map((one) => [one, one.toLowerCase()]),
  ],
  [
    "numbers, as text too",
    wholeOf(-5, 99),
    fc
      .tuple(fc.integer({ min: -5, max: 99 }), fc.boolean())
      .map(([n, quoted]) => [n, quoted ? String(n) : n]),
  ],
  [
    "sizes, with their bytes",
    SIZE_TEXT,
    fc.nat(2047).map((n) => [`${n} KB`, `${n} KB (${(n * 1024).toLocaleString("en-US")} bytes)`]),
  ],
  ["sizes, in another unit", SIZE_TEXT, fc.nat(2047).map((n) => [`${n} MB`, `${n * 1024} KB`])],
  [
    "spans, days apart",
    TIME_SPAN,
    fc
      .tuple(fc.nat(300), fc.nat(23), fc.nat(59))
      .map(([d, h, m]) => [
        `${d}.${two(h)}:${two(m)}:00`,
        d === 0 ? `${h}:${two(m)}:00` : `${d}.${h}:${two(m)}:00.0000000`,
      ]),
  ],
  [
    "moments, as ticks",
    INSTANT_TEXT,
    fc
      .integer({ min: 0, max: 4_000_000_000 })
      .map((s) => [new Date(s * 1000).toISOString(), `/Date(${s * 1000})/`]),
  ],
  [
    "moments, in UTC without saying so",
    INSTANT_TEXT,
    fc
      .integer({ min: 0, max: 4_000_000_000 })
      .map((s) => [new Date(s * 1000).toISOString(), new Date(s * 1000).toISOString().slice(0, 19)]),
  ],
  ["lists, in any order", TEXTS, list(text).map((members) => [members, [...members].reverse()])],
  ["lists with an empty member", NAMES, list(domain).map((members) => [members, ["", ...members]])],
  ["a single member, bare", NAMES, domain.map((one) => [[one], one])],
  ["lists in one text", JOINED, list(domain).map((members) => [members, [members.join(" , ")]])],
  [
    "people, with a blank",
    PEOPLE,
    list(domain).map((members) => [
      members.map((one) => `${one} Berg;a@${one}`),
      members.map((one) => `${one} Berg; A@${one}`),
    ]),
  ],
  [
    "addresses as networks of one",
    ADDRESSES,
    list(fc.ipV4()).map((members) => [members, members.map((one) => `${one}/32`)]),
  ],
];

test.each(SHOWN)("%s are read back as they were written", (_, codec, pairs) => {
  fc.assert(
    fc.property(pairs, ([written, shown]) => {
      const read = codec.decode(shown);
      expect(same(codec, read, written)).toBe(true);
      expect(sorted(respelled(codec, read, written))).toEqual(sorted(written));
    }),
  );
});

const sorted = (value: AttributeValue | null) => (Array.isArray(value) ? [...value].sort() : value);

test.each([
  ["null", null],
  ["an empty text", ""],
  ["<>", "<>"],
])("a text that is not set may be %s, and stays as it was written", (_, raw) => {
  expect(TEXT.decode(raw)).toBeNull();
  expect(respelled(TEXT, TEXT.decode(raw), "")).toBe("");
  expect(respelled(TEXT, TEXT.decode(raw), null)).toBeNull();
  expect(respelled(TEXT, TEXT.decode(raw), "before")).toBeNull();
});

test.each([
  ["null", null],
  ["an empty list", []],
  ["a list with an empty text", [""]],
])("a list that is not set may be %s", (_, raw) => {
  for (const codec of [TEXTS, NAMES, JOINED, PEOPLE]) {
    expect(codec.decode(raw)).toBeNull();
    expect(respelled(codec, codec.decode(raw), [])).toEqual([]);
  }
});

test("only members that mean another thing are a difference", () => {
  expect(same(NAMES, ["A.example", "b.example"], ["B.example", "a.example", "a.example"])).toBe(true);
  expect(same(NAMES, ["a.example"], ["a.example", "b.example"])).toBe(false);
  expect(same(TEXTS, ["Invoice"], ["invoice"])).toBe(false);
  expect(respelled(NAMES, ["a.example", "C.example"], ["A.example", "b.example"])).toEqual([
    "A.example",
    "C.example",
  ]);
});

test("what is no size, span or moment is told", () => {
  for (const one of ["10", "10 XB", "ten MB", "-1 KB"]) expect(SIZE_TEXT.fault?.(one)).toContain("10 MB");
  for (const one of ["25:00:00", "4:60:00", "4h", "1 day"]) expect(TIME_SPAN.fault?.(one)).toContain("hours");
  for (const one of ["2027-01-31", "tomorrow", "2027-13-01T00:00:00Z"]) {
    expect(INSTANT_TEXT.fault?.(one)).toContain("RFC 3339");
  }
  for (const one of ["Anna", "Anna;", ";a@b.example", "Anna;a b@c.example"]) {
    expect(PEOPLE.fault?.(one)).toContain("expected a name");
  }
});

test("sizes and spans in numbers", () => {
  expect(bytesOf("1.5 KB")).toBe(1536);
  expect(bytesOf("18 MB (18,874,368 bytes)")).toBe(18_874_368);
  expect(bytesOf("Unlimited")).toBeUndefined();
  expect(secondsOf("7.00:00:00")).toBe(604_800);
  expect(secondsOf("00:00:00.3000000")).toBe(0);
});

test("permissions of quarantine are read from the lines that Exchange writes", () => {
  const codec = quarantinePolicy.attributes.end_user_quarantine_permissions?.codec;
  const lines = [
    "ViewHeader: False",
    "Download: False",
    "AllowSender: True",
    "BlockSender: False",
    "RequestRelease: True",
    "Release: False",
    "Preview: True",
    "Delete: True",
  ];
  expect(codec?.decode(`[${lines.map((line) => `PermissionTo${line}`).join("\r\n")}]`)).toBe(43);
});
