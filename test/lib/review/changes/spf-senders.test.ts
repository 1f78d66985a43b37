import { plannedSenders } from "../../../../lib/review/changes/spf-senders";
import { contoso } from "../before-after";

const SPF = (...terms: readonly string[]) => `contoso.com TXT v=spf1 ${terms.join(" ")} -all`;
const LIST = "_spf.contoso.com TXT v=spf1 ip4:192.0.2.1 -all";

/** What is not known of who may send, and what is wrong with the record, as one side of a plan tells. */
async function senders(here: readonly string[], there?: readonly string[]) {
  const { after, postures } = contoso(there ?? [], here);
  const { terms, problems } = await plannedSenders(after, postures.after, there && postures.before);
  return { terms, problems };
}

test.each<[string, readonly string[], readonly string[] | undefined, readonly string[], readonly string[]]>([
  ["a list that is there", [SPF("include:_spf.contoso.com"), LIST], undefined, [], []],
  [
    "a list that no plan shows",
    [SPF("include:_spf.contoso.com")],
    undefined,
    ["include:_spf.contoso.com"],
    [],
  ],
  [
    "a list that is there on the other side alone, and so is gone",
    [SPF("include:_spf.contoso.com")],
    [SPF("include:_spf.contoso.com"), LIST],
    [],
    [
      "_spf.contoso.com: no SPF record",
      'contoso.com: include leads to a domain without an SPF record, got "_spf.contoso.com"',
    ],
  ],
  [
    "a list that somebody else publishes now",
    [SPF("include:_spf.contoso.com"), "_spf.contoso.com CNAME spf.vendor.example"],
    [SPF("include:_spf.contoso.com"), LIST],
    ["include:_spf.contoso.com"],
    [],
  ],
  [
    "a list that is known at apply",
    [SPF("include:_spf.contoso.com"), "_spf.contoso.com TXT (known after apply)"],
    [SPF("include:_spf.contoso.com"), LIST],
    ["include:_spf.contoso.com"],
    [],
  ],
  [
    "a host of one family of addresses",
    [SPF("a:mail.contoso.com"), "mail.contoso.com A 192.0.2.1"],
    undefined,
    [],
    [],
  ],
  [
    "a host of the other family",
    [SPF("a:mail.contoso.com"), "mail.contoso.com AAAA 2001:db8::1"],
    undefined,
    [],
    [],
  ],
  [
    "a host of which one family is known at apply",
    [SPF("a:mail.contoso.com"), "mail.contoso.com A 192.0.2.1", "mail.contoso.com AAAA (known after apply)"],
    undefined,
    ["a:mail.contoso.com"],
    [],
  ],
  ["a host that no plan shows", [SPF("a:mail.contoso.com")], undefined, ["a:mail.contoso.com"], []],
  ["an MX that no plan shows", [SPF("mx")], undefined, ["mx:contoso.com"], []],
  [
    "a list that is named twice, told once",
    [SPF("include:_spf.contoso.com", "include:_spf.contoso.com")],
    undefined,
    ["include:_spf.contoso.com"],
    [],
  ],
  [
    "a term that depends on the sender",
    [SPF("exists:%{i}._spf.contoso.com")],
    undefined,
    ["exists:%{i}._spf.contoso.com"],
    [],
  ],
  [
    "a record that is not SPF",
    [SPF("ipv4:192.0.2.1")],
    undefined,
    [],
    ['contoso.com: unknown mechanism "ipv4", got "ipv4:192.0.2.1"'],
  ],
])("%s", async (_, here, there, terms, problems) => {
  expect(await senders(here, there)).toEqual({ terms, problems });
});
