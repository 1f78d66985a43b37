import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import { isIP } from "node:net";
import { reasonOf, type Target } from "./target";

export interface GetOptions<Refusal> {
  /** Milliseconds from connecting to the last octet. */
  readonly timeout: number;
  /** The media types that are asked for. */
  readonly accept: string;
  /** Octets that are read; a body of more is none. */
  readonly most: number;
  /** What is wrong with an answer, or else is made of it, before its body is read; nothing: it is read. */
  readonly refuse: (response: IncomingMessage) => Refusal | undefined;
  /** Trusted in place of the authorities that Node trusts: for tests. */
  readonly ca?: string | undefined;
}

/** What one server made of one request. */
export type Got<Refusal> =
  | { readonly kind: "body"; readonly octets: Buffer }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "large" }
  /** Its time ran out. */
  | { readonly kind: "silent"; readonly why: string }
  | { readonly kind: "failed"; readonly why: string };

/** Gets what stands at a URL from one server, with a certificate of the URL's host. It follows no redirect, and never rejects. */
export function get<Refusal>(
  { host, port }: Target,
  url: URL,
  { timeout, accept, most, refuse, ca }: GetOptions<Refusal>,
): Promise<Got<Refusal>> {
  return new Promise((resolve) => {
    const end = (got: Got<Refusal>) => {
      clearTimeout(timer);
      sent.destroy();
      resolve(got);
    };
    const why = `no answer from ${host} within ${Math.ceil(timeout / 100) / 10} s`;
    const timer = setTimeout(() => end({ kind: "silent", why }), timeout);
    const sent = request({
      host,
      port,
      family: isIP(host) || undefined,
      // A name alone may stand there (RFC 6066 §3).
      ...(isAddress(url) ? {} : { servername: url.hostname }),
      path: `${url.pathname}${url.search}`,
      headers: { host: url.host, accept, "user-agent": "mail-hygiene" },
      agent: false,
      ...(ca === undefined ? {} : { ca }),
    });
    sent.on("error", (error: NodeJS.ErrnoException) => end({ kind: "failed", why: reasonOf(error, host) }));
    sent.on("response", (response) => {
      const refusal = refuse(response);
      if (refusal !== undefined) return end({ kind: "refused", refusal });
      const chunks: Buffer[] = [];
      let octets = 0;
      response.on("data", (chunk: Buffer) => {
        octets += chunk.length;
        if (octets > most) end({ kind: "large" });
        else chunks.push(chunk);
      });
      response.on("error", () => end({ kind: "failed", why: `${host} breaks off` }));
      response.on("end", () => end({ kind: "body", octets: Buffer.concat(chunks) }));
    });
    sent.end();
  });
}

/** The host of a URL, without the brackets of an IPv6 address. */
export function hostOf({ hostname }: URL): string {
  return hostname.replace(/^\[(.*)\]$/, "$1");
}

/** Is the host of a URL an address? */
export function isAddress(url: URL): boolean {
  return isIP(hostOf(url)) !== 0;
}
