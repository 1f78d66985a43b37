import { once } from "node:events";
import { type AddressInfo, createServer, type Socket } from "node:net";
import { type Answer, decode, encode, type Packet } from "dns-packet";
import { parseName } from "../../../lib/dns/name";
import { recordData } from "../../../lib/dns/record";
import { unwrap } from "../../../lib/fault";
import type { TransferLimits } from "../../../observe/dns/transfer";
import { transferredZone } from "../../../observe/dns/transferred-zone";
import { soa, txt } from "./scripted-server";

const CONTOSO = unwrap("zone", parseName("contoso.com"));
const SOA = soa("contoso.com");

/** What the server sends for the question: answers of one message after the other, octets, or `end`. */
type Sent = readonly (readonly Answer[] | Buffer | number | "end" | "wrong id" | "noise")[];

async function asked(sent: Sent, limits: TransferLimits = { idle: 10_000 }) {
  const connections = new Set<Socket>();
  const server = createServer((connection) => {
    connections.add(connection);
    connection.on("error", () => {});
    connection.once("data", (query) => {
      const { id = 0, questions = [] } = decode(query.subarray(2));
      const octets = sent.flatMap((one, at) => {
        if (one === "end") return [];
        const packet: Packet = {
          type: "response",
          id: one === "wrong id" ? id ^ 1 : id,
          flags: typeof one === "number" ? one : 0,
          // RFC 5936 §2.2.1: only the first message has to have the question.
          questions: at === 0 ? questions : [],
          answers: Array.isArray(one) ? [...one] : [],
        };
        const message =
          one === "noise" ? Buffer.alloc(40, 0xff) : Buffer.isBuffer(one) ? one : encode(packet);
        const length = Buffer.alloc(2);
        length.writeUInt16BE(message.length);
        return [length, message];
      });
      const all = Buffer.concat(octets);
      // Lengths and messages arrive cut anywhere.
      for (let from = 0; from < all.length; from += 7) connection.write(all.subarray(from, from + 7));
      if (sent.includes("end")) connection.end();
    });
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  try {
    return await transferredZone({ address: "127.0.0.1", port }, CONTOSO, { kind: "route53" }, limits);
  } finally {
    for (const connection of connections) connection.destroy();
    server.close();
  }
}

test("a zone comes in several messages, without what name servers make themselves", async () => {
  const raw: Answer = { type: "TXT", name: "contoso.com", ttl: 60, data: [Buffer.from([0xff])] };
  const zone = await asked([
    [SOA, { type: "NS", name: "contoso.com", ttl: 60, data: "ns1.example.net" }],
    [txt("contoso.com", "v=spf1 ", "-all"), raw],
    [
      { type: "MX", name: "contoso.com", ttl: 60, data: { preference: 0, exchange: "." } },
      { type: "NS", name: "shop.contoso.com", ttl: 60, data: "ns1.example.net" },
      { type: "CNAME", name: "*.contoso.com", ttl: 60, data: "example.net" },
      { type: "A", name: "ns1.example.net", ttl: 60, data: "192.0.2.53" },
      SOA,
    ],
  ]);
  expect(zone.records.map(({ record }) => `${record.name} ${record.type} ${recordData(record)}`)).toEqual([
    "contoso.com TXT v=spf1 -all",
    "contoso.com MX 0 .",
    "shop.contoso.com NS ns1.example.net",
    "*.contoso.com CNAME example.net",
  ]);
  expect(zone.unread).toEqual([{ name: "contoso.com", type: "TXT", data: "\u00ff" }]);
});

const OTHER = { ...SOA, data: { ...(SOA as { data: object }).data, serial: 2 } } as Answer;

test.each<[string, Sent, RegExp, TransferLimits?]>([
  ["refused", [5], /refuses the transfer/],
  ["NOTAUTH", [9], /NOTAUTH/],
  ["SERVFAIL", [2], /code 2/],
  ["nothing in it", [[]], /without records/],
  ["another zone", [[soa("fabrikam.com")]], /does not begin with the zone's SOA/],
  ["no SOA first", [[txt("contoso.com", "a")]], /does not begin/],
  ["cut off", [[SOA, txt("contoso.com", "a")], "end"], /in the middle/],
  ["changed in between", [[SOA], [OTHER]], /changed while/],
  [
    "of more than its zone",
    [[SOA, txt("fabrikam.com", "v=spf1 -all"), SOA]],
    /a record outside the zone, fabrikam\.com TXT; expected names within contoso\.com/,
  ],
  ["silent", [[SOA]], /no answer for 0\.3 seconds/, { idle: 300 }],
  ["another id", ["wrong id"], /cannot be read/],
  ["noise", ["noise"], /cannot be read/],
  ["too long", [[SOA, txt("contoso.com", "a".repeat(200))]], /longer than the 100 octets/, { octets: 100 }],
  ["for ever", [[SOA]], /longer than 0\.05 seconds/, { total: 50 }],
])("a transfer that is %s gives no zone", async (...[, sent, expected, limits]) => {
  await expect(asked(sent, limits)).rejects.toThrow(expected);
});

test("a server that is not there is said", async () => {
  await expect(
    transferredZone({ address: "127.0.0.1", port: 1 }, CONTOSO, { kind: "route53" }),
  ).rejects.toThrow(/cannot be reached/);
});
