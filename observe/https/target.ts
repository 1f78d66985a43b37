import { type Resolve, recordsOf } from "../../lib/dns/resolve";

/** Where a web server listens. */
export interface Target {
  /** An address. */
  readonly host: string;
  readonly port: number;
}

/** The addresses that the DNS gives of a host, or why there are none. */
export async function addressesOf(
  host: string,
  port: number,
  resolve: Resolve,
): Promise<readonly Target[] | string> {
  const [ip4, ip6] = await Promise.all([resolve(host, "A"), resolve(host, "AAAA")]);
  const addresses = new Set([...recordsOf<"A">(ip4), ...recordsOf<"AAAA">(ip6)]);
  if (addresses.size > 0) return [...addresses].map((address) => ({ host: address, port }));
  if (ip4.kind === "failure") return `${host}: the DNS does not answer (${ip4.reason})`;
  return `${host} has no address`;
}

/** OpenSSL's words for what is wrong with a certificate are plain; the system's codes are not. */
export function reasonOf({ code = "", message }: NodeJS.ErrnoException, host: string): string {
  if (code === "ECONNREFUSED") return `nothing listens for HTTPS at ${host}`;
  if (/^(ERR_TLS_|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO)/.test(code)) return `its certificate: ${message}`;
  return `HTTPS at ${host}: ${code || message}`;
}
