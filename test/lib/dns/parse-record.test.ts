import {
  array,
  assert,
  constantFrom,
  integer,
  oneof,
  property,
  record,
  string,
  uint8Array,
} from "fast-check";
import { type DnsName, parseName } from "../../../lib/dns/name";
import { isRecordType, parseRecord } from "../../../lib/dns/parse-record";
import { type DnsRecord, recordData } from "../../../lib/dns/record";
import { unwrap } from "../../../lib/fault";

const name = constantFrom("contoso.com", "_dmarc.contoso.com", "*.news.contoso.com").map((text) =>
  unwrap("name", parseName(text, "owner")),
);
const host = constantFrom("mx1.contoso.net", "ns.contoso.org").map((text) => unwrap("host", parseName(text)));
const octet = integer({ min: 0, max: 255 });
const owned = { name, ttl: integer({ min: 30, max: 86400 }) };
const of = <T extends DnsRecord["type"]>(type: T) => constantFrom(type);

const anyRecord = oneof(
  record({
    ...owned,
    type: of("A"),
    address: array(octet, { minLength: 4, maxLength: 4 }).map((all) => all.join(".")),
  }),
  record({ ...owned, type: of("AAAA"), address: constantFrom("2001:db8::25", "::1") }),
  record({ ...owned, type: of("CNAME"), target: name }),
  record({
    ...owned,
    type: of("MX"),
    preference: integer({ min: 0, max: 65535 }),
    exchange: oneof(host, constantFrom("." as const)),
  }),
  record({ ...owned, type: of("TXT"), value: string({ unit: "grapheme" }) }),
  record({ ...owned, type: of("CAA"), flags: octet, tag: constantFrom("issue", "iodef"), value: string() }),
  record({
    ...owned,
    type: of("TLSA"),
    usage: octet,
    selector: octet,
    matchingType: octet,
    certificate: uint8Array({ minLength: 1 }).map((bytes) => Buffer.from(bytes).toString("hex")),
  }),
  record({ ...owned, type: of("NS"), host }),
);

test("a record that is written and read again is the same record", () => {
  assert(
    property(anyRecord, (one: DnsRecord) => {
      expect(parseRecord(one.name, one.type, recordData(one), one.ttl)).toEqual({ ok: true, value: one });
    }),
  );
});

test("names lose their trailing dot and their case", () => {
  expect(parseRecord("Contoso.COM.", "MX", "10 MX1.Contoso.net.", 3600)).toEqual({
    ok: true,
    value: {
      type: "MX",
      name: "contoso.com" as DnsName,
      ttl: 3600,
      preference: 10,
      exchange: "mx1.contoso.net",
    },
  });
});

test.each([
  ["MX", "mx1.contoso.net", "not the data of a record of type MX"],
  ["MX", "70000 mx1.contoso.net", "not the data of a record of type MX"],
  ["A", "192.0.2.300", "not an IPv4 address"],
  ["CAA", "issue letsencrypt.org", "not the data of a record of type CAA"],
  ["TLSA", "3 1 1 xyz", "not the data of a record of type TLSA"],
] as const)("a record %s %s is refused", (type, data, message) => {
  const read = parseRecord("contoso.com", type, data, 3600);
  expect(read).toEqual({ ok: false, faults: [expect.objectContaining({ message, path: ["data"] })] });
});

test("owner and data are both told", () => {
  const read = parseRecord("a..b", "A", "x", 3600);
  expect(read.ok ? [] : read.faults.map(({ path }) => path)).toEqual([["name"], ["data"]]);
});

test("a type that no estate has is none", () => {
  expect(isRecordType("HINFO")).toBe(false);
  expect(isRecordType("MX")).toBe(true);
});
