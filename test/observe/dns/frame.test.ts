import { encode } from "dns-packet";
import { decodeAnswer } from "../../../observe/dns/message";

const ID = 4711;
const QUESTION = { name: "contoso.com", type: "TXT" } as const;
const SPF = "v=spf1 -all";

function answer(flags = 0): Buffer {
  return encode({
    type: "response",
    id: ID,
    flags,
    questions: [{ ...QUESTION, class: "IN" }],
    answers: [{ ...QUESTION, ttl: 60, class: "IN", data: SPF }],
  });
}

/** Header, question, then the answer's own name (13 octets), type, class and TTL. */
const RDLENGTH = 12 + 17 + 13 + 8;

function withLength(length: number): Buffer {
  const octets = answer();
  octets.writeUInt16BE(length, RDLENGTH);
  return octets;
}

test("a whole answer is read", () => {
  expect(decodeAnswer(answer(), ID, QUESTION)).toMatchObject({ answers: [{ data: [Buffer.from(SPF)] }] });
  expect(answer().readUInt16BE(RDLENGTH)).toBe(SPF.length + 1);
});

test.each([
  ["past the packet", 0xffff],
  ["one octet past the packet", SPF.length + 2],
  ["of nothing", 0],
  ["that ends in a string", SPF.length],
])("an RDLENGTH %s makes the answer malformed, not one without records", (_title, length) => {
  expect(decodeAnswer(withLength(length), ID, QUESTION)).toBe("malformed");
});

test("more records in the header than in the message", () => {
  const octets = answer();
  octets.writeUInt16BE(2, 6);
  expect(decodeAnswer(octets, ID, QUESTION)).toBe("malformed");
});

test.each([
  ["A", 3],
  ["A", 5],
  ["AAAA", 4],
] as const)("an address of type %s in %i octets", (type, length) => {
  const question = { name: "mail.contoso.com", type };
  const data = { A: "192.0.2.1", AAAA: "2001:db8::1" }[type];
  const octets = encode({
    type: "response",
    id: ID,
    questions: [question],
    answers: [{ ...question, ttl: 60, data }],
  });
  const end = octets.length - { A: 4, AAAA: 16 }[type];
  const cut = Buffer.concat([octets.subarray(0, end), Buffer.alloc(length)]);
  cut.writeUInt16BE(length, end - 2);
  expect(decodeAnswer(cut, ID, question)).toBe("malformed");
});

test("a truncated answer may end in the middle of a record: it is asked for again over TCP", () => {
  const TRUNCATED = 0x200;
  const cut = answer(TRUNCATED).subarray(0, RDLENGTH + 4);
  expect(decodeAnswer(cut, ID, QUESTION)).toMatchObject({ truncated: true, answers: [] });
});
