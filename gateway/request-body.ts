import type { IncomingMessage } from "node:http";
import { Readable } from "node:stream";

/** The most that is held so that it can be sent again, in bytes: records and zones are far smaller. */
const HELD = 1024 * 1024;

/** What a request carries: in one piece where it is small, else as a stream that can be sent once. */
export async function requestBody(request: IncomingMessage): Promise<Uint8Array | Readable | undefined> {
  if (request.headers["content-length"] === undefined && request.headers["transfer-encoding"] === undefined) {
    return undefined;
  }
  const chunks: Buffer[] = [];
  let size = 0;
  const rest = request.iterator({ destroyOnReturn: false });
  for await (const chunk of rest) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > HELD) return Readable.from(joined(chunks, request), { objectMode: false });
  }
  return Buffer.concat(chunks);
}

async function* joined(chunks: readonly Buffer[], rest: IncomingMessage): AsyncGenerator<Buffer> {
  yield* chunks;
  for await (const chunk of rest) yield chunk;
}
