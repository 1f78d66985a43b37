import { dmarc, dmarcWeakened } from "../../../../lib/review/changes/dmarc";
import { contoso, type SideLines, sentences, stateWith } from "../before-after";

const at = (value: string) => [`_dmarc.contoso.com TXT ${value}`];
const record = (rest: string) => at(`v=DMARC1; ${rest}`);
const LATER = ["_dmarc.contoso.com TXT (known after apply)"];

const FORGERIES = "(forgeries that were refused get through)";
const REFUSED = "(mail that passes neither SPF nor DKIM in alignment is no longer delivered as usual)";

test.each<[readonly string[], string]>([
  [[], "no record"],
  [LATER, "known after apply"],
  [record("p=reject;"), "reject"],
  [[...record("p=reject;"), ...LATER], "reject"],
  [record("p=reject; sp=reject;"), "reject"],
  [record("p=reject; sp=none;"), "reject, subdomains none"],
  [record("p=none; sp=reject; np=reject;"), "none, subdomains reject"],
  [record("p=none; np=reject;"), "none, non-existent subdomains reject"],
  [record("p=none; np=none;"), "none"],
  [record("p=quarantine; t=y;"), "quarantine, testing"],
  [record("rua=mailto:dmarc@contoso.com;"), "none"],
  [record("ruf=mailto:dmarc@contoso.com;"), "no policy"],
  [record("p=never;"), "a broken record"],
  [[...record("p=reject;"), ...record("p=none;")], "2 records, void"],
])("%j reads as %s", (records, state) => {
  expect(stateWith(dmarc, records)).toBe(state);
});

test.each<[string, readonly string[] | undefined, readonly string[], readonly string[]]>([
  ["nothing", record("p=reject;"), record("p=reject;"), []],
  ["nothing, without a record", [], [], []],
  [
    "the policy, to a stronger one",
    record("p=none;"),
    record("p=quarantine;"),
    [`medium: DMARC none → quarantine ${REFUSED}`],
  ],
  [
    "the first record, with a policy",
    [],
    record("p=quarantine;"),
    [`medium: DMARC no record → quarantine ${REFUSED}`],
  ],
  ["the first record, without effect", [], record("p=none;"), ["low: DMARC no record → none"]],
  [
    "the policy, to a weaker one",
    record("p=reject;"),
    record("p=quarantine;"),
    [`high: DMARC reject → quarantine ${FORGERIES}`],
  ],
  [
    "a test that starts",
    record("p=reject;"),
    record("p=reject; t=y;"),
    [`high: DMARC reject → reject, testing ${FORGERIES}`],
  ],
  ["the record goes", record("p=reject;"), [], [`high: DMARC reject → no record ${FORGERIES}`]],
  ["a record without effect goes", record("p=none;"), [], ["low: DMARC none → no record"]],
  [
    "a second record makes both void",
    record("p=reject;"),
    [...record("p=reject;"), ...record("p=none;")],
    [`high: DMARC reject → 2 records, void ${FORGERIES}`],
  ],
  [
    "subdomains are protected too",
    record("p=reject; sp=none;"),
    record("p=reject;"),
    ["low: DMARC reject, subdomains none → reject"],
  ],
  [
    "Terraform takes over a policy",
    undefined,
    record("p=reject;"),
    [`medium: DMARC not managed → reject ${REFUSED}`],
  ],
  [
    "Terraform takes over a record without effect",
    undefined,
    record("p=none;"),
    ["low: DMARC not managed → none"],
  ],
  [
    "a value that is known at apply",
    record("p=reject;"),
    LATER,
    ["medium: DMARC reject → known after apply (nobody knows whether forgeries are still refused)"],
  ],
  [
    "reports",
    record("p=none; rua=mailto:a@contoso.com,mailto:b@contoso.com;"),
    record("p=none; rua=mailto:b@contoso.com,mailto:c@contoso.com,mailto:d@contoso.com;"),
    [
      "low: DMARC reports now also to mailto:c@contoso.com, mailto:d@contoso.com",
      "low: DMARC reports no longer to mailto:a@contoso.com",
    ],
  ],
  [
    "failure reports",
    record("p=none; ruf=mailto:a@contoso.com;"),
    record("p=none; ruf=mailto:b@contoso.com;"),
    [
      "low: DMARC failure reports now also to mailto:b@contoso.com",
      "low: DMARC failure reports no longer to mailto:a@contoso.com",
    ],
  ],
  [
    "alignment becomes strict",
    record("p=reject;"),
    record("p=reject; adkim=s; aspf=s;"),
    [
      "medium: DMARC alignment of DKIM relaxed → strict (mail of subdomains' names no longer passes)",
      "medium: DMARC alignment of SPF relaxed → strict (mail of subdomains' names no longer passes)",
    ],
  ],
  [
    "alignment becomes relaxed",
    record("p=reject; adkim=s;"),
    record("p=reject; adkim=r;"),
    ["low: DMARC alignment of DKIM strict → relaxed"],
  ],
  ["alignment that was written out is left out", record("p=reject; aspf=r;"), record("p=reject;"), []],
])("what changes: %s", async (_title, before, after, changes) => {
  expect(sentences(await dmarc.changes(contoso(before, after)))).toEqual(changes);
});

