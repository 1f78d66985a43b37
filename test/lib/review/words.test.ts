import {
  ACTION_WORDS,
  acceptedWords,
  addressWords,
  allowedOf,
  asides,
  changeWords,
  findingWords,
  headline,
  shortFindingWords,
  stopsOf,
  titleOf,
  touchedSum,
  unknownOf,
} from "../../../lib/review/words";
import { FINDING, FULL, reviewOf, subjectOf } from "./reviews";

test("a headline counts domains and tenants that change, by risk", () => {
  expect([
    headline(reviewOf({ unchanged: 2 })),
    headline(FULL),
    headline(reviewOf({ subjects: [subjectOf("a"), subjectOf("b")] })),
  ]).toEqual([
    "Nothing of mail or sign-ins changes",
    "2 of 5 domains and tenants change: 1 high, 1 medium risk",
    "2 of 2 domains and tenants change: 2 low risk",
  ]);
});

test("what stops a change is each limit that nobody allows and each new error, nothing else", () => {
  expect(stopsOf(FULL)).toEqual([
    "the DMARC policy of contoso.com is milder than before: if this is intended, --allow dmarc-weakened=contoso.com",
    "new error: the DMARC policy of contoso.com lets forgeries through [dmarc-policy-none]",
  ]);
  const warning = subjectOf("contoso.com", {
    findings: {
      added: [FINDING],
      fixed: [{ ...FINDING, level: "error" }],
      unjudged: [],
      unchanged: [{ ...FINDING, level: "error" }],
    },
  });
  expect(stopsOf(reviewOf({ subjects: [warning] }))).toEqual([]);
});

test("what is allowed says by whom", () => {
  expect(allowedOf(FULL)).toEqual(["fabrikam.com had an MX and has none any more: allowed by --allow"]);
});

test("findings that the estate accepts are counted", () => {
  const accepted = { ...FINDING, reason: "roll-out" };
  expect(
    [[], [accepted], [accepted, accepted]].map((list) => acceptedWords(reviewOf({ accepted: list }))),
  ).toEqual([undefined, "1 finding is accepted by the estate", "2 findings are accepted by the estate"]);
});

test("what concerns no domain and no tenant stands aside", () => {
  expect([asides(reviewOf()), asides(FULL)]).toEqual([
    [],
    [
      "The plan of contoso.net is incomplete: Terraform could not finish it, deferred changes, or planned a part",
      "tailspin.com has left the estate: what it published stays, and nobody looks after it; mail-hygiene destroy --orphans takes it away",
      "Other resources: 2 azurerm_resource_group created, 1 random_id deleted",
      "Not read: cloudflare_dns_record.x: its type is not known before apply",
    ],
  ]);
});

test("a subject is a domain by its name, or a tenant", () => {
  expect(FULL.subjects.map(titleOf)).toEqual(["contoso.com", "tenant contoso"]);
});

test("a change says what may happen, where something may", () => {
  expect(FULL.subjects[0]?.changes.map(changeWords)).toEqual([
    "DMARC reject → none (forgeries that were refused get through)",
    "DKIM s1 added",
  ]);
});

test("a value that nobody can see yet says why", () => {
  const whys = ["known after apply", "no answer", "sensitive", "routed"] as const;
  const [unknown] = FULL.subjects[0]?.unknown ?? [];
  const subject = subjectOf("contoso.com", {
    unknown: unknown ? whys.map((why) => ({ ...unknown, why })) : [],
  });
  expect(unknownOf(subject)).toEqual(
    ["known after apply", "no answer", "sensitive, not shown", "chosen by its host"].map(
      (why) => `s2._domainkey.contoso.com CNAME: ${why}`,
    ),
  );
});

test("a finding ends with its rule; one that is not new has no advice", () => {
  expect([findingWords(FINDING), shortFindingWords(FINDING)]).toEqual([
    "the DMARC policy of contoso.com lets forgeries through; expected p=quarantine or p=reject [dmarc-policy-none]",
    "the DMARC policy of contoso.com lets forgeries through [dmarc-policy-none]",
  ]);
});

test("what Terraform does is counted and named, in the order in which it comes", () => {
  const touched = FULL.subjects[0]?.touched ?? [];
  expect(touchedSum(touched)).toBe(
    "1 changed, 2 created, 1 replaced, 1 deleted, 1 no longer managed, 1 imported, 1 moved",
  );
  expect([touched[0], touched.at(-1)].map((one) => one && addressWords(one))).toEqual([
    "cloudflare_dns_record.dmarc",
    "cloudflare_dns_record.e, was cloudflare_record.e",
  ]);
  expect(Object.keys(ACTION_WORDS)).toEqual([
    "create",
    "update",
    "replace",
    "delete",
    "forget",
    "import",
    "move",
  ]);
});
