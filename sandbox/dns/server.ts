import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";
import { type Socket as Connection, createServer, type Server } from "node:net";
import { respond } from "./respond";
import type { ZoneOf } from "./zone";

const LOOPBACK = "127.0.0.1";
/** How often a port that UDP got may be taken for TCP before that is no accident. */
const ATTEMPTS = 50;

/** A name server on one port of this machine, UDP and TCP. */
export interface DnsServer {
  /** `127.0.0.1:port`. */
  readonly authority: string;
  close(): Promise<void>;
}

/** @throws Error if the system has no port for both */
export async function startDnsServer(zoneOf: ZoneOf): Promise<DnsServer> {
  for (let attempt = 1; ; attempt += 1) {
    const udp = createSocket("udp4");
    udp.bind(0, LOOPBACK);
    await once(udp, "listening");
    const { port } = udp.address();
    const tcp = createServer();
    try {
      tcp.listen(port, LOOPBACK);
      await once(tcp, "listening");
    } catch (error) {
      udp.close();
      if (attempt === ATTEMPTS) throw error;
      continue;
    }
    serveUdp(udp, zoneOf);
    const connections = serveTcp(tcp, zoneOf);
    return {
      authority: `${LOOPBACK}:${port}`,
      close: async () => {
        for (const connection of connections) connection.destroy();
        await Promise.all([
          new Promise<void>((resolve) => udp.close(() => resolve())),
          new Promise<void>((resolve) => tcp.close(() => resolve())),
        ]);
      },
    };
  }
}

function serveUdp(udp: Socket, zoneOf: ZoneOf): void {
  udp.on("message", (query, from) => {
    const response = respond(query, "udp", zoneOf);
    if (response !== undefined) udp.send(response, from.port, from.address, () => undefined);
  });
}

/** Each message has its length in front (RFC 1035 §4.2.2); a connection may carry many. */
function serveTcp(tcp: Server, zoneOf: ZoneOf): ReadonlySet<Connection> {
  const connections = new Set<Connection>();
  tcp.on("connection", (connection) => {
    connections.add(connection);
    let received = Buffer.alloc(0);
    connection.on("data", (chunk) => {
      received = Buffer.concat([received, chunk]);
      while (received.length >= 2 && received.length >= 2 + received.readUInt16BE(0)) {
        const end = 2 + received.readUInt16BE(0);
        const response = respond(received.subarray(2, end), "tcp", zoneOf);
        received = received.subarray(end);
        if (response !== undefined) connection.write(prefixed(response));
      }
    });
    connection.on("error", () => connection.destroy());
    connection.on("close", () => connections.delete(connection));
  });
  return connections;
}

function prefixed(message: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(message.length);
  return Buffer.concat([length, message]);
}
