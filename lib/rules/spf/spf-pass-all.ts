import type { IpVersion } from "../../dns/address";
import { AddressSet } from "../../dns/address-set";
import { effectiveTerms } from "../../mail/spf/effective";
import { formatSpfTerm } from "../../mail/spf/format";
import type { SpfDirective } from "../../mail/spf/record";
import {
  type AddressSets,
  authorized,
  type SpfBranch,
  type SpfTree,
  type TreeStep,
} from "../../mail/spf/tree";
import { soleSpf } from "../../posture/facts/spf";
import { spfTreeOf } from "../../posture/facts/spf-tree";
import { domainRule, type Hit } from "../rule";

/** Where hosts have addresses: all of IPv4, and of IPv6 what IANA allocates from (RFC 4291 §2.4). */
const INTERNET = { ip4: AddressSet.all("ip4"), ip6: AddressSet.block("ip6", "2000::", 3) } as const;

/** Leading bits of the part of IPv6 that hosts have addresses in. */
const INTERNET_BITS = 3;

export const spfPassAll = domainRule({
  id: "spf-pass-all",
  title: "an SPF record that lets everyone send, or half of the Internet",
  why: "+all, or networks that together hold half of the Internet or more, give a pass to hosts that nobody knows: forgeries then pass SPF, and with it DMARC. It makes no difference whether the domain's own record says so, or one that it includes. That is worse than no record at all.",
  level: "error",
  below: true,
  sources: [{ name: "RFC 7208 §5.1", url: "https://www.rfc-editor.org/rfc/rfc7208#section-5.1" }],
  controls: { scuba: ["MS.EXO.2.2v3"], cis: ["2.1.8"] },
  check(mail, posture): readonly Hit[] {
    const spf = soleSpf(mail, posture);
    const { tree } = spfTreeOf(mail, posture);
    if (!spf || !tree) return [];
    const expected = "a list of senders that ends with -all";
    const everyone = `the SPF record of ${mail.domain} lets every host on the Internet send`;
    const open = effectiveTerms(spf.parsed).directives.find(
      (term) => term.qualifier === "+" && matchesEveryone(term),
    );
    if (open) {
      return [
        {
          message: everyone,
          received: JSON.stringify(spf.record.value),
          expected,
          fix: open.kind === "all" ? "write -all instead of +all" : `remove ${formatSpfTerm(open)}`,
          where: spf.where,
        },
      ];
    }
    const share = mostShare(tree) < 0.5 ? undefined : worstShare(authorized(tree));
    if (!share) return [];
    const { domain, text } = sourceOf(tree);
    return [
      {
        message: share.isAll
          ? everyone
          : `the SPF record of ${mail.domain} lets ${share.percent} % of all ${share.kind} addresses send`,
        received:
          domain === tree.domain ? JSON.stringify(spf.record.value) : `${JSON.stringify(text)} at ${domain}`,
        expected,
        fix:
          domain === tree.domain
            ? "list the addresses that really send"
            : `remove the term that leads to ${domain}, or have its owner list who really sends`,
        where: spf.where,
      },
    ];
  },
});

function matchesEveryone(term: SpfDirective): boolean {
  switch (term.kind) {
    case "all":
      return true;
    case "ip4":
    case "ip6":
      return term.cidr === 0;
    case "a":
    case "mx":
      return term.cidr4 === 0 || term.cidr6 === 0;
    default:
      return false;
  }
}

/** Addresses that the answers to one term can hold at the most: ten exchanges (RFC 7208 §4.6.4) of 64 kB each. */
const MOST_ADDRESSES = 10 * 4096;

/**
 * Of IPv4 or IPv6, the share that may send if no two networks of the tree overlap and none is refused before: what may
 * really send is no more, and takes long to work out.
 */
function mostShare({ steps }: SpfBranch): number {
  return steps.reduce((sum, { term, record }) => sum + shareOf(term) + (record ? mostShare(record) : 0), 0);
}

function shareOf(term: TreeStep["term"]): number {
  switch (term.kind) {
    case "all":
      return term.qualifier === "+" ? 1 : 0;
    // Where the name exists, whoever sends.
    case "exists":
      return 1;
    case "ip4":
      return 2 ** -term.cidr;
    case "ip6":
      return 2 ** (INTERNET_BITS - term.cidr);
    case "a":
    case "mx":
      return Math.min(1, MOST_ADDRESSES * Math.max(2 ** -term.cidr4, 2 ** (INTERNET_BITS - term.cidr6)));
    default:
      return 0;
  }
}

interface Share {
  readonly kind: "IPv4" | "IPv6";
  readonly isAll: boolean;
  /** Whole percent, rounded down. */
  readonly percent: bigint;
}

/** Of IPv4 or IPv6, what may send, where it is half of it or more. */
function worstShare(sets: AddressSets): Share | undefined {
  const shares = (["ip4", "ip6"] as const).map((version: IpVersion): Share => {
    const whole = INTERNET[version];
    const part = sets[version].intersect(whole).size;
    return {
      kind: version === "ip4" ? "IPv4" : "IPv6",
      isAll: part === whole.size,
      percent: (part * 100n) / whole.size,
    };
  });
  const [worst] = shares.sort((a, b) => Number(b.percent - a.percent));
  return worst && worst.percent >= 50n ? worst : undefined;
}

/** The innermost record that by itself lets so many send: the one to mend. */
function sourceOf(tree: SpfTree): SpfBranch {
  const within = (branch: SpfBranch): SpfBranch => {
    for (const { record } of branch.steps) {
      if (record && worstShare(authorized({ ...tree, ...record }))) return within(record);
    }
    return branch;
  };
  return within(tree);
}
