import { createSocket, type Socket } from "node:dgram";
import { once } from "node:events";

/** A name server in front of another one: of texts at the names that hold one of these labels it says SERVFAIL. */
export async function servfailFor(labels: readonly string[], behind: string): Promise<FailingServer> {
  const [host = "", port = ""] = behind.split(":");
  const sockets: Socket[] = [];
  const front = createSocket("udp4");
  sockets.push(front);
  front.on("message", (query, client) => {
    if (isForTexts(query) && labels.some((label) => nameIn(query).includes(label))) {
      // RFC 1035 §4.1.1: QR and RCODE in the header's flags.
      const answer = Buffer.from(query);
      answer[2] = (answer[2] ?? 0) | 0x80;
      answer[3] = ((answer[3] ?? 0) & 0xf0) | 2;
      front.send(answer, client.port, client.address);
      return;
    }
    const back = createSocket("udp4");
    sockets.push(back);
    back.on("message", (answer) => front.send(answer, client.port, client.address));
    back.send(query, Number(port), host);
  });
  front.bind(0, "127.0.0.1");
  await once(front, "listening");
  return {
    address: `127.0.0.1:${front.address().port}`,
    async close() {
      await Promise.all(
        sockets.map((socket) => new Promise<void>((done) => void socket.close(() => done()))),
      );
    },
  };
}

/** The question, whatever the case of its letters, which clients draw at random. */
function nameIn(query: Buffer): string {
  return query.toString("latin1", 12).toLowerCase();
}

/** Is the type of the question TXT? It stands behind the name's labels (RFC 1035 §4.1.2). */
function isForTexts(query: Buffer): boolean {
  let at = 12;
  for (let length = query[at] ?? 0; length > 0; length = query[at] ?? 0) at += length + 1;
  return query.readUInt16BE(at + 1) === 16;
}

export interface FailingServer {
  readonly address: string;
  close(): Promise<void>;
}
