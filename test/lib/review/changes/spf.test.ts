import { spf } from "../../../../lib/review/changes/spf";
import { contoso, type SideLines, sentences, stateWith } from "../before-after";

const record = (terms: string) => [`contoso.com TXT v=spf1${terms === "" ? "" : ` ${terms}`}`];
const LATER = ["contoso.com TXT (known after apply)"];

const REFUSED = "(mail from there may be refused)";
const THERE = "(everyone who sends from there can send in the domain's name)";

test.each<[string, readonly string[], string]>([
  ["no record", ["contoso.com TXT MS=ms12345678"], "no record"],
  ["a value that is known at apply", LATER, "known after apply"],
  ["a record", record("mx -all"), "v=spf1 mx -all"],
  ["a record beside a value that is known at apply", [...record("mx -all"), ...LATER], "v=spf1 mx -all"],
  ["two records", [...record("mx -all"), ...record("a -all")], "2 records, void"],
  ["a broken record", record("ip4:300.0.0.1 -all"), "a broken record"],
])("a domain with %s", (_title, records, state) => {
  expect(stateWith(spf, records)).toBe(state);
});

const A = "contoso.com A 192.0.2.80";
const MX = ["contoso.com MX 10 mail.contoso.com", "mail.contoso.com A 192.0.2.25"];
/** contoso.com includes fabrikam.com, which is on the same side. */
const included = (terms: string, own = "include:fabrikam.com -all"): SideLines => ({
  records: record(own),
  beside: { "fabrikam.com": [`fabrikam.com TXT v=spf1 ${terms}`] },
});

test.each<
  [string, readonly string[] | SideLines | undefined, readonly string[] | SideLines, readonly string[]]
