import type { NameServerAnswer } from "../../posture/evidence";
import { domainRule } from "../rule";

type Serial = Extract<NameServerAnswer, { readonly kind: "serial" }>;

export const nameServerStale = domainRule({
  id: "name-server-stale",
  title: "a name server with an older copy of the zone",
  why: "A copy that is no longer fetched goes on answering until it expires: some receivers see records that were changed long ago, and mail passes or fails by chance. Right after a change it is on its way.",
  level: "note",
  sources: [
    { name: "RFC 1982", url: "https://www.rfc-editor.org/rfc/rfc1982" },
    { name: "RFC 1912 §2.2", url: "https://www.rfc-editor.org/rfc/rfc1912#section-2.2" },
  ],
  from: ["observed"],
  check({ domain, nameServers = [], where }) {
    const serials = nameServers.filter((answer): answer is Serial => answer.kind === "serial");
    return serials.flatMap(({ server, serial, primary }) => {
      // Copies of another primary, as where two hosts serve one zone, count by themselves.
      const newer = serials.find((other) => other.primary === primary && isNewer(other.serial, serial));
      if (!newer) return [];
      return [
        {
          message: `${server} answers for ${domain} from an older copy of the zone`,
          received: `serial ${serial}`,
          expected: `serial ${newer.serial}, as at ${newer.server}`,
          fix: "look once more after the refresh time of the SOA record; if it is still so, see why transfers to it fail",
          where,
        },
      ];
    });
  },
});

/** RFC 1982 §3.2, of 32 bits. */
function isNewer(one: number, other: number): boolean {
  const distance = (one - other + 2 ** 32) % 2 ** 32;
  return distance > 0 && distance < 2 ** 31;
}
