import { IPv4, IPv6 } from "ipaddr.js";
import type { DnsName } from "../../dns/name";
import { mxOf } from "../../posture/facts/mx";
import { lookup } from "../../posture/lookup";
import type { Posture } from "../../posture/model";
import { domainRule } from "../rule";

/** Ranges of addresses that nobody outside can reach, as ipaddr.js names them (RFC 6890). */
const INSIDE: ReadonlySet<string> = new Set([
  "private",
  "loopback",
  "linkLocal",
  "uniqueLocal",
  "unspecified",
  "carrierGradeNat",
]);

export const mxPrivateAddress = domainRule({
  id: "mx-private-address",
  title: "an MX host that nobody outside can reach",
  why: "All addresses of the host lie in networks of one organisation or one machine. Senders on the Internet cannot connect, or reach a machine of their own, and the mail comes back after days.",
  level: "error",
  below: true,
  sources: [{ name: "RFC 6890 §2.2", url: "https://www.rfc-editor.org/rfc/rfc6890#section-2.2" }],
  check(mail, posture) {
    return mxOf(mail, posture).flatMap(({ record: { exchange }, where }) => {
      const addresses = exchange === "." ? [] : addressesOf(exchange, posture);
      if (addresses.length === 0 || !addresses.every(isInside)) return [];
      return [
        {
          message: `the MX host ${exchange} of ${mail.domain} has addresses only that nobody outside can reach`,
          received: addresses.toSorted().join(", "),
          expected: "an address on the Internet",
          fix: "give the host a public address, or name another one",
          where,
        },
      ];
    });
  },
});

/** None where only one family is known: the other may have one that is reached. */
function addressesOf(host: DnsName, posture: Posture): readonly string[] {
  const [ip4, ip6] = [lookup(posture, host, "A"), lookup(posture, host, "AAAA")];
  if (posture.source === "observed" && !(ip4.known && ip6.known)) return [];
  return [ip4, ip6].flatMap((found) => (found.known ? found.records.map(({ address }) => address) : []));
}

function isInside(address: string): boolean {
  return INSIDE.has((address.includes(":") ? IPv6.parse(address) : IPv4.parse(address)).range());
}
