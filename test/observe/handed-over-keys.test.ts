import { declareEstate } from "../../lib/declare/estate";
import type { DnsName } from "../../lib/dns/name";
import { formatLocatedFault } from "../../lib/located-fault";
import { declaredPosture } from "../../lib/posture/from-estate";
import { evaluate } from "../../lib/rules/evaluate";
import { packRules } from "../../lib/rules/packs";
import type { Asked } from "../../observe/ask";
import type { AuthoritativeAnswer } from "../../observe/dns/authorities";
import { verifyDomains } from "../../observe/verify";
import { estateOf } from "../lib/estate/memory-files";

const KEYS = "_domainkey.contoso.com" as DnsName;
const nothing = (name: DnsName): Asked => ({
  kind: "answer",
  aliases: [],
  end: name,
  records: [],
  count: 0,
  authentic: false,
});
const referral: AuthoritativeAnswer = {
  server: "ns1.host.example",
  kind: "referral",
  at: KEYS,
  to: ["ns1.vendor.example" as DnsName],
};
const lame: AuthoritativeAnswer = {
  server: "ns1.vendor.example",
  kind: "lame",
  why: "it answers without authority",
};
const empty: AuthoritativeAnswer = { server: "ns1.vendor.example", kind: "records", records: [] };
const failed: AuthoritativeAnswer = { server: "ns1.vendor.example", kind: "failure", why: "timeout" };

/** What becomes of what the domain declares at and below `_domainkey`, of which a resolver finds nothing. */
async function verified(dkim: string, says: readonly AuthoritativeAnswer[], servers: readonly string[] = []) {
  const estate = estateOf(`version: 1
tenants: { contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2025-05-01 } }
domains:
  contoso.com:
    profile: exchange-online
    tenant: contoso
    zone: { cloudflare: {} }
    dkim: ${dkim}
    dmarc: { policy: reject, rua: ["mailto:d@contoso.com"] }
`);
  const declared = declareEstate(estate);
  if (!declared.ok) throw new Error(declared.problems.map(formatLocatedFault).join("\n"));
  const { observed, domains } = await verifyDomains(declaredPosture(estate, declared).domains, {
    ask: async (name) => nothing(name),
    resolve: async () => ({ kind: "nodata" }),
    fetchPolicy: async () => ({ kind: "unreachable", why: "not asked" }) as never,
    authorities: {
      ask: async (name) => (name.endsWith(KEYS) ? says : [empty]),
      delegations: async (_domain, name) =>
        servers.length > 0 && name.endsWith(KEYS) ? [{ at: KEYS, servers }] : [],
    },
    isManaged: () => false,
    around: [],
  });
  const keys = domains.flatMap(({ records }) => records.filter(({ name }) => name.endsWith(KEYS)));
  return {
    statuses: [...new Set(keys.map(({ status }) => status))],
    servers: [...new Set(keys.flatMap((one) => one.servers ?? []))],
    rules: evaluate(observed, packRules(["recommended"])).map(({ rule }) => rule),
  };
}

test.each([
  ["selectors", "{}"],
  ["a whole zone of keys", "{ hosted: { nameServers: [ns1.vendor.example, ns2.vendor.example] } }"],
])(
  "%s behind a server that answers without authority: unreachable, and no rule says that there is no key",
  async (_t, dkim) => {
    const { statuses, servers, rules } = await verified(dkim, [referral, lame]);
    expect(statuses).toEqual(["unreachable"]);
    expect(servers).toEqual([
      "ns1.host.example: hands _domainkey.contoso.com to ns1.vendor.example",
      "ns1.vendor.example: does not answer for the zone (it answers without authority)",
    ]);
    expect(rules).not.toContain("dkim-missing");
    // The others are asked of servers that answer.
    expect(rules).toContain("dmarc-missing");
  },
);

test("the same where the resolver knows the delegation and nobody refers", async () => {
  expect((await verified("{}", [lame], ["ns1.vendor.example"])).statuses).toEqual(["unreachable"]);
  // Outside of a delegation the resolver's word counts, as where nobody may ask servers directly.
  expect((await verified("{}", [lame])).statuses).toEqual(["missing"]);
});

test("what the vendor's server says with authority is that: nothing there", async () => {
  const { statuses, rules } = await verified("{}", [referral, empty]);
  expect(statuses).toEqual(["missing"]);
  expect(rules).toContain("dkim-missing");
  // One that fails has said nothing; where nobody refers there, it may be this machine that cannot ask.
  expect((await verified("{}", [referral, failed])).statuses).toEqual(["unreachable"]);
  expect((await verified("{}", [failed], ["ns1.vendor.example"])).statuses).toEqual(["missing"]);
});
