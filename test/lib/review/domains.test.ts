import type { DnsName } from "../../../lib/dns/name";
import { declaredIntent } from "../../../lib/posture/intent";
import { NO_CONTEXT, type ReviewContext } from "../../../lib/review/context";
import { Domains } from "../../../lib/review/domains";
import { reviewLimits } from "../../../lib/review/limits";
import { reviewPlans } from "../../../lib/review/review";
import { contributions } from "../../../lib/review/side";
import { packRules } from "../../../lib/rules/packs";
import { sentences } from "./before-after";
import { cloudflare, dnsRecord, mx, planOf, type ResourceJson, txt } from "./plan-json";

/** An estate with these mail domains. */
function estate(...names: readonly string[]): ReviewContext {
  const facts = { intent: declaredIntent({ profile: "parked" }), where: {} };
  return { ...NO_CONTEXT, domains: new Map(names.map((name) => [name as DnsName, facts])) };
}

function domainsOf(resources: readonly ResourceJson[], context: ReviewContext = NO_CONTEXT): Domains {
  const plan = planOf("stack", resources);
  return Domains.inPlans([contributions([plan], "before"), contributions([plan], "after")], context);
}

const created = (values: Readonly<Record<string, unknown>>, more: Partial<ResourceJson> = {}) =>
  dnsRecord("one", undefined, values, more);
const laterContent = { unknown: { content: true } };

test.each<[string, ResourceJson, readonly string[]]>([
  ["an MX", created(mx("contoso.com", "mail.contoso.com")), ["contoso.com"]],
  ["an MX that goes", dnsRecord("one", mx("contoso.com", "mail.contoso.com"), undefined), ["contoso.com"]],
  [
    "an MX whose host is known at apply",
    created({ zone_id: "z", type: "MX", name: "contoso.com", priority: 0 }, laterContent),
    ["contoso.com"],
  ],
  ["an SPF record", created(txt("contoso.com", "v=spf1 -all")), ["contoso.com"]],
  ["a DMARC record below it", created(txt("_dmarc.contoso.com", "v=DMARC1; p=none;")), ["contoso.com"]],
  [
    "a DMARC record below it that is known at apply",
    created({ zone_id: "z", type: "TXT", name: "_dmarc.contoso.com" }, laterContent),
    ["contoso.com"],
  ],
  ["no other text", created(txt("contoso.com", "MS=ms12345678")), []],
  [
    "no text that is known at apply",
    created({ zone_id: "z", type: "TXT", name: "contoso.com" }, laterContent),
    [],
  ],
  ["no other text at a name for DMARC", created(txt("_dmarc.contoso.com", "something else")), []],
  [
    "no alias at a name for DMARC",
    created(cloudflare("CNAME", "_dmarc.contoso.com", "dmarc.contoso.net")),
    [],
  ],
  ["no address", created(cloudflare("A", "contoso.com", "192.0.2.1")), []],
  ["no SPF record at a name with an underscore", created(txt("_spf.contoso.com", "v=spf1 -all")), []],
  [
    "no connector",
    {
      address: "m365_outbound_connector.one",
      type: "m365_outbound_connector",
      after: { name: "contoso.com" },
    },
    [],
  ],
])("a name shows itself as a mail domain by: %s", (_title, resource, names) => {
  expect([...domainsOf([resource]).names]).toEqual(names);
});

test("the estate's domains are mail domains whatever the plans hold", () => {
  expect([...domainsOf([], estate("contoso.com", "contoso.net")).names]).toEqual([
    "contoso.com",
    "contoso.net",
  ]);
});

test("a name below an estate's domain belongs to that, though it shows itself as a mail domain", () => {
  const domains = domainsOf(
    [
      created(mx("lists.contoso.com", "mail.contoso.com")),
      dnsRecord("two", undefined, mx("fabrikam.com", "mail.fabrikam.com")),
    ],
    estate("contoso.com"),
  );
  expect([...domains.names]).toEqual(["contoso.com", "fabrikam.com"]);
  expect(domains.ownerOf("lists.contoso.com" as DnsName)).toBe("contoso.com");
});

test("without an estate a name below a mail domain that shows itself is a mail domain too", () => {
  const domains = domainsOf([
    created(mx("contoso.com", "mail.contoso.com")),
    dnsRecord("two", undefined, mx("lists.contoso.com", "mail.contoso.com")),
  ]);
  expect(
    ["contoso.com", "lists.contoso.com", "a.lists.contoso.com", "www.contoso.com", "com", "xcontoso.com"].map(
      (name) => domains.ownerOf(name as DnsName),
    ),
  ).toEqual(["contoso.com", "lists.contoso.com", "lists.contoso.com", "contoso.com", undefined, undefined]);
});

/** What changes where plans show a part of a domain: no rule is held against it, and nothing passes. */
async function changesOf(resources: readonly ResourceJson[], context: ReviewContext = NO_CONTEXT) {
  const { subjects } = await reviewPlans([planOf("stack", resources)], {
    context,
    rules: packRules(["recommended"]),
    limits: reviewLimits(),
  });
  return subjects.map(({ name, changes, exceeded, findings: { added, fixed } }) => [
    name,
    sentences(changes),
    exceeded.map(({ limit }) => limit),
    [...added, ...fixed].length,
  ]);
}

const REJECT = txt("_dmarc.lists.contoso.com", "v=DMARC1; p=reject;");
const NONE = txt("_dmarc.lists.contoso.com", "v=DMARC1; p=none;");
const SILENT = txt("contoso.com", "v=spf1 -all");
const ABOVE = txt("_dmarc.contoso.com", "v=DMARC1; p=reject; rua=mailto:d@contoso.com");
const SELECTOR = cloudflare("CNAME", "s1._domainkey.contoso.com", "s1.vendor.example");

