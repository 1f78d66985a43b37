import { domainRule, type Hit } from "../rule";

export const nameServerLame = domainRule({
  id: "name-server-lame",
  title: "a name server that does not answer for the zone it is listed for",
  why: "Resolvers choose among the name servers of a zone. One that does not have the zone, or is gone, costs each of them time, and where the others are out of reach, mail. A host whose name or address somebody else gets answers in the domain's name.",
  level: "warning",
  sources: [
    { name: "RFC 9499 §7", url: "https://www.rfc-editor.org/rfc/rfc9499#section-7" },
    { name: "RFC 2182 §3.1", url: "https://www.rfc-editor.org/rfc/rfc2182#section-3.1" },
  ],
  from: ["observed"],
  check({ domain, nameServers = [], where }) {
    const isServed = nameServers.some(({ kind }) => kind === "serial");
    return nameServers.flatMap((answer): readonly Hit[] => {
      if (answer.kind === "serial") return [];
      const isLame = answer.kind === "lame";
      return [
        {
          // One that is silent may be out of reach from here alone.
          level: isLame ? (isServed ? "warning" : "error") : "note",
          message: isLame
            ? `${answer.server} is listed as a name server of ${domain} and does not answer for it`
            : `${answer.server}, listed as a name server of ${domain}, did not answer`,
          received: answer.why,
          expected: "an answer with authority to the question for the SOA record",
          fix: "have it serve the zone, or take it off the list at the registrar and in the zone",
          where,
        },
      ];
    });
  },
});
