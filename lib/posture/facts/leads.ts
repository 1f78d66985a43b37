import { type DnsName, isWithin, parseName } from "../../dns/name";
import type { SpfBranch } from "../../mail/spf/tree";
import type { MailPosture, Posture, Where } from "../model";
import { memo } from "./fact";
import { mtaStsOf } from "./mta-sts";
import { mxOf } from "./mx";
import { reportReceivers } from "./report-receivers";
import { soleSpf } from "./spf";
import { spfTreeOf } from "./spf-tree";

/** A name outside a domain that its mail hangs on: whoever has it, decides. */
export interface Lead {
  readonly name: DnsName;
  /** What leads there: `include of SPF`, `MX`, `_dmarc.contoso.com CNAME`. */
  readonly what: string;
  /** What whoever has the name can do. */
  readonly power: string;
  readonly where: Where;
}

/** A tree of records may be as large as its owners like. */
const MOST_LEADS = 500;

/** Every name outside the domain that its mail hangs on, as far as the posture tells, each once a purpose. */
export const leadsOf = memo((mail, posture): readonly Lead[] => {
  const found = [
    ...spfLeads(mail, posture),
    ...mxOf(mail, posture).flatMap(({ record, where }) =>
      record.exchange === "."
        ? []
        : [{ name: record.exchange, what: "MX", power: "takes the domain's mail", where }],
    ),
    ...recordLeads(mail),
    ...reportReceivers(mail, posture).map(
      ({ reports, domain, where }): Lead => ({
        name: domain,
        what: `address of ${reports} reports`,
        power: "reads who sends and receives the domain's mail",
        where,
      }),
    ),
    ...policyLeads(mail, posture),
  ].filter(({ name }) => !isWithin(name, mail.domain));
  const distinct = new Map(found.map((lead) => [`${lead.name} ${lead.what}`, lead]));
  return [...distinct.values()].slice(0, MOST_LEADS);
});

function spfLeads(mail: MailPosture, posture: Posture): readonly Lead[] {
  const { tree } = spfTreeOf(mail, posture);
  const where = soleSpf(mail, posture)?.where;
  return tree && where ? [...branchLeads(tree, where)] : [];
}

function* branchLeads({ steps, domain }: SpfBranch, where: Where): Generator<Lead> {
  for (const { term, target, record } of steps) {
    const name = target === undefined ? undefined : parseName(target, "owner");
    if (name?.ok) {
      yield {
        name: name.value,
        what: `${term.kind} in the SPF record of ${domain}`,
        power: "says who may send in the domain's name",
        where,
      };
    }
    if (record) yield* branchLeads(record, where);
  }
}

/** Aliases and delegations at names of the domain. */
function recordLeads({ records }: MailPosture): readonly Lead[] {
  return records.flatMap(({ record, where }): readonly Lead[] => {
    if (record.type === "CNAME") {
      const { name, target } = record;
      return [{ name: target, what: `${name} CNAME`, power: `answers for ${name}`, where }];
    }
    if (record.type === "NS") {
      const { name, host } = record;
      return [{ name: host, what: `${name} NS`, power: `answers for ${name} and all below it`, where }];
    }
    return [];
  });
}

/** Hosts that the MTA-STS policy lets senders deliver to. */
function policyLeads(mail: MailPosture, posture: Posture): readonly Lead[] {
  const { policy } = mtaStsOf(mail, posture);
  return (policy?.value.mx ?? []).flatMap((pattern): readonly Lead[] => {
    const name = parseName(pattern.replace(/^\*\./, ""), "owner");
    if (!name.ok || !policy) return [];
    return [
      {
        name: name.value,
        what: "mx of the MTA-STS policy",
        power: "may take the domain's mail, by its policy",
        where: policy.where,
      },
    ];
  });
}
