import { createSocket } from "node:dgram";
import { once } from "node:events";
import type { AddressInfo } from "node:net";
import type { WaitableType } from "../../../../provider/resources/dns/answer";

const TYPES: Readonly<Record<WaitableType, number>> = { A: 1, NS: 2, CNAME: 5, MX: 15, TXT: 16, AAAA: 28 };

/** A name server on loopback that serves what it is told, RFC 1035 over UDP. */
export interface LoopbackNameServer {
  /** `127.0.0.1:port`. */
  readonly address: string;
  /** Every question in order: `contoso.com MX`. */
  readonly questions: readonly string[];
  serve(name: string, type: WaitableType, values: readonly string[]): void;
  /** Answers with this RCODE from now on (RFC 1035 §4.1.1): 2 SERVFAIL, 5 REFUSED. */
  fail(rcode: number): void;
  close(): Promise<void>;
}

export async function startNameServer(): Promise<LoopbackNameServer> {
  const records = new Map<string, readonly string[]>();
  const questions: string[] = [];
  let rcode = 0;
  const socket = createSocket("udp4");
  socket.on("message", (query, from) => {
    const { name, type, end } = readQuestion(query);
    questions.push(`${name} ${type ?? "?"}`);
    const values = type === undefined || rcode !== 0 ? [] : (records.get(`${name} ${type}`) ?? []);
    const exists = [...records.keys()].some((key) => key.startsWith(`${name} `));
    const header = Buffer.alloc(12);
    query.copy(header, 0, 0, 2);
    // QR, AA, RD; NXDOMAIN for a name without any record.
    header.writeUInt16BE(0x8500 | (rcode !== 0 ? rcode : exists ? 0 : 3), 2);
    header.writeUInt16BE(1, 4);
    header.writeUInt16BE(values.length, 6);
    const answers = values.map((value) => answer(type ?? "A", value));
    socket.send(Buffer.concat([header, query.subarray(12, end), ...answers]), from.port, from.address);
  });
  socket.bind(0, "127.0.0.1");
  await once(socket, "listening");
  const { port } = socket.address() as AddressInfo;
  return {
    address: `127.0.0.1:${port}`,
    questions,
    serve: (name, type, values) => void records.set(`${name} ${type}`, values),
    fail: (code) => {
      rcode = code;
    },
    close: async () => {
      socket.close();
      await once(socket, "close");
    },
  };
}

function readQuestion(query: Buffer): { name: string; type: WaitableType | undefined; end: number } {
  const labels: string[] = [];
  let at = 12;
  for (let length = query.readUInt8(at); length > 0; length = query.readUInt8(at)) {
    labels.push(query.toString("latin1", at + 1, at + 1 + length));
    at += 1 + length;
  }
  const code = query.readUInt16BE(at + 1);
  const type = (Object.keys(TYPES) as WaitableType[]).find((key) => TYPES[key] === code);
  return { name: labels.join(".").toLowerCase(), type, end: at + 5 };
}

function answer(type: WaitableType, value: string): Buffer {
  const data = rdata(type, value);
  const head = Buffer.alloc(12);
  // A pointer to the question's name (RFC 1035 §4.1.4).
  head.writeUInt16BE(0xc00c, 0);
  head.writeUInt16BE(TYPES[type], 2);
  head.writeUInt16BE(1, 4);
  head.writeUInt32BE(60, 6);
  head.writeUInt16BE(data.length, 10);
  return Buffer.concat([head, data]);
}

function rdata(type: WaitableType, value: string): Buffer {
  switch (type) {
    case "A":
      return Buffer.from(value.split(".").map(Number));
    case "AAAA":
      throw new Error("this server has no IPv6 addresses to give");
    case "CNAME":
    case "NS":
      return encodeName(value);
    case "MX": {
      const [preference = "", exchange = ""] = value.split(" ");
      const priority = Buffer.alloc(2);
      priority.writeUInt16BE(Number(preference));
      return Buffer.concat([priority, encodeName(exchange)]);
    }
    case "TXT": {
      const strings = value.match(/[\s\S]{1,255}/g) ?? [""];
      return Buffer.concat(
        strings.map((text) => Buffer.concat([Buffer.from([text.length]), Buffer.from(text)])),
      );
    }
  }
}

function encodeName(name: string): Buffer {
  const labels = name.split(".").filter((label) => label !== "");
  return Buffer.concat([
    ...labels.map((label) => Buffer.concat([Buffer.from([label.length]), Buffer.from(label)])),
    Buffer.from([0]),
  ]);
}
