import type { Evidence } from "../../lib/tenant-reading/evidence";
import { askWith } from "../../observe/ask";
import type { Authorities } from "../../observe/dns/authorities";
import { resolverOf } from "../../observe/dns/resolve";
import { fileFetcher } from "../../observe/https/fetch-file";
import { type FetchPolicyOptions, policyFetcher } from "../../observe/https/fetch-policy";
import type { LiveLookups } from "../../observe/posture";
import { exchangeAsker } from "../../observe/smtp/exchanges";
import { DNS_FILE, keptDns, recordingDns } from "../../observe/tenant/dns-evidence";
import { type DnsOptions, openDns } from "./dns";
import type { ReadTenant, TenantOptions } from "./tenants";

/** What the live world is seen by. */
export interface Eyes {
  readonly lookups: LiveLookups;
  readonly authorities: Pick<Authorities, "ask" | "delegations">;
  /**
   * What is looked at besides, of domains that somebody looks at for the first time.
   * @param smtp is port 25 connected to?
   */
  closer(smtp: boolean): Pick<LiveLookups, "fetchFile" | "serials" | "askExchange">;
  /** What the DNS answered so far, as a file of the evidence. */
  answers(): Evidence["answers"];
  close(): Promise<void>;
}

/**
 * The DNS and the web, or what the DNS answered when evidence was kept: then nobody is asked, and what was not asked then
 * stays without an answer.
 */
export function openEyes(
  options: DnsOptions & TenantOptions,
  read: readonly ReadTenant[],
  https: FetchPolicyOptions,
): Eyes {
  if (options.from !== undefined) return closedEyes(read);
  const { client, authorities, reach } = openDns(options);
  const recorded = options.evidence === undefined ? undefined : recordingDns(client);
  const asked = recorded?.client ?? client;
  const resolve = resolverOf(asked);
  return {
    lookups: {
      ask: askWith(asked),
      resolve,
      fetchPolicy: policyFetcher(resolve, { reach, ...https }),
    },
    authorities,
    closer: (smtp) => ({
      fetchFile: fileFetcher(resolve, { reach, ...(https.connect ? { connect: https.connect } : {}) }),
      serials: (domain) => authorities.serials(domain),
      ...(smtp ? { askExchange: exchangeAsker(resolve, { reach }) } : {}),
    }),
    answers: () => (recorded ? { [DNS_FILE]: recorded.evidence() } : {}),
    close: () => client.close(),
  };
}

function closedEyes(read: readonly ReadTenant[]): Eyes {
  const kept = read.flatMap((one) =>
    typeof one.read === "string" ? [] : [one.read.evidence.answers[DNS_FILE]],
  );
  // Each tenant's folder holds all that was asked then.
  const answers = { [DNS_FILE]: kept.find((one) => one !== undefined) ?? {} };
  const { ask, resolve } = keptDns({ answers });
  const why = "what was kept holds no policies of MTA-STS";
  return {
    lookups: { ask, resolve, fetchPolicy: async () => ({ kind: "failed", why }) },
    authorities: { ask: async () => [], delegations: async () => [] },
    closer: () => ({}),
    answers: () => answers,
    close: async () => {},
  };
}
