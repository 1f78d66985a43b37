import { getServers } from "node:dns";
import { isIP } from "node:net";
import { fail, ok, type Result } from "../../lib/fault";

/** Where a name server listens, UDP and TCP. */
export interface ServerAddress {
  readonly address: string;
  readonly port: number;
}

export const DNS_PORT = 53;

/** Reads `192.0.2.53`, `127.0.0.1:5353`, `2001:db8::53` or `[2001:db8::53]:5353`. */
export function parseServer(text: string): Result<ServerAddress> {
  const [, bracketed, plain, port] = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d{1,5}))?$/.exec(text) ?? [];
  const address = isIP(text) === 6 ? text : (bracketed ?? plain ?? "");
  const number = port === undefined ? DNS_PORT : Number(port);
  if (isIP(address) === 0 || number < 1 || number > 65_535) {
    return fail({
      message: "not the address of a name server",
      received: JSON.stringify(text),
      expected: "an address such as 192.0.2.53, 127.0.0.1:5353 or [2001:db8::53]:5353",
    });
  }
  return ok({ address, port: number });
}

/** `192.0.2.53`, or with its port where that is not 53. */
export function formatServer({ address, port }: ServerAddress): string {
  if (port === DNS_PORT) return address;
  return address.includes(":") ? `[${address}]:${port}` : `${address}:${port}`;
}

export function isLoopback({ address }: ServerAddress): boolean {
  return address.startsWith("127.") || address === "::1";
}

/** The resolvers of this machine, in its order. */
export function systemServers(): readonly ServerAddress[] {
  return getServers().flatMap((text) => {
    const read = parseServer(text);
    return read.ok ? [read.value] : [];
  });
}
