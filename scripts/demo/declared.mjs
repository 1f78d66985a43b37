// What each mail domain of the estate declares, as the cells of a table.
import { domainToUnicode } from "node:url";
import { cell, dim, green, none, red, yellow } from "./paint.mjs";
import { built } from "./require.mjs";

const { parseDmarc } = built("lib/mail/dmarc/index.js");
const { parseSpf, staticLookups } = built("lib/mail/spf/index.js");
const { parseEopHost } = built("lib/microsoft/eop-host.js");

export const HEAD = ["DOMAIN", "PROFILE", "MX", "SPF", "DKIM", "DMARC"];

/** One mail domain each, subdomains too, with its own records and the options it was declared with. */
export function mailDomains({ domains }) {
  return domains.flatMap(({ estate, declaration }) => {
    const below = declaration.plan.subdomains.map(({ label, plan }) => ({
      plan,
      options: estate.options.subdomains[label],
    }));
    return [{ plan: declaration.plan, options: estate.options }, ...below].map(({ plan, options }) => ({
      plan,
      options,
      above: plan === declaration.plan ? undefined : declaration.domain,
      records: declaration.records.filter(({ domain }) => domain === plan.domain),
    }));
  });
}

export function declaredCells(mail) {
  const { plan, above } = mail;
  const name = above ? `  ${plan.domain.slice(0, -above.length - 1)}` : domainToUnicode(plan.domain);
  const quiet = plan.profile === "parked" ? dim : undefined;
  return [cell(name, quiet), cell(plan.profile, quiet), mx(mail), spf(mail), dkim(mail), dmarc(mail)];
}

function mx({ plan, records }) {
  const hosts = records.filter(({ record }) => record.type === "MX" && record.name === plan.domain);
  const [first] = hosts;
  if (!first) return none;
  const host = first.record.exchange;
  if (host === ".") return cell("null", dim);
  const eop = parseEopHost(host);
  if (!eop)
    return cell(`${host.split(".").slice(-2).join(".")}${hosts.length > 1 ? ` ×${hosts.length}` : ""}`);
  if (eop.partition) return cell(`EOP, DNSSEC (${eop.partition})`);
  return cell(eop.clouds.includes("gcc-high") ? "EOP, GCC High" : "EOP");
}

/** The record's own terms that cost a look-up, of ten; what it includes comes on top. */
function spf({ records }) {
  const parsed = parseSpf(records.find(({ role }) => role === "Spf").record.value).value;
  const all = parsed.terms.find(({ kind }) => kind === "all");
  return cell(
    `${staticLookups(parsed).count}  ${all.qualifier}all`,
    all.qualifier === "-" ? undefined : yellow,
  );
}

function dkim({ records }) {
  if (records.some(({ role }) => role === "DkimRevoked")) return cell("all revoked", dim);
  const revoked = (record) => record.type === "TXT" && /;\s*p=\s*;?$/.test(record.value);
  const keys = records.filter(({ role, record }) => role.startsWith("Dkim") && !revoked(record));
  if (keys.length === 0) return none;
  const own = keys.filter(({ role }) => /^DkimSelector[12]$/.test(role)).length;
  const others = keys.length - own;
  return cell([own && "Microsoft", others && (own ? `+${others}` : others)].filter(Boolean).join(" "));
}

function dmarc({ records, above }) {
  const own = records.find(({ role }) => role === "Dmarc");
  if (!own) return cell(`as ${above}`, dim);
  const { policy, test } = parseDmarc(own.record.value).value;
  return cell(`${policy}${test ? ", test" : ""}`, { none: red, quarantine: yellow, reject: green }[policy]);
}
