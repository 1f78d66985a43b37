import type { IpVersion } from "../../dns/address";
import { SPF_LIMITS } from "../../mail/spf/check";
import type { SpfBranch } from "../../mail/spf/tree";
import { soleSpf } from "../../posture/facts/spf";
import { spfTreeOf } from "../../posture/facts/spf-tree";
import { domainRule, type Hit } from "../rule";

const CLIENTS = { ip4: "IPv4", ip6: "IPv6" } as const;

export const spfVoidLookups = domainRule({
  id: "spf-void-lookups",
  title: "an SPF record with more than two void look-ups",
  why: "A term whose name does not exist, or has no address of the client's kind, is a void look-up. Receivers stop at the third and answer permerror: a record that has outlived its senders breaks all at once, and one of hosts without IPv6 addresses breaks for mail that comes by IPv6.",
  level: "error",
  below: true,
  sources: [{ name: "RFC 7208 §4.6.4", url: "https://www.rfc-editor.org/rfc/rfc7208#section-4.6.4" }],
  controls: { "bulk-sender": ["SPF"] },
  check(mail, posture): readonly Hit[] {
    const spf = soleSpf(mail, posture);
    const { tree } = spfTreeOf(mail, posture);
    if (!spf || !tree) return [];
    const { voids } = SPF_LIMITS;
    const over = (["ip4", "ip6"] as const).filter((version) => tree.voids[version] > voids);
    const [version, other] = over;
    if (version === undefined) return [];
    const names = voidNames(tree, version);
    const common = {
      received: [...new Set(names)].join(", "),
      expected: `at most ${voids}`,
      where: spf.where,
    };
    if (other !== undefined) {
      return [
        {
          message: `the SPF record of ${mail.domain} makes ${names.length} look-ups of names that hold nothing`,
          fix: "remove the terms of senders that are gone",
          ...common,
        },
      ];
    }
    const kind = CLIENTS[version];
    return [
      {
        message: `the SPF record of ${mail.domain} is a permanent error for mail that comes by ${kind}: ${names.length} of its look-ups find no ${kind} address`,
        fix: `list the hosts' addresses with ip4 and ip6 instead, or give the hosts ${kind} addresses`,
        level: "warning",
        ...common,
      },
    ];
  },
});

/** The names that are void look-ups to clients of a kind: `a` asks for their own kind of address only (RFC 7208 §5.3). */
function voidNames({ steps }: SpfBranch, version: IpVersion): readonly string[] {
  const foreign = version === "ip4" ? "AAAA" : "A";
  return steps.flatMap(({ term, queries, record }) => [
    ...queries
      .filter((query) => query.void && !(term.kind === "a" && query.type === foreign))
      .map(({ name }) => name),
    ...(record ? record.queries.filter((query) => query.void).map(({ name }) => name) : []),
    ...(record ? voidNames(record, version) : []),
  ]);
}