>([
  ["nothing", record("ip4:192.0.2.1 -all"), record("ip4:192.0.2.1 -all"), []],
  ["nothing, without a record", [], [], []],
  [
    "nothing, though nobody can look behind an include",
    record("include:sendgrid.net -all"),
    record("include:sendgrid.net -all"),
    [],
  ],
  [
    "the way it is written",
    record("ip4:192.0.2.0/25 ip4:192.0.2.128/25 -all"),
    record("ip4:192.0.2.0/24 -all"),
    ["low: SPF written differently; who may send stays the same"],
  ],
  [
    "addresses come",
    record("-all"),
    record("ip4:192.0.2.0/24 ip6:2001:db8::/32 -all"),
    ["low: SPF now also allows 192.0.2.0/24 and 2001:db8::/32"],
  ],
  [
    "addresses go",
    record("ip4:192.0.2.0/24 -all"),
    record("ip4:192.0.2.0/25 -all"),
    [`medium: SPF no longer allows 192.0.2.128/25 ${REFUSED}`],
  ],
  [
    "an include comes",
    record("-all"),
    record("include:sendgrid.net -all"),
    [`medium: SPF now also allows everything in include:sendgrid.net ${THERE}`],
  ],
  [
    "an include goes",
    record("include:sendgrid.net -all"),
    record("-all"),
    [`medium: SPF no longer allows everything in include:sendgrid.net ${REFUSED}`],
  ],
  [
    "addresses and includes come",
    record("-all"),
    record("ip4:192.0.2.1 ip4:198.51.100.1 include:sendgrid.net -all"),
    [`medium: SPF now also allows 192.0.2.1, 198.51.100.1 and everything in include:sendgrid.net ${THERE}`],
  ],
  [
    "hosts of other names that no plan holds come",
    record("-all"),
    record("a:www.contoso.net mx:contoso.net -all"),
    [`medium: SPF now also allows everything in a:www.contoso.net and everything in mx:contoso.net ${THERE}`],
  ],
  [
    "a macro goes",
    record("exists:%{i}.spf.contoso.com -all"),
    record("-all"),
    [`medium: SPF no longer allows everything in exists:%{i}.spf.contoso.com ${REFUSED}`],
  ],
  [
    "the domain's own address comes in",
    [A, ...record("-all")],
    [A, ...record("a -all")],
    ["low: SPF now also allows 192.0.2.80"],
  ],
  [
    "the domain's own hosts come in",
    [...MX, ...record("-all")],
    [...MX, ...record("mx -all")],
    ["low: SPF now also allows 192.0.2.25"],
  ],
  [
    "the domain's own address of another kind comes in, known at apply",
    [A, ...record("-all")],
    [A, "contoso.com AAAA (known after apply)", ...record("a -all")],
    [`medium: SPF now also allows 192.0.2.80 and everything in a:contoso.com ${THERE}`],
  ],
  [
    "the domain's own IPv6 address comes in",
    ["contoso.com AAAA 2001:db8::1", ...record("-all")],
    ["contoso.com AAAA 2001:db8::1", ...record("a -all")],
    ["low: SPF now also allows 2001:db8::1"],
  ],
  [
    "addresses of both kinds come in",
    ["contoso.com AAAA 2001:db8::1", A, ...record("-all")],
    ["contoso.com AAAA 2001:db8::1", A, ...record("a -all")],
    ["low: SPF now also allows 192.0.2.80 and 2001:db8::1"],
  ],
  [
    "a host that has only a text, as far as the plans say, comes in",
    ["mail.contoso.com TXT something", ...record("-all")],
    ["mail.contoso.com TXT something", ...record("a:mail.contoso.com -all")],
    [`medium: SPF now also allows everything in a:mail.contoso.com ${THERE}`],
  ],
  [
    "an alias comes in whose target nobody can look up",
    ["www.contoso.com CNAME www.contoso.net", ...record("-all")],
    ["www.contoso.com CNAME www.contoso.net", ...record("a:www.contoso.com -all")],
    [`medium: SPF now also allows everything in a:www.contoso.com ${THERE}`],
  ],
  [
    "another text beside the record says nothing of senders",
    ["contoso.com TXT MS=ms12345678", ...record("-all")],
    ["contoso.com TXT MS=ms12345678", ...record("ip4:192.0.2.1 -all")],
    ["low: SPF now also allows 192.0.2.1"],
  ],
  [
    "an address that a term names moves",
    [A, ...record("a -all")],
    ["contoso.com A 192.0.2.81", ...record("a -all")],
    [
      "low: SPF, by a record that it includes, now also allows 192.0.2.81",
      `medium: SPF, by a record that it includes, no longer allows 192.0.2.80 ${REFUSED}`,
    ],
  ],
  [
    "a record that it includes allows more",
    included("-all"),
    included("ip4:192.0.2.1 -all"),
    ["low: SPF, by a record that it includes, now also allows 192.0.2.1"],
  ],
  [
    "a record that it includes allows less",
    included("ip4:192.0.2.1 -all"),
    included("-all"),
    [`medium: SPF, by a record that it includes, no longer allows 192.0.2.1 ${REFUSED}`],
  ],
  [
    "more than eleven look-ups are followed all the same",
    [A, ...record("-all")],
    [A, ...record(`${"a ".repeat(12)}ip4:192.0.2.1 -all`)],
    ["low: SPF now also allows 192.0.2.1 and 192.0.2.80"],
  ],
  [
    "everybody comes in by +all",
    record("ip4:192.0.2.1 -all"),
    record("+all"),
    [
      "high: SPF now also allows everybody (everybody may send in the domain's name)",
      "low: SPF for everyone else fail → pass",
    ],
  ],
  [
    "everybody comes in by a network",
    record("-all"),
    record("ip4:0.0.0.0/0 -all"),
    ["high: SPF now also allows everybody (everybody may send in the domain's name)"],
  ],
  [
    "half of everybody comes in",
    record("-all"),
    record("ip4:0.0.0.0/1 -all"),
    ["high: SPF now also allows everybody (everybody may send in the domain's name)"],
  ],
  [
    "the domain shuts everybody out",
    record("+all"),
    record("-all"),
    [
      `medium: SPF no longer allows everybody ${REFUSED}`,
      "medium: SPF for everyone else pass → fail (senders that were forgotten are refused)",
    ],
  ],
  [
    "the rest is refused",
    record("ip4:192.0.2.1 ~all"),
    record("ip4:192.0.2.1 -all"),
    ["medium: SPF for everyone else softfail → fail (senders that were forgotten are refused)"],
  ],
  [
    "the rest is refused no longer",
    record("ip4:192.0.2.1 -all"),
    record("ip4:192.0.2.1 ?all"),
    ["low: SPF for everyone else fail → neutral"],
  ],
  [
    "nothing is said of the rest any more",
    record("ip4:192.0.2.1 -all"),
    record("ip4:192.0.2.1"),
    ["low: SPF for everyone else fail → neutral"],
  ],
  [
    "another record decides on the rest",
    { ...included("-all"), records: record("-all") },
    included("-all", "redirect=fabrikam.com"),
    ["low: SPF for everyone else fail → by redirect"],
  ],
  [
    "twelve blocks are listed",
    record("-all"),
    record(`${blocks(12)} -all`),
    [`low: SPF now also allows ${listed(11)} and 10.22.0.1`],
  ],
  [
    "of more blocks the rest is counted",
    record("-all"),
    record(`${blocks(14)} -all`),
    [`low: SPF now also allows ${listed(12)} and 2 more blocks`],
  ],
  [
    "the record goes",
    record("ip4:192.0.2.1 -all"),
    [],
    [
      "high: SPF v=spf1 ip4:192.0.2.1 -all → no record (nobody can tell the domain's senders from forgers any more)",
    ],
  ],
  [
    "the record breaks",
    record("-all"),
    record("ip4:300.0.0.1 -all"),
    ["high: SPF v=spf1 -all → a broken record (nobody can tell the domain's senders from forgers any more)"],
  ],
  [
    "a second record makes both void",
    record("-all"),
    [...record("-all"), ...record("mx -all")],
    ["high: SPF v=spf1 -all → 2 records, void (nobody can tell the domain's senders from forgers any more)"],
  ],
  ["it is known at apply only", record("-all"), LATER, ["low: SPF v=spf1 -all → known after apply"]],
  [
    "the first record",
    [],
    record("-all"),
    ["medium: SPF no record → v=spf1 -all (who is not listed may be refused from now on)"],
  ],
  [
    "two records become one",
    [...record("-all"), ...record("mx -all")],
    record("-all"),
    ["medium: SPF 2 records, void → v=spf1 -all (who is not listed may be refused from now on)"],
  ],
  [
    "Terraform takes it over",
    undefined,
    record("-all"),
    ["medium: SPF not managed → v=spf1 -all (who is not listed may be refused from now on)"],
  ],
  [
    "Terraform takes it over, broken",
    undefined,
    record("ip4:300.0.0.1 -all"),
    ["low: SPF not managed → a broken record"],
  ],
])("what changes: %s", async (_title, before, after, changes) => {
  expect(sentences(await spf.changes(contoso(before, after)))).toEqual(changes);
});

