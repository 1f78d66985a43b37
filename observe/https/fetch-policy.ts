import type { IncomingMessage } from "node:http";
import { request } from "node:https";
import { isIP } from "node:net";
import type { DnsName } from "../../lib/dns/name";
import { type Resolve, recordsOf } from "../../lib/dns/resolve";
import { mtaStsPolicyHost, mtaStsPolicyUrl } from "../../lib/mail/mta-sts";
import { Gate } from "../dns/pace";

/** The text of a domain's MTA-STS policy, or why it cannot be fetched. */
export type FetchedPolicy =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "failed"; readonly why: string };

export type FetchPolicy = (domain: DnsName) => Promise<FetchedPolicy>;

export interface FetchPolicyOptions {
  /** Milliseconds for one address, from connecting to the last octet. RFC 8461 §3.3 suggests a minute. @default 10000 */
  readonly timeout?: number;
  /** Connect here, whatever the DNS says: for tests. */
  readonly connect?: { readonly host: string; readonly port: number };
  /** Trusted beside no others: for tests. @default the authorities that Node trusts */
  readonly ca?: string;
}

/** RFC 8461 §3.3 suggests 64 kilobytes. */
const MOST_OCTETS = 64 * 1024;

/**
 * Fetches policies as senders do (RFC 8461 §3.3): from the addresses that the resolver gives, with a certificate that is
 * valid for the policy host, no redirects, status 200, `text/plain`.
 */
export function policyFetcher(resolve: Resolve, options: FetchPolicyOptions = {}): FetchPolicy {
  const gate = new Gate(AT_ONCE);
  const fetchOne: FetchPolicy = async (domain) => {
    const host = mtaStsPolicyHost(domain);
    const targets = options.connect ? [options.connect] : await addressesOf(host, resolve);
    if (typeof targets === "string") return { kind: "failed", why: targets };
    let failed: FetchedPolicy = { kind: "failed", why: `${host} has no address` };
    for (const target of targets) {
      const fetched = await fetchFrom(target, domain, options);
      if (fetched.kind === "text") return fetched;
      failed = fetched;
    }
    return failed;
  };
  return (domain) => gate.through(() => fetchOne(domain));
}

/** Policies that are fetched at once: hundreds of domains mostly have one web server behind all of them. */
const AT_ONCE = 20;

async function addressesOf(
  host: string,
  resolve: Resolve,
): Promise<readonly { readonly host: string; readonly port: number }[] | string> {
  const [ip4, ip6] = await Promise.all([resolve(host, "A"), resolve(host, "AAAA")]);
  const addresses = [...recordsOf<"A">(ip4), ...recordsOf<"AAAA">(ip6)];
  if (addresses.length > 0) return addresses.map((address) => ({ host: address, port: 443 }));
  if (ip4.kind === "failure") return `${host}: the DNS does not answer (${ip4.reason})`;
  return `${host} has no address`;
}

function fetchFrom(
  { host, port }: { readonly host: string; readonly port: number },
  domain: DnsName,
  { timeout = 10_000, ca }: FetchPolicyOptions,
): Promise<FetchedPolicy> {
  const { hostname, pathname } = new URL(mtaStsPolicyUrl(domain));
  return new Promise((resolve) => {
    const failed = (why: string) => end({ kind: "failed", why });
    const timer = setTimeout(() => failed(`no answer from ${host} within ${timeout / 1000} s`), timeout);
    const sent = request({
      host,
      port,
      family: isIP(host) || undefined,
      servername: hostname,
      path: pathname,
      headers: { host: hostname, accept: "text/plain", "user-agent": "mail-hygiene" },
      agent: false,
      ...(ca === undefined ? {} : { ca }),
    });
    function end(fetched: FetchedPolicy): void {
      clearTimeout(timer);
      sent.destroy();
      resolve(fetched);
    }
    sent.on("error", (error: NodeJS.ErrnoException) => failed(reasonOf(error, host)));
    sent.on("response", (response) => {
      const fault = unfit(response);
      if (fault !== undefined) return failed(fault);
      const chunks: Buffer[] = [];
      let octets = 0;
      response.on("data", (chunk: Buffer) => {
        octets += chunk.length;
        if (octets > MOST_OCTETS) failed(`a policy of more than ${MOST_OCTETS} octets`);
        else chunks.push(chunk);
      });
      response.on("error", () => failed(`${host} breaks off`));
      response.on("end", () => end({ kind: "text", text: Buffer.concat(chunks).toString("utf8") }));
    });
    sent.end();
  });
}

function unfit({ statusCode = 0, headers }: IncomingMessage): string | undefined {
  if (statusCode >= 300 && statusCode < 400)
    return `a redirect (status ${statusCode}), which senders do not follow`;
  if (statusCode !== 200) return `status ${statusCode}`;
  const type = (headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase();
  if (type !== "text/plain") return `content type ${type || "missing"}, where text/plain is due`;
  return undefined;
}

/** OpenSSL's words for what is wrong with a certificate are plain; the system's codes are not. */
function reasonOf({ code = "", message }: NodeJS.ErrnoException, host: string): string {
  if (code === "ECONNREFUSED") return `nothing listens for HTTPS at ${host}`;
  if (/^(ERR_TLS_|CERT_|SELF_SIGNED|DEPTH_ZERO|UNABLE_TO)/.test(code)) return `its certificate: ${message}`;
  return `HTTPS at ${host}: ${code || message}`;
}
