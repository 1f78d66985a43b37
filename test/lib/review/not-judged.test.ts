import { unwrap } from "../../../lib/fault";
import type { Plan } from "../../../lib/plan/plan";
import { type Allowance, parseAllowance, reviewLimits } from "../../../lib/review/limits";
import { reviewPlans } from "../../../lib/review/review";
import { headline } from "../../../lib/review/words";
import { packRules } from "../../../lib/rules/packs";
import { cloudflare, dnsRecord, mx, planOf, type ResourceJson, resource, txt } from "./plan-json";

const OPTIONS = { rules: packRules(["recommended"]), limits: reviewLimits() };

async function stops(plan: Plan, more: Partial<Parameters<typeof reviewPlans>[1]> = {}) {
  const { exceeded, passed } = await reviewPlans([plan], { ...OPTIONS, ...more });
  return { passed, messages: exceeded.map(({ limit, subject, message }) => [limit, subject, message]) };
}

const MX = mx("contoso.com", "mx.contoso.net");
const STAYS = dnsRecord("mx", MX, MX);
const { content: _content, ...HIDDEN } = txt("_dmarc.contoso.com", "");
const REJECT = txt("_dmarc.contoso.com", "v=DMARC1; p=reject; rua=mailto:d@contoso.com;");

test.each<[string, Partial<ResourceJson>, string]>([
  ["known after apply", { unknown: { content: true } }, "known after apply"],
  ["sensitive", { sensitive: { content: true } }, "sensitive, not shown"],
])(
  "a DMARC record that becomes %s is not judged, and neither is what was found in it",
  async (_, more, words) => {
    const plan = planOf("mail", [STAYS, dnsRecord("dmarc", REJECT, HIDDEN, more)]);
    expect(await stops(plan)).toEqual({
      passed: false,
      messages: [["not-judged", "contoso.com", `not judged: _dmarc.contoso.com TXT is ${words}`]],
    });
    const { subjects } = await reviewPlans([plan], OPTIONS);
    expect(
      subjects.map(({ risk, findings }) => [risk, findings.fixed, findings.unjudged.map(({ rule }) => rule)]),
    ).toEqual([["medium", [], words.startsWith("known") ? ["dmarc-enforced-unauthenticated"] : []]]);
  },
);

test("a hidden record that stays, and what Microsoft's own resource computes, need nobody's word", async () => {
  const configuration = {
    root_module: {
      resources: [
        {
          address: "cloudflare_dns_record.dkim",
          expressions: { content: { references: ["m365_dkim_signing_config.main.selector1_cname"] } },
        },
      ],
    },
  };
  const { content: _value, ...later } = cloudflare("CNAME", "selector1._domainkey.contoso.com", "");
  const plan = planOf(
    "mail",
    [
      STAYS,
      dnsRecord("dmarc", REJECT, REJECT, { sensitive: { content: true } }),
      dnsRecord("dkim", undefined, later, { unknown: { content: true } }),
    ],
    { configuration },
  );
  expect(await stops(plan)).toEqual({ passed: true, messages: [] });
});

test("what could not be read asks where it changes, and is told where it stays", async () => {
  const named = { zone_id: "z", type: "MX", name: "@", ttl: 1, content: "mx.contoso.net", priority: 0 };
  const plan = planOf("mail", [
    resource("cloudflare_record.new", undefined, named, { unknown: { hostname: true } }),
    resource("cloudflare_record.old", named, named),
    { address: "cloudflare_record.odd", type: "cloudflare_record", actions: ["create", "quarantine"] },
    { address: "random_id.odd", type: "random_id", actions: ["create", "quarantine"] },
  ]);
  const why = 'the zone of this MX record, whose name there is "@", is not told by the plan';
  expect(await stops(plan)).toEqual({
    passed: false,
    messages: [
      ["not-judged", "mail", `not judged: cloudflare_record.new: ${why}`],
      [
        "not-judged",
        "mail",
        "not judged: cloudflare_record.odd: what Terraform does to it is not known: create, quarantine",
      ],
    ],
  });
  const review = await reviewPlans([plan], OPTIONS);
  expect(review.unread.map(({ address }) => address)).toEqual([
    "cloudflare_record.new",
    "cloudflare_record.old",
    "cloudflare_record.odd",
    "random_id.odd",
  ]);
  expect(headline(review)).toBe("Nothing of mail or sign-ins changes, as far as it can be judged");
});