test.each<[string, readonly ResourceJson[], ReviewContext, Awaited<ReturnType<typeof changesOf>>]>([
  [
    "a policy below an estate's domain that gets weaker",
    [dnsRecord("one", REJECT, NONE)],
    estate("contoso.com"),
    [
      [
        "lists.contoso.com",
        ["high: DMARC reject → none (forgeries that were refused get through)"],
        ["dmarc-weakened"],
        0,
      ],
    ],
  ],
  [
    "a policy below a domain that is milder than the one above it, which held there before",
    [dnsRecord("spf", SILENT, SILENT), dnsRecord("above", ABOVE, ABOVE), dnsRecord("one", undefined, NONE)],
    estate("contoso.com"),
    [
      [
        "lists.contoso.com",
        ["high: DMARC reject from contoso.com → none (forgeries that were refused get through)"],
        ["dmarc-weakened"],
        0,
      ],
      // What the record says is judged with the domain that the estate has.
      ["contoso.com", [], [], 1],
    ],
  ],
  [
    "a key that goes, of a domain of which the plan shows nothing else",
    [dnsRecord("one", SELECTOR, undefined)],
    NO_CONTEXT,
    [
      [
        "contoso.com",
        ["medium: DKIM s1 removed (mail signed with its key, also mail on its way, fails)"],
        [],
        0,
      ],
    ],
  ],
  [
    "keys below a domain",
    [
      dnsRecord("mx", mx("contoso.com", "mail.contoso.com"), mx("contoso.com", "mail.contoso.com")),
      dnsRecord(
        "one",
        cloudflare("CNAME", "s1._domainkey.lists.contoso.com", "s1.vendor.example"),
        undefined,
      ),
    ],
    NO_CONTEXT,
    [
      [
        "lists.contoso.com",
        ["medium: DKIM s1 removed (mail signed with its key, also mail on its way, fails)"],
        [],
        0,
      ],
    ],
  ],
  [
    "an alias for a policy, of a domain of which the plan shows nothing else",
    [created(cloudflare("CNAME", "_dmarc.contoso.com", "dmarc.vendor.example"))],
    NO_CONTEXT,
    [
      [
        "contoso.com",
        [
          "high: DMARC not managed → published elsewhere: CNAME to dmarc.vendor.example (what receivers find there is decided by whoever answers there)",
        ],
        ["taken-over"],
        0,
      ],
    ],
  ],
  [
    "name servers of a name of which the plan shows nothing else",
    [created(cloudflare("NS", "zz.contoso.com", "ns.vendor.example"))],
    NO_CONTEXT,
    [
      [
        "zz.contoso.com",
        [
          "high: Name servers of zz.contoso.com none → ns.vendor.example (all that receivers find of the domain is decided by whoever runs them)",
        ],
        ["taken-over"],
        0,
      ],
    ],
  ],
  [
    "name servers of the keys of a domain of which the plan shows nothing else",
    [created(cloudflare("NS", "_domainkey.contoso.com", "ns.vendor.example"))],
    NO_CONTEXT,
    [
      [
        "contoso.com",
        [
          "high: DKIM not managed → published elsewhere: _domainkey.contoso.com delegated to ns.vendor.example (what receivers find there is decided by whoever answers there)",
        ],
        ["taken-over"],
        0,
      ],
    ],
  ],
  [
    "a wildcard that takes the mail of all names",
    [created(mx("*.contoso.com", "mail.contoso.net"))],
    NO_CONTEXT,
    [
      [
        "contoso.com",
        [
          "medium: *.contoso.com MX none → 10 mail.contoso.net (it answers for every name that has no record of its own)",
        ],
        [],
        0,
      ],
    ],
  ],
  [
    "a list of senders that others may include",
    [
      dnsRecord(
        "one",
        txt("_spf.contoso.com", "v=spf1 ip4:192.0.2.1 -all"),
        txt("_spf.contoso.com", "v=spf1 +all"),
      ),
    ],
    NO_CONTEXT,
    [
      [
        "_spf.contoso.com",
        [
          "high: SPF now also allows everybody (everybody may send in the domain's name)",
          "low: SPF for everyone else fail → pass",
        ],
        [],
        0,
      ],
    ],
  ],
  ["an address alone", [created(cloudflare("A", "www.contoso.com", "192.0.2.1"))], NO_CONTEXT, []],
])("%s", async (_title, resources, context, expected) => {
  expect(await changesOf(resources, context)).toEqual(expected);
});

test("what a subdomain inherits is one change, which is told at the domain above it", async () => {
  const [strict, mild] = ["reject", "none"].map((policy) =>
    txt("_dmarc.contoso.com", `v=DMARC1; p=${policy}; rua=mailto:d@contoso.com`),
  );
  const spf = (name: string) => txt(name, "v=spf1 include:spf.protection.outlook.com -all");
  const stays = (name: string, values: Readonly<Record<string, unknown>>) => dnsRecord(name, values, values);
  const { subjects, unchanged } = await reviewPlans(
    [
      planOf("stack", [
        dnsRecord("dmarc", strict, mild),
        stays("spf", spf("contoso.com")),
        stays("mx", mx("news.contoso.com", "mail.contoso.com")),
        stays("newsSpf", spf("news.contoso.com")),
      ]),
    ],
    { rules: packRules(["recommended"]), limits: reviewLimits() },
  );
  expect([subjects.map(({ name }) => name), unchanged]).toEqual([["contoso.com"], 1]);
  expect(subjects[0]?.findings.fixed.map(({ rule }) => rule)).toEqual(["dmarc-enforced-unauthenticated"]);
});
