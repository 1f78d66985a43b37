/** What one record of a type holds, in logical form: no quotes, no escapes, names without trailing dot. */
export interface DnsData {
  /** An address in dotted decimal. */
  readonly A: string;
  /** An IPv6 address. */
  readonly AAAA: string;
  readonly CNAME: string;
  /** Exchange `.` is the null MX (RFC 7505). */
  readonly MX: { readonly preference: number; readonly exchange: string };
  readonly NS: string;
  readonly PTR: string;
  /** The character-strings in order, as octets; receivers of SPF, DKIM and DMARC join them without a space. */
  readonly TXT: readonly Uint8Array[];
}

/** The types of records that a resolver is asked for. */
export type DnsType = keyof DnsData;

/** What a resolver makes of one question, after it followed aliases. */
export type DnsAnswer<T extends DnsType = DnsType> =
  /** At least one record of the type. */
  | { readonly kind: "records"; readonly records: readonly DnsData[T][] }
  /** The name exists without a record of the type (RFC 2308 §2.2). */
  | { readonly kind: "nodata" }
  /** The name does not exist. */
  | { readonly kind: "nxdomain" }
  /** Nobody knows: another time the answer may differ. */
  | {
      readonly kind: "failure";
      /** `unknown`: nobody was asked, and what is known does not say. */
      readonly reason:
        | "servfail"
        | "refused"
        | "timeout"
        | "malformed"
        | "alias-loop"
        | "unreachable"
        | "unknown";
      readonly detail?: string;
    };

/**
 * Asks the DNS. It never rejects for what the DNS answers or fails to answer: that is a failure among the answers.
 * @param name absolute, without trailing dot; a label may hold any character but a dot, without escapes
 */
export type Resolve = <T extends DnsType>(name: string, type: T) => Promise<DnsAnswer<T>>;

/** The records of an answer; none where it has none. */
export function recordsOf<T extends DnsType>(answer: DnsAnswer<T>): readonly DnsData[T][] {
  return answer.kind === "records" ? answer.records : [];
}

/** Did the DNS say that there is nothing? */
export function isVoid(answer: DnsAnswer): boolean {
  return answer.kind === "nodata" || answer.kind === "nxdomain";
}

/** The text of a TXT record: its strings joined. What is not UTF-8 becomes U+FFFD, which no mail record allows. */
export function txtText(strings: readonly Uint8Array[]): string {
  const octets = new Uint8Array(strings.reduce((length, string) => length + string.length, 0));
  let offset = 0;
  for (const string of strings) {
    octets.set(string, offset);
    offset += string.length;
  }
  return new TextDecoder("utf-8", { ignoreBOM: true }).decode(octets);
}

/** A resolver that sends each question once and gives its answer to everyone who asks again. */
export function askingOnce(resolve: Resolve): Resolve {
  const asked: { readonly [T in DnsType]: Map<string, Promise<DnsAnswer<T>>> } = {
    A: new Map(),
    AAAA: new Map(),
    CNAME: new Map(),
    MX: new Map(),
    NS: new Map(),
    PTR: new Map(),
    TXT: new Map(),
  };
  return <T extends DnsType>(name: string, type: T) => {
    const answers: Map<string, Promise<DnsAnswer<T>>> = asked[type];
    const answer = answers.get(name) ?? resolve(name, type);
    answers.set(name, answer);
    return answer;
  };
}