test("a plan that is not whole, a stack without one, and a stack that has left the estate do not pass in silence", async () => {
  const plan = planOf("contoso.com", [STAYS], { errored: true });
  const absent = { unplanned: ["fabrikam.com"], gone: ["tailspin.com", "tenant-tailspin"] };
  const messages = [
    [
      "not-judged",
      "contoso.com",
      "not judged: the plan of contoso.com is incomplete: more than it shows may change",
    ],
    ["not-judged", "fabrikam.com", "not judged: Terraform could not plan fabrikam.com"],
    ...absent.gone.map((stack) => [
      "not-judged",
      stack,
      `not judged: ${stack} has left the estate: what it published stays, and nobody looks after it`,
    ]),
  ];
  expect(await stops(plan, { absent })).toEqual({ passed: false, messages });
  const allowances: readonly Allowance[] = ["contoso.com", "fabrikam.com", "*tailspin*"].map((glob) =>
    unwrap(glob, parseAllowance(`not-judged=${glob}`)),
  );
  expect((await stops(plan, { absent, allowances })).passed).toBe(true);
});

test("many of one kind are counted behind the first five", async () => {
  const records = Array.from({ length: 9 }, (_, index) =>
    resource(`cloudflare_record.n${index}`, undefined, {
      zone_id: "z",
      type: "TXT",
      name: `_n${index}`,
      content: "x",
    }),
  );
  const { messages } = await stops(planOf("mail", records));
  expect([messages.length, messages.at(-1)]).toEqual([
    6,
    ["not-judged", "mail", "not judged: 4 more of the kind at mail"],
  ]);
});

const HOST = (values: object) =>
  resource("cloudflare_workers_custom_domain.policy", undefined, {
    hostname: "mta-sts.contoso.com",
    service: "mta-sts",
    ...values,
  });
const script = (content: string | undefined, more: Partial<ResourceJson> = {}) =>
  resource(
    "cloudflare_workers_script.policy",
    undefined,
    { script_name: "mta-sts", ...(content === undefined ? {} : { content }) },
    more,
  );
const READABLE = `const policy = ${JSON.stringify("version: STSv1\r\nmode: testing\r\nmx: mx.contoso.net\r\nmax_age: 86400\r\n")};`;

test.each<[string, readonly ResourceJson[], string | undefined]>([
  ["this project's own script", [HOST({}), script(READABLE)], undefined],
  [
    "a script that is known after apply",
    [HOST({}), script(undefined, { unknown: { content: true } })],
    "its content is known after apply",
  ],
  [
    "a script that is sensitive",
    [HOST({}), script(READABLE, { sensitive: { content: true } })],
    "its content is sensitive, not shown",
  ],
  [
    "a script of another form",
    [HOST({}), script("export default { fetch: () => new Response(text) };")],
    "what it serves cannot be read from its content",
  ],
  ["a script from a file", [HOST({}), script(undefined)], "what it serves cannot be read from its content"],
  ["a script of another plan", [HOST({})], "the plans do not hold it"],
  [
    "a route to a script of another plan",
    [
      resource("cloudflare_workers_route.policy", undefined, {
        pattern: "mta-sts.contoso.com/*",
        script: "mta-sts",
      }),
    ],
    "the plans do not hold it",
  ],
  ["a script of another plan for a web site", [HOST({ hostname: "www.contoso.com" })], undefined],
])("%s at the host of an MTA-STS policy", async (_, resources, why) => {
  const { messages } = await stops(planOf("mail", [STAYS, ...resources]));
  expect(messages).toEqual(
    why === undefined
      ? []
      : [
          [
            "not-judged",
            "contoso.com",
            `not judged: the MTA-STS policy at mta-sts.contoso.com comes from Worker mta-sts: ${why}`,
          ],
        ],
  );
});

