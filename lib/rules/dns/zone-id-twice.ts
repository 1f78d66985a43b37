import { domainRule } from "../rule";

export const zoneIdTwice = domainRule({
  id: "zone-id-twice",
  title: "one zone id stands for two zones",
  why: "The id decides where records go. Cloudflare puts the names of one domain below the other's zone, where nobody asks for them; Route 53 refuses them. Either way one of the two domains publishes nothing.",
  level: "warning",
  sources: [{ name: "RFC 1034 §4.2", url: "https://www.rfc-editor.org/rfc/rfc1034#section-4.2" }],
  from: ["declared"],
  check({ domain, zone, zoneId }, { domains }) {
    const first = domains.find((other) => other.zoneId !== undefined && other.zoneId === zoneId);
    if (!first || zoneId === undefined || first.domain === domain || first.zone === zone) return [];
    return [
      {
        message: `one zone id stands for two zones, ${first.zone} and ${zone}`,
        received: zoneId,
        fix: "give each domain the id of its own zone; where the zone is a parent of the domain, give its zoneName",
      },
    ];
  },
});
