import {
  compauthReason,
  dateText,
  type Hop,
  type HopKind,
  type MessageReport,
  propertyOf,
  reportWords,
  type Said,
} from "../message";
import { visibleLine } from "../visible";
import { textOf } from "./lines";
import { type Paint, PLAIN } from "./paint";

/** Hops below the border are anybody's to write; so many are shown. */
const MOST_FORGEABLE = 12;
/** Of hops that can be trusted, and of statements. */
const MOST = 40;

const KINDS: Readonly<Record<HopKind, string>> = {
  eop: "enters Exchange Online",
  exchange: "inside Exchange Online",
  "exchange-server": "an Exchange server",
  own: "a host of your own",
  other: "",
};

/** A message as people read it: the verdict, its way, what was said, what is found now. */
export function messageText(report: MessageReport, paint: Paint = PLAIN, isVerbose = false): string {
  const { verdict, dmarc, differences, oddities } = report;
  const result = dmarc?.result ?? "none";
  const colour = result === "pass" ? paint.good : result === "fail" ? paint.error : paint.warning;
  return textOf(
    [
      colour(line(verdict)),
      "",
      ...wayLines(report, paint, isVerbose),
      "",
      ...statementLines(report, paint, isVerbose),
      "",
      ...foundLines(report, paint),
      ...differences.map((difference) => `${paint.warning("differs")}: ${line(difference)}`),
      ...oddities.map((oddity) => `${paint.note("note")}: the message ${line(oddity)}`),
    ].flat(),
  );
}

/** Headers are a stranger's text: nothing in them passes for a line of ours, or for more of one than people read. */
function line(text: string): string {
  const shown = visibleLine(text);
  return shown.length > 400 ? `${shown.slice(0, 400)}…` : shown;
}

function wayLines({ way }: MessageReport, paint: Paint, isVerbose: boolean): readonly string[] {
  if (way.hops.length === 0) return ["way            no Received field: nothing tells where it came from"];
  const trusted = way.hops.filter(({ isTrusted }) => isTrusted);
  const others = way.hops.filter(({ isTrusted }) => !isTrusted);
  const most = isVerbose ? Number.POSITIVE_INFINITY : MOST_FORGEABLE;
  return [
    `${paint.bold("way")}            from the last host to the first`,
    ...trusted.slice(0, MOST).map((hop) => hopLine(hop, way.border === hop)),
    ...(trusted.length > MOST ? [`  and ${trusted.length - MOST} more`] : []),
    ...(others.length > 0
      ? [
          `  ${paint.dim(way.border ? "below: not to be trusted, since a sender can write it" : "not to be trusted: no host on the way is known; name your own with --trust")}`,
          ...others.slice(0, most).map((hop) => paint.dim(hopLine(hop, false))),
          ...(others.length > most ? [`  and ${others.length - most} more`] : []),
        ]
      : []),
  ];
}

function hopLine({ received, kind, delay }: Hop, isBorder: boolean): string {
  if (!received) return "  a field that cannot be read";
  const { from, by, with: protocol, tls, time } = received;
  const came = from ? `${from.name}${from.ip === undefined ? "" : ` [${from.ip}]`}` : "?";
  const notes = [
    ...(protocol === undefined ? [] : [protocol]),
    ...(tls === undefined || tls === "TLS" ? [] : [tls]),
    ...(KINDS[kind] === "" ? [] : [KINDS[kind]]),
    ...(delay === undefined || Math.abs(delay) < 60 ? [] : [`${delay} s after the hop before`]),
    ...(isBorder ? ["took the message in"] : []),
  ];
  const when = time === undefined ? "" : `${dateText(time)}  `;
  return line(`  ${when}${came} → ${by?.name ?? "?"}${notes.length > 0 ? `  (${notes.join("; ")})` : ""}`);
}

function statementLines(
  { statements, arc }: MessageReport,
  paint: Paint,
  isVerbose: boolean,
): readonly string[] {
  const { results, antispam, exchange, unread } = statements;
  const said = <T>(all: readonly Said<T>[], text: (says: T) => readonly string[]): readonly string[] =>
    all
      .slice(0, isVerbose ? undefined : MOST)
      .flatMap(({ field, isTrusted, why, says }) => [
        line(`  ${field}: ${why}`),
        ...text(says).map((one) => line(`    ${isTrusted ? "" : "not to be trusted: "}${one}`)),
      ]);
  const lines = [
    ...said(results, ({ results: all }) => all.slice(0, MOST).map(resultText)),
    ...said(antispam, (report) => {
      const bulk = report.get("BCL");
      return [...reportWords(report), ...(bulk === undefined ? [] : [`bulk complaint level ${bulk}`])];
    }),
    ...said(exchange, (value) => [value]),
    ...unread.map((field) => line(`  ${field}: longer than any host writes it, and not read`)),
    ...(arc.sets.length > 0
      ? [
          line(
            `  ARC, sealed by ${arc.sets.map(({ domain }) => domain).join(", ")}: ${arc.result}, ${arc.why}`,
          ),
        ]
      : []),
  ];
  return [`${paint.bold("what was said")}${lines.length === 0 ? "  nothing" : ""}`, ...lines];
}

function resultText(
  result: MessageReport["statements"]["results"][number]["says"]["results"][number],
): string {
  const { method, result: value, comment, properties } = result;
  const reason = method === "compauth" ? propertyOf(result, "reason") : undefined;
  const meaning = reason === undefined ? undefined : compauthReason(reason);
  return [
    `${method}=${value}`,
    ...(comment === undefined ? [] : [`(${comment})`]),
    ...properties.map(([name, text]) => `${name}=${text}`),
    ...(meaning === undefined ? [] : [`(${meaning})`]),
  ].join(" ");
}

function foundLines({ author, mailFrom, spf, dkim, dmarc }: MessageReport, paint: Paint): readonly string[] {
  const from = mailFrom
    ? `${mailFrom.address === "" ? "<>" : mailFrom.address} (${mailFrom.from})`
    : "not known";
  const aligned = (by: "spf" | "dkim", domain: string) => {
    const found = dmarc?.identifiers.find((each) => each.by === by && each.domain === domain);
    return found ? `; ${found.aligned ? "aligned" : "not aligned"}: ${found.why}` : "";
  };
  return [
    paint.bold("found now"),
    line(`  author       ${author.ok ? author.domain : author.why}`),
    line(`  MAIL FROM    ${from}`),
    spf.done
      ? line(
          `  SPF          ${spf.check.result} for ${spf.domain} from ${spf.ip}${aligned("spf", spf.domain)}`,
        )
      : line(`  SPF          not evaluated: ${spf.why}`),
    ...(spf.done
      ? spf.check.problems.map(({ domain, message }) => line(`               ${domain}: ${message}`))
      : []),
    ...(dkim.length === 0 ? ["  DKIM         no signature"] : []),
    ...dkim.map(({ result, why, signature }) =>
      line(
        `  DKIM         ${result}${signature ? ` for ${signature.domain}, selector ${signature.selector}` : ""}: ${why}${signature ? aligned("dkim", signature.domain) : ""}`,
      ),
    ),
    ...(dmarc ? [line(`  DMARC        ${dmarcText(dmarc)}`)] : []),
  ];
}

function dmarcText({
  result,
  policyDomain,
  record,
  disposition,
  ignored,
}: NonNullable<MessageReport["dmarc"]>): string {
  if (record === undefined) return `${result}${ignored === undefined ? "" : `: ${ignored}`}`;
  return `${result}; ${policyDomain} asks for ${disposition ?? "what nobody answered"}: ${record}`;
}
