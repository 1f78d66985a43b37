import { isIP } from "node:net";
import { rootCertificates } from "node:tls";
import { type BerWriter, Client, Control, type Entry, type Filter, BerWriter as Writer } from "ldapts";
import { Patience } from "../dns/patience";

/** A connection to a domain controller, as this project reads it. */
export interface Ldap {
  /** One object by its name; `undefined` if there is none. */
  read(name: string, attributes: readonly string[]): Promise<Entry | undefined>;
  /** All objects below a name that a filter takes, as they come. */
  search(below: string, filter: Filter, attributes: readonly string[]): AsyncIterable<Entry>;
  close(): Promise<void>;
}

/** How a domain controller is reached, and as whom. */
export interface LdapOptions {
  /** `ldaps://dc1.contoso.com`, or `ldap://dc1.contoso.com`, which changes to TLS before anything is said. */
  readonly url: string;
  /** `CONTOSO\reader`, `reader@contoso.com`, or a distinguished name. */
  readonly user: string;
  /** Is sent over TLS alone. */
  readonly password: string;
  /** PEM of authorities that are trusted beside those of Node. @default none */
  readonly authorities?: string;
  /** Milliseconds that an answer may take. */
  readonly timeout: number;
  /** Milliseconds that all of them together may take. @default 30 times as many as one */
  readonly total?: number;
}

/** Attributes whose values are bytes. */
const BYTES = ["nTSecurityDescriptor", "objectSid", "tokenGroups", "schemaIDGUID", "attributeSecurityGUID"];
const PAGE = 500;
/** A unit of 100,000 users is 200 pages, of which each takes a part of a second. */
const ALL = 30;

/**
 * Asks for owner, group and DACL of `nTSecurityDescriptor` alone: the fourth part, the SACL, only those may read that
 * manage the security log, and nobody else would be given any part (MS-ADTS §3.1.1.3.4.1.11).
 */
class SecurityDescriptorParts extends Control {
  constructor() {
    super("1.2.840.113556.1.4.801", { critical: true });
  }

  protected override writeControl(writer: BerWriter): void {
    const value = new Writer();
    value.startSequence();
    value.writeInt(7);
    value.endSequence();
    writer.writeBuffer(value.buffer, 4);
  }
}

/**
 * Signs in to a domain controller by name and password.
 * @throws Error of ldapts or of TLS; its message holds no password. The same where answers come too late, or never end
 */
export async function openLdap(options: LdapOptions): Promise<Ldap> {
  const { url, user, password, timeout, total = timeout * ALL, authorities } = options;
  const { protocol, hostname } = new URL(url);
  const host = hostname.replace(/^\[|\]$/g, "");
  const trusted = authorities === undefined ? {} : { ca: [...rootCertificates, authorities] };
  const client = new Client({ url, timeout, connectTimeout: timeout, strictDN: false, tlsOptions: trusted });
  const patience = new Patience(total);
  // ldapts waits for a handshake that it began after StartTLS, and for pages, as long as a server likes.
  const inTime = async <T>(work: () => Promise<T>): Promise<T> => {
    let most = 0;
    const answer = await patience.spend(timeout, (left) => {
      most = left;
      return answeredIn(left, work());
    });
    if (answer) return answer.is;
    const [what, limit] = most === timeout ? ["no answer", timeout] : ["no end of its answers", total];
    throw new Error(`${what} in ${limit / 1000} seconds`);
  };
  try {
    // A server without TLS ends this here, before the password is sent.
    if (protocol === "ldap:") {
      const name = isIP(host) === 0 ? { servername: host } : {};
      await inTime(() => client.startTLS({ ...trusted, host, ...name }));
    }
    await inTime(() => client.bind(user, password));
  } catch (error) {
    await client.unbind().catch(() => undefined);
    throw error;
  }
  const parts = (attributes: readonly string[]) =>
    attributes.includes("nTSecurityDescriptor") ? [new SecurityDescriptorParts()] : [];
  const reading = (attributes: readonly string[]) => ({
    attributes: [...attributes],
    explicitBufferAttributes: BYTES.filter((name) => attributes.includes(name)),
  });
  return {
    async read(name, attributes) {
      const { searchEntries } = await inTime(() =>
        client.search(name, { scope: "base", ...reading(attributes) }, parts(attributes)),
      );
      return searchEntries[0];
    },
    async *search(below, filter, attributes) {
      const pages = client.searchPaginated(
        below,
        { scope: "sub", filter, paged: { pageSize: PAGE }, ...reading(attributes) },
        parts(attributes),
      );
      const next = () => inTime(() => pages.next());
      for (let page = await next(); !page.done; page = await next()) yield* page.value.searchEntries;
    },
    close: () => client.unbind(),
  };
}

/** The answer, or `undefined` if it has not come after so many milliseconds. */
async function answeredIn<T>(milliseconds: number, answer: Promise<T>): Promise<{ is: T } | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), milliseconds);
  });
  try {
    return await Promise.race([answer.then((is) => ({ is })), late]);
  } finally {
    clearTimeout(timer);
  }
}
