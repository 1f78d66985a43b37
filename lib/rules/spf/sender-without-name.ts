import { spfOf } from "../../posture/facts/spf";
import { domainRule, type Hit } from "../rule";

export const senderWithoutName = domainRule({
  id: "sender-without-name",
  title: "an address that sends and has no name that leads back to it",
  why: "Gmail and Yahoo refuse mail of addresses without a PTR record whose name has that very address, and many others count it against the message. Asked about are single addresses and own hosts in the domain's SPF record; which address of a network sends, nobody sees there.",
  level: "warning",
  sources: [
    { name: "Email sender guidelines (Google)", url: "https://support.google.com/a/answer/81126" },
    { name: "RFC 1912 §2.1", url: "https://www.rfc-editor.org/rfc/rfc1912#section-2.1" },
  ],
  controls: { "bulk-sender": ["PTR"] },
  recommended: false,
  from: ["observed"],
  check(mail, posture) {
    const where = spfOf(mail, posture)[0]?.where ?? mail.where;
    return (mail.senderNames ?? []).flatMap(({ address, names, confirmed, isOpen }): readonly Hit[] => {
      if (names === undefined || confirmed !== undefined || isOpen) return [];
      const [first, second] = names;
      return [
        {
          message:
            first === undefined
              ? `${address}, which sends for ${mail.domain}, has no name`
              : `${address}, which sends for ${mail.domain}, has a name that does not lead back to it`,
          received: first === undefined ? "no PTR record" : second === undefined ? first : names.join(", "),
          expected: `a PTR record with a name whose ${address.includes(":") ? "AAAA" : "A"} record is ${address}`,
          fix: "ask whoever gave you the address to set its reverse record, and give that name the address; or take the address out of SPF",
          where,
        },
      ];
    });
  },
});