test.each<[string, boolean]>([
  ["google_dns_record_set", true],
  ["digitalocean_record", true],
  ["oci_dns_rrset", true],
  ["aws_route53_records_exclusive", true],
  ["namecheap_domain_records", true],
  ["azurerm_private_dns_a_record", false],
  ["azurerm_dns_srv_record", false],
  ["aws_s3_bucket", false],
])("a changed %s is not judged: %s", async (type, asks) => {
  const change = resource(`${type}.one`, { name: "a" }, { name: "b" });
  const stays = resource(`${type}.two`, { name: "a" }, { name: "a" });
  const { messages } = await stops(planOf("mail", [change, stays]));
  const message = `not judged: ${type}.one: records of a kind that this review does not read`;
  expect(messages).toEqual(asks ? [["not-judged", "mail", message]] : []);
});

test("actions that run with a change are named, and stop nothing", async () => {
  const plan = planOf("mail", [STAYS], {
    action_invocations: [{ address: "action.aws_lambda_invoke.dns", type: "aws_lambda_invoke", name: "dns" }],
  });
  const { unread, passed } = await reviewPlans([plan], OPTIONS);
  expect({ unread, passed }).toEqual({
    unread: [
      {
        address: "action.aws_lambda_invoke.dns",
        why: "an action that runs with the change; no plan says what it does",
      },
    ],
    passed: true,
  });
});

test("a record that the plan takes away from behind an include or a redirect is an error", async () => {
  const helper = txt("_spf.contoso.com", "v=spf1 ip4:192.0.2.0/24 -all");
  const spf = txt("contoso.com", "v=spf1 include:_spf.contoso.com -all");
  const { subjects, passed } = await reviewPlans(
    [planOf("mail", [STAYS, dnsRecord("spf", spf, spf), dnsRecord("helper", helper, undefined)])],
    OPTIONS,
  );
  expect(subjects.map(({ risk, findings }) => [risk, findings.added.map(({ rule }) => rule)])).toEqual([
    ["high", ["spf-broken-tree"]],
  ]);
  expect(passed).toBe(false);
});

test("a record of mail that cannot be read is there all the same: nothing in it is gone, and it asks", async () => {
  const plan = planOf("mail", [
    STAYS,
    dnsRecord("dmarc", REJECT, { ...REJECT, content: '"v=DMARC1; p=reject' }),
  ]);
  const why = '_dmarc.contoso.com TXT: unclosed quote in TXT data; expected a closing "';
  expect(await stops(plan)).toEqual({
    passed: false,
    messages: [["not-judged", "mail", `not judged: cloudflare_dns_record.dmarc: ${why}`]],
  });
  const { subjects } = await reviewPlans([plan], OPTIONS);
  expect(subjects.map(({ changes, findings }) => [changes.map(({ text }) => text), findings.fixed])).toEqual([
    [["DMARC reject → not readable"], []],
  ]);
});

test("entries without a type, and of hosts that are not read, ask; those of others are told", async () => {
  const entries = [
    { address: "a_b.c", change: {} },
    { address: "google_dns_record_set.mx", type: "google_dns_record_set", change: {} },
    { address: "constructor.x", type: "constructor", change: { actions: ["update"], before: {}, after: {} } },
    { address: "random_id.x", type: "random_id" },
  ];
  const plan = planOf("mail", [], { resource_changes: entries });
  const { exceeded, unread } = await reviewPlans([plan], OPTIONS);
  expect(exceeded.map(({ message }) => message.split(":")[1])).toEqual([
    " a_b.c",
    " google_dns_record_set.mx",
  ]);
  expect(unread.map(({ address }) => address)).toEqual(["a_b.c", "google_dns_record_set.mx", "random_id.x"]);
});
