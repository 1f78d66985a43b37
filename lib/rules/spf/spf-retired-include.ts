import { formatSpfTerm } from "../../mail/spf/format";
import type { SpfInclude, SpfRedirect } from "../../mail/spf/record";
import { retiredInclude } from "../../mail/spf/retired";
import type { SpfBranch } from "../../mail/spf/tree";
import { CLOUDS } from "../../microsoft/clouds";
import { soleSpf } from "../../posture/facts/spf";
import { spfTreeOf } from "../../posture/facts/spf-tree";
import { domainRule } from "../rule";

export const spfRetiredInclude = domainRule({
  id: "spf-retired-include",
  title: "an include of a name that its owner has given up",
  why: "Behind the name there is no record any more, so that the whole check is a permanent error to receivers, for all mail that gets as far as the term. Whoever registers such a name next decides who may send.",
  level: "error",
  below: true,
  sources: [
    { name: "RFC 7208 §5.2", url: "https://www.rfc-editor.org/rfc/rfc7208#section-5.2" },
    {
      name: "Microsoft: the end of Microsoft Cloud Deutschland",
      url: "https://learn.microsoft.com/previous-versions/azure/germany/germany-welcome",
    },
  ],
  controls: { "bulk-sender": ["SPF"] },
  check(mail, posture) {
    const spf = soleSpf(mail, posture);
    const { tree } = spfTreeOf(mail, posture);
    if (!spf || !tree) return [];
    const { tenant } = mail.intent;
    return retiredIn(tree).map(({ domain, term, retired }) => {
      const isMicrosoft = retired.instead === CLOUDS.worldwide.spfInclude;
      const instead =
        tenant && isMicrosoft && domain === tree.domain ? CLOUDS[tenant.cloud].spfInclude : retired.instead;
      return {
        message: `the SPF record of ${domain} asks for ${retired.owner}, which has been gone since ${retired.until}`,
        received: formatSpfTerm(term),
        expected: `${leadTo(term, instead)}, or nothing`,
        fix: `write ${leadTo(term, instead)}`,
        where: spf.where,
      };
    });
  },
});

type Lead = SpfInclude | SpfRedirect;

function leadTo({ kind }: Lead, name: string): string {
  return kind === "include" ? `include:${name}` : `redirect=${name}`;
}

/** Terms that lead to names which are gone, in all records that a receiver comes to. */
function retiredIn({ domain, steps }: SpfBranch): readonly {
  readonly domain: string;
  readonly term: Lead;
  readonly retired: NonNullable<ReturnType<typeof retiredInclude>>;
}[] {
  return steps.flatMap(({ term, target, record }) => {
    const isLead = term.kind === "include" || term.kind === "redirect";
    const retired = isLead && target !== undefined ? retiredInclude(target) : undefined;
    return [...(isLead && retired ? [{ domain, term, retired }] : []), ...(record ? retiredIn(record) : [])];
  });
}
