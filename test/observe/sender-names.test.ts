import { type DnsName, parseName } from "../../lib/dns/name";
import type { DnsAnswer, DnsType, Resolve } from "../../lib/dns/resolve";
import { unwrap } from "../../lib/fault";
import { spfTree } from "../../lib/mail/spf/tree";
import { senderNames } from "../../observe/sender-names";

const CONTOSO: DnsName = unwrap("contoso.com", parseName("contoso.com"));

/** A DNS that holds these; of `silent` names nobody answers. */
function holding(
  records: Readonly<Record<string, readonly unknown[]>>,
  silent: readonly string[] = [],
): Resolve {
  return async <T extends DnsType>(name: string, type: T) => {
    if (silent.includes(name)) return { kind: "failure", reason: "timeout" };
    const found = records[`${name} ${type}`];
    return (found ? { kind: "records", records: found } : { kind: "nxdomain" }) as DnsAnswer<T>;
  };
}

const spf = (text: string) => ({ "contoso.com TXT": [[new TextEncoder().encode(text)]] });

async function names(resolve: Resolve) {
  return senderNames(await spfTree(CONTOSO, resolve), resolve);
}

test("single addresses and own hosts are asked for their names, and the names for their addresses", async () => {
  const resolve = holding({
    ...spf(
      "v=spf1 ip4:203.0.113.25 ip4:198.51.100.0/24 ip6:2001:db8::25 a:mail.contoso.com a:mx.fabrikam.com -ip4:203.0.113.99 include:spf.fabrikam.com -all",
    ),
    "spf.fabrikam.com TXT": [[new TextEncoder().encode("v=spf1 ip4:192.0.2.77 -all")]],
    "mail.contoso.com A": ["203.0.113.26"],
    "mx.fabrikam.com A": ["192.0.2.78"],
    "25.113.0.203.in-addr.arpa PTR": ["Out.contoso.com", "other.contoso.com"],
    "out.contoso.com A": ["203.0.113.25"],
    "26.113.0.203.in-addr.arpa PTR": ["mail.fabrikam.com"],
    "mail.fabrikam.com A": ["192.0.2.1"],
    [`5.2.${"0.".repeat(22)}8.b.d.0.1.0.0.2.ip6.arpa PTR`]: ["out6.contoso.com"],
    "out6.contoso.com AAAA": ["2001:DB8:0::25"],
  });
  expect(await names(resolve)).toEqual([
    {
      address: "203.0.113.25",
      names: ["other.contoso.com", "out.contoso.com"],
      confirmed: "out.contoso.com",
    },
    { address: "2001:db8::25", names: ["out6.contoso.com"], confirmed: "out6.contoso.com" },
    { address: "203.0.113.26", names: ["mail.fabrikam.com"] },
  ]);
});

test("what nobody answers is not taken for nothing; of very many addresses the rest is not asked", async () => {
  const silent = holding(
    {
      ...spf("v=spf1 ip4:203.0.113.25 ip4:203.0.113.26 -all"),
      "26.113.0.203.in-addr.arpa PTR": ["mail.contoso.com"],
    },
    ["25.113.0.203.in-addr.arpa", "mail.contoso.com"],
  );
  expect(await names(silent)).toEqual([
    { address: "203.0.113.25" },
    { address: "203.0.113.26", names: ["mail.contoso.com"], isOpen: true },
  ]);
  const many = Array.from({ length: 70 }, (_, at) => `ip4:203.0.113.${at}`).join(" ");
  const asked = await names(holding(spf(`v=spf1 ${many} -all`)));
  expect([asked.length, asked.filter((one) => one.names === undefined).length]).toEqual([70, 6]);
});