/** Addresses that no network has in common. */
function blocks(count: number): string {
  return Array.from({ length: count }, (_, index) => `ip4:10.${2 * index}.0.1`).join(" ");
}

function listed(count: number): string {
  return Array.from({ length: count }, (_, index) => `10.${2 * index}.0.1`).join(", ");
}

const PERMERROR = "(receivers take nobody's mail as authorized, and many refuse it)";

test.each<[string, readonly string[], readonly string[], string]>([
  [
    "a record includes itself",
    ["contoso.com TXT v=spf1 ip4:192.0.2.1 -all"],
    ["contoso.com TXT v=spf1 ip4:192.0.2.1 include:contoso.com -all"],
    "leads back",
  ],
  [
    "the record that it includes is deleted",
    [
      "contoso.com TXT v=spf1 include:_spf.contoso.com -all",
      "_spf.contoso.com TXT v=spf1 ip4:192.0.2.1 -all",
    ],
    ["contoso.com TXT v=spf1 include:_spf.contoso.com -all"],
    "_spf.contoso.com: no SPF record",
  ],
  [
    "the record that it hands over to is deleted",
    ["contoso.com TXT v=spf1 redirect=_spf.contoso.com", "_spf.contoso.com TXT v=spf1 ip4:192.0.2.1 -all"],
    ["contoso.com TXT v=spf1 redirect=_spf.contoso.com"],
    "_spf.contoso.com: no SPF record",
  ],
])("broken by the plan: %s", async (_title, before, after, problem) => {
  const [first] = sentences(await spf.changes(contoso(before, after)));
  expect(first).toContain("high: SPF ends in permerror: ");
  expect(first).toContain(problem);
  expect(first).toContain(PERMERROR);
});
