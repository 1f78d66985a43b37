import { createConnection } from "node:net";
import type { ServerAddress } from "./address";
import type { Carried } from "./udp";

/** One message there and one back over a connection of its own; each has its length in front (RFC 1035 §4.2.2). */
export function askOverTcp(
  { address, port }: ServerAddress,
  query: Buffer,
  milliseconds: number,
): Promise<Carried<Buffer>> {
  return new Promise((resolve) => {
    const connection = createConnection({ host: address, port });
    const end = (value: Carried<Buffer>) => {
      clearTimeout(timer);
      connection.destroy();
      resolve(value);
    };
    const timer = setTimeout(() => end("timeout"), milliseconds);
    let received = Buffer.alloc(0);
    connection.on("connect", () => connection.write(framed(query)));
    connection.on("data", (chunk) => {
      received = Buffer.concat([received, chunk]);
      if (received.length < 2) return;
      const whole = 2 + received.readUInt16BE(0);
      if (received.length >= whole) end(received.subarray(2, whole));
    });
    connection.on("error", () => end("unreachable"));
    connection.on("close", () => end("unreachable"));
  });
}

/** A message with its length in front. */
export function framed(query: Buffer): Buffer {
  const length = Buffer.alloc(2);
  length.writeUInt16BE(query.length);
  return Buffer.concat([length, query]);
}
