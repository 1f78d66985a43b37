import { fieldsNamed, type HeaderField, unfolded } from "../mail/header-fields";
import { type AuthenticationResults, parseAuthenticationResults } from "./authentication-results";
import { parseReport } from "./microsoft";
import { isWithinAny, type Trust, type Way } from "./way";

/** What somebody wrote about the message, and whether it can be believed. */
export interface Said<T> {
  readonly field: string;
  /** The place among the header's fields, from 0 at the top. */
  readonly at: number;
  readonly isTrusted: boolean;
  /** Why it can be trusted, or not. */
  readonly why: string;
  readonly says: T;
}

/** Everything that hosts wrote of how the message was judged. */
export interface Statements {
  readonly results: readonly Said<AuthenticationResults>[];
  /** `X-Forefront-Antispam-Report` and `X-Microsoft-Antispam`, by their fields. */
  readonly antispam: readonly Said<ReadonlyMap<string, string>>[];
  /** How Exchange took the sender, and by which way: fields of one value each. */
  readonly exchange: readonly Said<string>[];
  /** Fields that could not be read, being longer than any host's. */
  readonly unread: readonly string[];
}

const RESULTS = ["Authentication-Results", "X-MS-Exchange-Authentication-Results"];
const ANTISPAM = ["X-Forefront-Antispam-Report", "X-Microsoft-Antispam"];
/** What earlier organizations said, renamed on the way in so that nobody takes it for this one's. */
const EARLIER = [
  "Authentication-Results-Original",
  "Original-Authentication-Results",
  "X-Forefront-Antispam-Report-Untrusted",
  "X-Microsoft-Antispam-Untrusted",
];
const EXCHANGE = [
  "X-MS-Exchange-Organization-AuthAs",
  "X-MS-Exchange-Organization-AuthSource",
  "X-MS-Exchange-Organization-SCL",
  "X-MS-Exchange-CrossTenant-AuthAs",
  "X-MS-Exchange-CrossTenant-FromEntityHeader",
  "X-MS-Exchange-CrossTenant-OriginalAttributedTenantConnectingIp",
  "X-MS-Exchange-SkipListedInternetSender",
  "X-MS-Exchange-ExternalOriginalInternetSender",
  "X-OriginatorOrg",
];
/** Exchange Online of the sender's tenant writes it; that of the receiver leaves it as it arrives. */
const SENDERS_OWN = "x-originatororg";

/** Collects what was said, and holds each against the way. */
export function statementsOf(fields: readonly HeaderField[], way: Way, trust: Trust): Statements {
  const places = new Map(fields.map((field, at) => [field, at]));
  const unread: string[] = [];
  const collect = <T>(
    names: readonly string[],
    read: (body: string) => T | undefined,
    judge: (field: HeaderField, at: number, says: T, count: number) => Pick<Said<T>, "isTrusted" | "why">,
  ): readonly Said<T>[] =>
    names.flatMap((name) => {
      const all = fieldsNamed(fields, name);
      return all.flatMap((field) => {
        const at = places.get(field) ?? 0;
        const says = read(field.body);
        if (says === undefined) {
          unread.push(field.name);
          return [];
        }
        return [{ field: field.name, at, says, ...judge(field, at, says, all.length) }];
      });
    });
  const earlier = () => ({ isTrusted: false, why: "what an earlier organization said" });
  return {
    results: [
      ...collect(RESULTS, parseAuthenticationResults, (_, at, says) => judgeResults(says, at, way, trust)),
      ...collect(EARLIER.slice(0, 2), parseAuthenticationResults, earlier),
    ],
    antispam: [
      ...collect(ANTISPAM, parseReport, (_field, _at, says, count) => judgeReport(says, count, way)),
      ...collect(EARLIER.slice(2), parseReport, earlier),
    ],
    exchange: collect(
      EXCHANGE,
      (body) => unfolded(body.slice(0, 4096)),
      (field, _at, _says, count) =>
        field.name.toLowerCase() === SENDERS_OWN
          ? { isTrusted: false, why: "the sender's organization writes it, or anybody in its name" }
          : judgeExchange(count, way),
    ),
    unread,
  };
}

/**
 * Hosts write results above the Received of the host that took the message in; what stands below came with the message, and
 * the sender can have written it (RFC 8601 §5, §7.1).
 */
function judgeResults(
  says: AuthenticationResults,
  at: number,
  way: Way,
  trust: Trust,
): Pick<Said<unknown>, "isTrusted" | "why"> {
  const { border, hops } = way;
  if (!border) return { isTrusted: false, why: "no host on the way is known for one to be trusted" };
  const trusted = hops.filter(({ isTrusted }) => isTrusted);
  const { authority } = says;
  if (at > border.field) {
    const next = hops.find(({ field }) => field > border.field)?.field ?? Number.POSITIVE_INFINITY;
    const own = border.received?.by?.name.toLowerCase();
    // Postfix and others put theirs below their own Received. A host of one's own takes forged ones out (RFC 8601 §5).
    if (at < next && authority !== undefined && authority === own && isWithinAny(authority, trust.hosts)) {
      return { isTrusted: true, why: `by ${authority}, a host of your own that took the message in` };
    }
    return {
      isTrusted: false,
      why: "stands below the host that took the message in, where a sender can write as well",
    };
  }
  if (authority === undefined) {
    const isMicrosoft = trusted.some(
      ({ kind, field }) => (kind === "eop" || kind === "exchange") && field >= at,
    );
    return isMicrosoft
      ? { isTrusted: true, why: "by Exchange Online, above the host that took the message in" }
      : { isTrusted: false, why: "names no authority, and Exchange Online did not take the message in" };
  }
  const names = trusted.flatMap(({ received }) => received?.by?.name.toLowerCase() ?? []);
  if (names.includes(authority) || isWithinAny(authority, trust.hosts)) {
    return { isTrusted: true, why: `by ${authority}, a host that took the message over` };
  }
  return { isTrusted: false, why: `names ${authority}, which is none of the hosts that can be trusted` };
}

/** Exchange Online writes these at the header's end, and renames those that arrive. */
function judgeReport(
  report: ReadonlyMap<string, string>,
  count: number,
  way: Way,
): Pick<Said<unknown>, "isTrusted" | "why"> {
  const base = judgeExchange(count, way);
  const [ip, client] = [report.get("CIP"), way.border?.received?.from?.ip];
  if (!base.isTrusted || ip === undefined || client === undefined || ip === "255.255.255.255") return base;
  return ip === client
    ? { isTrusted: true, why: `${base.why}; its CIP is the address that the message came from` }
    : { isTrusted: false, why: `its CIP ${ip} is not ${client}, the address that the message came from` };
}

function judgeExchange(count: number, way: Way): Pick<Said<unknown>, "isTrusted" | "why"> {
  if (!way.hops.some(({ isTrusted, kind }) => isTrusted && (kind === "eop" || kind === "exchange"))) {
    return { isTrusted: false, why: "no host of Exchange Online that can be trusted is on the way" };
  }
  if (count > 1)
    return { isTrusted: false, why: `there are ${count} of it, and only one can be Exchange Online's` };
  return { isTrusted: true, why: "Exchange Online writes it, and renames or removes those that arrive" };
}
