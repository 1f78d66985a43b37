import { dateText, type MessageReport, type Said } from "../message";
import { visible } from "../visible";

/** More hops than any way has are a forger's; the JSON has so many, and their number. */
const MOST_HOPS = 1000;

/**
 * `{verdict, author, mailFrom, way, statements, spf, dkim, arc, dmarc, differences, oddities}`; the names of the keys are contract
 * (docs/guide/message.md). What cannot be seen in a text is escaped.
 */
export function messageJson(report: MessageReport): string {
  const { verdict, author, mailFrom, way, statements, spf, dkim, arc, dmarc, differences, oddities } = report;
  const json = {
    verdict,
    author: author.ok ? { domain: author.domain } : { problem: author.why },
    ...(mailFrom ? { mailFrom } : {}),
    way: {
      count: way.hops.length,
      ...(way.border ? { border: way.hops.indexOf(way.border) } : {}),
      inside: way.isInside,
      hops: way.hops.slice(0, MOST_HOPS).map(({ received, kind, isTrusted, delay }) => ({
        kind,
        trusted: isTrusted,
        ...(received?.from ? { from: received.from } : {}),
        ...(received?.by ? { by: received.by } : {}),
        ...(received?.with === undefined ? {} : { with: received.with }),
        ...(received?.tls === undefined ? {} : { tls: received.tls }),
        ...(received?.time === undefined ? {} : { time: dateText(received.time) }),
        ...(delay === undefined ? {} : { delay }),
      })),
    },
    statements: {
      results: statements.results.map((said) => ({
        ...sourceOf(said),
        ...(said.says.authority === undefined ? {} : { authority: said.says.authority }),
        results: said.says.results.map(({ method, result, comment, properties }) => ({
          method,
          result,
          ...(comment === undefined ? {} : { comment }),
          properties: properties.map(([name, value]) => ({ name, value })),
        })),
      })),
      antispam: statements.antispam.map((said) => ({
        ...sourceOf(said),
        fields: [...said.says].map(([name, value]) => ({ name, value })),
      })),
      exchange: statements.exchange.map((said) => ({ ...sourceOf(said), value: said.says })),
      unread: statements.unread,
    },
    spf: spf.done
      ? {
          result: spf.check.result,
          domain: spf.domain,
          identity: spf.identity,
          ip: spf.ip,
          problems: spf.check.problems.map(({ domain, message }) => ({ domain, message })),
        }
      : { notEvaluated: spf.why },
    dkim: dkim.map(({ result, why, signature, keySize, uncovered }) => ({
      result,
      why,
      ...(signature
        ? { domain: signature.domain, selector: signature.selector, algorithm: signature.algorithm }
        : {}),
      ...(keySize === undefined ? {} : { keySize }),
      ...(uncovered === undefined ? {} : { uncovered }),
    })),
    arc: {
      result: arc.result,
      why: arc.why,
      sealers: arc.sets.map(({ instance, domain, chain }) => ({ instance, domain, chain })),
    },
    ...(dmarc ? { dmarc } : {}),
    differences,
    oddities,
  };
  return `${visible(JSON.stringify(json, undefined, 2))}\n`;
}

function sourceOf({ field, isTrusted, why }: Said<unknown>) {
  return { field, trusted: isTrusted, why };
}