const SHOP = "_dmarc.shop.contoso.com TXT v=DMARC1; p=reject;";

/** contoso.com has no record of its own; the domain above it is on the same side. */
const below = (parent: string, own: readonly string[] = []): SideLines => ({
  records: ["contoso.com MX 10 mail.contoso.com", ...own],
  beside: { com: [`_dmarc.com TXT v=DMARC1; ${parent}`] },
});

test("a policy that the domain inherits from another of the plans is said there, once", async () => {
  expect(sentences(await dmarc.changes(contoso(below("p=reject;"), below("p=none;"))))).toEqual([]);
});

test.each<[string, readonly string[] | SideLines | undefined, readonly string[] | SideLines, boolean]>([
  ["reject becomes quarantine", record("p=reject;"), record("p=quarantine;"), true],
  ["quarantine becomes reject", record("p=quarantine;"), record("p=reject;"), false],
  ["reject stays", record("p=reject;"), record("p=reject; sp=reject;"), false],
  ["only subdomains become weaker", record("p=reject;"), record("p=reject; sp=quarantine;"), true],
  ["only made-up subdomains become weaker", record("p=reject;"), record("p=reject; np=none;"), true],
  ["the record goes", record("p=reject;"), [], true],
  ["a record without effect goes", record("p=none;"), [], false],
  ["a record without a policy goes", at("v=DMARC1; rua=mailto:dmarc@contoso.com;"), [], false],
  [
    "an own record that goes leaves a stronger one above it",
    { ...below("p=reject;"), records: record("p=quarantine;") },
    below("p=reject;"),
    false,
  ],
  [
    "an own record that goes leaves a weaker one above it",
    { ...below("p=none;"), records: record("p=quarantine;") },
    below("p=none;"),
    true,
  ],
  [
    "of one inherited, what it says of subdomains counts",
    { ...below("p=reject; sp=none;"), records: record("p=quarantine;") },
    below("p=reject; sp=none;"),
    true,
  ],
  [
    "of one inherited, what it says of its own domain does not count",
    { ...below("p=none; sp=reject;"), records: record("p=reject;") },
    below("p=none; sp=reject;"),
    false,
  ],
  [
    "what it inherits weakens, which is said where it stands",
    below("p=none; sp=reject;"),
    below("p=none; sp=none;"),
    false,
  ],
  // Receivers of RFC 7489 take a share of the mail for it; those of RFC 9989 know t.
  ["the policy is asked for no mail", record("p=reject;"), record("p=reject; pct=0;"), true],
  ["the policy is asked for half of the mail", record("p=reject;"), record("p=reject; pct=50;"), true],
  ["the share grows", record("p=reject; pct=20;"), record("p=reject; pct=50;"), false],
  ["a share that is none", record("p=reject;"), record("p=reject; pct=500;"), false],
  ["a share of no policy", record("p=none;"), record("p=none; pct=0;"), false],
  ["testing", record("p=reject;"), record("p=reject; t=y;"), true],
  [
    "testing, and a milder policy for the subdomains of old receivers",
    record("p=reject; t=y;"),
    record("p=quarantine;"),
    true,
  ],
  ["what receivers discard goes", record("p=reject; fo=0:1;; aspf=strict;"), record("p=reject;"), false],
  ["it is known at apply only", record("p=reject;"), LATER, false],
  ["it was not known", LATER, record("p=none;"), false],
  ["nothing was known before", undefined, record("p=none;"), false],
  [
    "a subdomain's own record is no matter of the domain",
    [...record("p=reject;"), SHOP],
    record("p=reject;"),
    false,
  ],
])("weakened: %s", (_title, before, after, weakened) => {
  expect(dmarcWeakened(contoso(before, after))).toBe(weakened);
});
