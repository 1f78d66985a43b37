import type { DnsName } from "../../dns/name";
import { type Fault, type Result, settle, within } from "../../fault";
import type { MtaStsOptions } from "../../options";
import { LONGEST_MAX_AGE, type MtaStsPolicy, parseMxPattern, uncoveredMx } from "./policy";

/** A week, in seconds: the lifetime in Microsoft's instructions for Exchange Online. */
const DEFAULT_MAX_AGE = 604_800;

/**
 * The policy that the options declare for a domain with these MX hosts. Its patterns are the hosts themselves
 * unless the options name others, which must then cover every host: a sender does not deliver to one that a
 * policy in mode enforce leaves out, and reports it as a failure in mode testing (RFC 8461 §5).
 */
export function buildMtaSts(options: MtaStsOptions, mxHosts: readonly DnsName[]): Result<MtaStsPolicy> {
  const { mode, maxAge = DEFAULT_MAX_AGE } = options;
  const faults: Fault[] = [];
  if (!Number.isInteger(maxAge) || maxAge < 0 || maxAge > LONGEST_MAX_AGE) {
    const expected = `whole seconds from 0 to ${LONGEST_MAX_AGE}`;
    faults.push({ path: ["maxAge"], message: "lifetime is out of range", received: `${maxAge}`, expected });
  }
  const named = readPatterns(options.mx ?? [], faults);
  // In mode none no sender looks at the patterns (§3.2).
  const mx = options.mx ? named : mode === "none" ? [] : [...new Set(mxHosts)];
  if (mode !== "none" && mx.length === 0 && faults.length === 0) {
    faults.push(namelessFault(mxHosts));
  } else if (faults.every(({ path }) => path?.[0] !== "mx")) {
    for (const host of uncoveredMx({ mode, mx }, mxHosts)) faults.push(uncoveredFault(host, mx));
  }
  return settle(faults, () => ({ mode, maxAge, mx, extensions: [] }));
}

function readPatterns(texts: readonly string[], faults: Fault[]): readonly DnsName[] {
  const patterns: DnsName[] = [];
  for (const [index, text] of texts.entries()) {
    const pattern = parseMxPattern(text);
    if (!pattern.ok) faults.push(...pattern.faults.map((fault) => within(fault, "mx", index)));
    else if (!patterns.includes(pattern.value)) patterns.push(pattern.value);
    else
      faults.push({ path: ["mx", index], message: "MX pattern given twice", received: JSON.stringify(text) });
  }
  return patterns;
}

function namelessFault(mxHosts: readonly DnsName[]): Fault {
  const path = ["mx"];
  if (mxHosts.length > 0) {
    const fix = `leave mx out, and the policy names ${[...new Set(mxHosts)].join(", ")}; or use mode none`;
    return { path, message: "policy names no MX host", received: "an empty list", fix };
  }
  const fix = "use mode none, or leave MTA-STS out for a domain that receives no mail";
  return { path, message: "policy names no MX host, and the domain has none", fix };
}

function uncoveredFault(host: DnsName, patterns: readonly DnsName[]): Fault {
  const fault = {
    path: ["mx"],
    message: `MX host ${host} is not covered by the policy`,
    received: patterns.join(", "),
  };
  const short = patterns.find((pattern) => pattern.startsWith("*.") && fallsShort(pattern, host));
  if (short === undefined) return { ...fault, fix: `add ${host}` };
  const oneLabel = `*.${host.slice(host.indexOf(".") + 1)}`;
  return {
    ...fault,
    expected: "a wildcard stands for exactly one label (RFC 8461 §4.1)",
    fix: `write ${oneLabel} or ${host} for ${short}`,
  };
}

/** Does the wildcard's domain hold the host, only more than one label deep, as `*.mx.microsoft` does? */
function fallsShort(pattern: DnsName, host: DnsName): boolean {
  const base = pattern.slice(2);
  return host.endsWith(`.${base}`) && host.slice(0, -base.length - 1).includes(".");
}
