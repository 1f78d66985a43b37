import type { Socket } from "node:net";
import { type Answer, decode, encode, type Packet, RECURSION_AVAILABLE, type RecordType } from "dns-packet";
import type { ServerAddress } from "../../../observe/dns/address";
import { onePort } from "../../support/one-port";

interface Query {
  readonly name: string;
  readonly type: RecordType;
  readonly transport: "udp" | "tcp";
  readonly edns: boolean;
  /** How often this question came before, over either. */
  readonly before: number;
}

/** What the server sends: a packet without id and question, octets as they are, or nothing at all. */
export type Script = (query: Query) => (Packet & { readonly rcode?: number }) | Buffer | undefined;

export interface ScriptedServer {
  readonly address: ServerAddress;
  /** Every question that came, `name TYPE transport`. */
  readonly asked: readonly string[];
  close(): Promise<void>;
}

/** A name server on loopback that does what a test says, right or wrong. */
export async function scriptedServer(script: Script): Promise<ScriptedServer> {
  const asked: string[] = [];
  const { udp, tcp, port } = await onePort();
  const respond = (octets: Buffer, transport: Query["transport"]): Buffer | undefined => {
    const { id = 0, questions: [question] = [], additionals = [] } = decode(octets);
    const { name = "", type = "A" } = question ?? {};
    const before = asked.filter((line) => line.startsWith(`${name} ${type} `)).length;
    asked.push(`${name} ${type} ${transport}`);
    const said = script({
      name,
      type,
      transport,
      before,
      edns: additionals.some((one) => one.type === "OPT"),
    });
    if (said === undefined || Buffer.isBuffer(said)) {
      if (said && said.length >= 2) said.writeUInt16BE(id);
      return said;
    }
    const { rcode = 0, flags = 0, ...packet } = said;
    return encode({
      questions: question ? [question] : [],
      ...packet,
      type: "response",
      id: packet.id ?? id,
      flags: flags | RECURSION_AVAILABLE | rcode,
    });
  };
  udp.on("message", (octets, from) => {
    const response = respond(octets, "udp");
    if (response) udp.send(response, from.port, from.address);
  });
  const connections = new Set<Socket>();
  tcp.on("connection", (connection) => {
    connections.add(connection);
    connection.on("error", () => connection.destroy());
    connection.on("data", (octets) => {
      const response = respond(octets.subarray(2), "tcp");
      if (!response) {
        connection.destroy();
        return;
      }
      const length = Buffer.alloc(2);
      length.writeUInt16BE(response.length);
      connection.write(Buffer.concat([length, response]));
    });
  });
  return {
    address: { address: "127.0.0.1", port },
    asked,
    close: async () => {
      for (const connection of connections) connection.destroy();
      await Promise.all([
        new Promise<void>((done) => udp.close(done)),
        new Promise((done) => tcp.close(done)),
      ]);
    },
  };
}

export const txt = (name: string, ...data: readonly string[]): Answer => ({
  type: "TXT",
  name,
  ttl: 60,
  data: [...data],
});
export const cname = (name: string, data: string): Answer => ({ type: "CNAME", name, ttl: 60, data });
export const soa = (name: string): Answer => ({
  type: "SOA",
  name,
  ttl: 60,
  data: {
    mname: "ns1.contoso.com",
    rname: "hostmaster.contoso.com",
    serial: 1,
    refresh: 1,
    retry: 1,
    expire: 1,
    minimum: 60,
  },
});
