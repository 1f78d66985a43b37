import { parseName } from "../../dns/name";
import { type Fault, fail, ok, type Result, settle, within } from "../../fault";
import type { SpfOptions } from "../../options";
import { networkAddress, parseNetwork } from "./address";
import { parseDomainSpec } from "./domain-spec";
import { splitDualCidr } from "./dual-cidr";
import { SPF_LOOKUP_LIMIT, staticLookups, tooManyLookups } from "./lookups";
import type { DomainSpec } from "./macro";
import type { SpfDirective, SpfHost, SpfIp, SpfQualifier, SpfRecord } from "./record";
import { excerpt } from "./span";
import { distinct, termKey } from "./term-key";

const ALL: Readonly<Record<NonNullable<SpfOptions["all"]>, SpfQualifier>> = {
  fail: "-",
  softfail: "~",
  neutral: "?",
};

/**
 * The record that publishes the declared parts, all of them with the verdict pass, each once.
 *
 * Terms are evaluated from left to right until one matches. So those that need no query (`ip4`, `ip6`) come first:
 * their clients pass without a look-up, and even while another name server is down. Then `a` and `mx`, which ask
 * once about names near the domain; then `include`, whose trees cost most; then `exists`, whose answers
 * no cache holds, since they differ by client. Within each kind the declared order is kept.
 *
 * `a` and `mx` entries may carry CIDR lengths (`mail.contoso.com/28//64`); every domain may hold macros.
 *
 * @returns faults for malformed, misplaced or host-bit addresses, malformed domains, `redirect` beside another part,
 * and more than {@link SPF_LOOKUP_LIMIT} look-ups in the record itself. Paths point into `parts`.
 */
export function buildSpf(parts: SpfOptions): Result<SpfRecord> {
  if (parts.redirect !== undefined) return buildRedirect(parts, parts.redirect);
  const read = [
    ...list("ip4", parts.ip4, (text) => network("ip4", text)),
    ...list("ip6", parts.ip6, (text) => network("ip6", text)),
    ...(parts.a === true ? [ok(bare("a"))] : list("a", parts.a, (text) => host("a", text))),
    ...(parts.mx === true ? [ok(bare("mx"))] : list("mx", parts.mx, (text) => host("mx", text))),
    ...list("include", parts.include, (text) => named("include", text)),
    ...list("exists", parts.exists, (text) => named("exists", text)),
  ];
  const faults = read.flatMap((result) => (result.ok ? [] : result.faults));
  if (faults.length > 0) return fail(...faults);
  const terms = distinct(
    read.flatMap((result) => (result.ok ? [result.value] : [])),
    termKey,
  );
  const record: SpfRecord = {
    terms: [...terms, { kind: "all", qualifier: ALL[parts.all ?? "fail"] }],
  };
  const { count } = staticLookups(record);
  return count <= SPF_LOOKUP_LIMIT ? ok(record) : fail(tooManyLookups(count));
}

function buildRedirect(parts: SpfOptions, target: string): Result<SpfRecord> {
  const beside = Object.entries(parts).filter(
    ([name, value]) =>
      name !== "redirect" && value !== undefined && !(Array.isArray(value) && value.length === 0),
  );
  const alone: Fault = {
    path: ["redirect"],
    message: "redirect stands beside other parts",
    received: beside.map(([name]) => name).join(", "),
    expected: "redirect alone: it hands the whole question to the other record",
    fix: "include that domain instead, or remove the other parts",
  };
  const domain = domainOf(target);
  const faults = [
    ...(beside.length > 0 ? [alone] : []),
    ...(domain.ok ? [] : domain.faults.map((fault) => within(fault, "redirect"))),
  ];
  if (!domain.ok || faults.length > 0) return fail(...faults);
  return ok({ terms: [{ kind: "redirect", domain: domain.value }] });
}

function list(
  part: keyof SpfOptions,
  entries: readonly string[] | undefined,
  read: (text: string) => Result<SpfDirective>,
): Result<SpfDirective>[] {
  return (entries ?? []).map((text, index) => {
    const term = read(text);
    return term.ok ? term : fail(...term.faults.map((fault) => within(fault, part, index)));
  });
}

/** `a` or `mx` of the domain that publishes the record. */
function bare(kind: "a" | "mx"): SpfDirective {
  return { kind, qualifier: "+", cidr4: 32, cidr6: 128 };
}

function network(kind: SpfIp["kind"], text: string): Result<SpfDirective> {
  const read = parseNetwork({ text, offset: 0 }, kind);
  if (!read.ok) return read;
  const { address, cidr } = read.value;
  const start = networkAddress(read.value, kind);
  if (start === address) return ok({ kind, qualifier: "+", address, cidr });
  return fail({
    message: "address has host bits set",
    received: excerpt(text),
    expected: `the network address ${start}/${cidr}`,
    fix: `write ${start}/${cidr} for the block, or ${address} for that host alone`,
  });
}

function named(kind: "include" | "exists", text: string): Result<SpfDirective> {
  const domain = domainOf(text);
  return domain.ok ? ok({ kind, qualifier: "+", domain: domain.value }) : domain;
}

/** A domain with optional CIDR lengths behind it. */
function host(kind: SpfHost["kind"], text: string): Result<SpfDirective> {
  const { host, cidr4, cidr6, faults } = splitDualCidr({ text, offset: 0 });
  const domain = domainOf(host.text);
  if (!domain.ok) return fail(...domain.faults, ...faults);
  return settle(faults, () => ({ kind, qualifier: "+", domain: domain.value, cidr4, cidr6 }));
}

/** A name in A-labels and lower case, or a domain-spec with macros as it was written. */
function domainOf(text: string): Result<DomainSpec> {
  if (text.includes("%")) return parseDomainSpec(text);
  const name = parseName(text, "owner");
  return name.ok ? parseDomainSpec(name.value) : name;
}
