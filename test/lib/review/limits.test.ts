import type { DnsName } from "../../../lib/dns/name";
import type { ReviewInput } from "../../../lib/estate/input";
import { unwrap } from "../../../lib/fault";
import { domainsBeforeAfter, readSides } from "../../../lib/review/before-after";
import { NO_CONTEXT } from "../../../lib/review/context";
import { Domains } from "../../../lib/review/domains";
import {
  exceededByChanges,
  exceededByDeletions,
  LIMITS,
  type Limit,
  parseAllowance,
  reviewLimits,
} from "../../../lib/review/limits";
import { contributions } from "../../../lib/review/side";
import { contoso } from "./before-after";
import { cloudflare, dnsRecord, mx, planOf, type ResourceJson, resource } from "./plan-json";

test("an estate that says nothing has limits, and allows none of them to be exceeded", () => {
  const defaults = { share: 0.3, records: 10, allowed: new Set() };
  expect([reviewLimits(), reviewLimits({}), reviewLimits({ limits: { deletions: {} } })]).toEqual([
    defaults,
    defaults,
    defaults,
  ]);
});

test.each<[NonNullable<ReviewInput["limits"]>, ReturnType<typeof reviewLimits>]>([
  [{ deletions: { share: 0.5 } }, { share: 0.5, records: 10, allowed: new Set() }],
  [{ deletions: { records: 4 } }, { share: 0.3, records: 4, allowed: new Set() }],
  [{ deletions: "allow" }, { share: 0.3, records: 10, allowed: new Set(["deletions"] as const) }],
  [{ mxRemoved: "allow" }, { share: 0.3, records: 10, allowed: new Set(["mx-removed"] as const) }],
  [{ dmarcWeakened: "allow" }, { share: 0.3, records: 10, allowed: new Set(["dmarc-weakened"] as const) }],
  [{ policyOn: "allow" }, { share: 0.3, records: 10, allowed: new Set(["policy-on"] as const) }],
  [
    { mxRemoved: "ask", dmarcWeakened: "ask", policyOn: "ask" },
    { share: 0.3, records: 10, allowed: new Set() },
  ],
])("an estate's limits %j", (limits, read) => {
  expect(reviewLimits({ limits })).toEqual(read);
});

/** Every key of an estate's limits: a new one does not compile before it is here. */
const KEYS: Readonly<Record<keyof NonNullable<ReviewInput["limits"]>, Limit>> = {
  deletions: "deletions",
  mxRemoved: "mx-removed",
  spfRemoved: "spf-removed",
  dmarcWeakened: "dmarc-weakened",
  mtaStsBroken: "mta-sts-broken",
  takenOver: "taken-over",
  zoneChanged: "zone-changed",
  policyOn: "policy-on",
  signInsWeakened: "sign-ins-weakened",
  breakGlass: "break-glass",
  protectionLoosened: "protection-loosened",
  notJudged: "not-judged",
  existing: "existing",
};

test.each(Object.entries(KEYS))("an estate that allows %s allows that limit alone", (key, limit) => {
  expect(reviewLimits({ limits: { [key]: "allow" } })).toEqual({
    share: 0.3,
    records: 10,
    allowed: new Set([limit]),
  });
});

test("an estate can allow every limit", () => {
  expect(Object.values(KEYS)).toEqual(LIMITS);
});

test.each<[string, string, readonly string[], readonly string[]]>([
  ["mx-removed", "mx-removed", ["contoso.com", "fabrikam.com", ""], []],
  ["mx-removed=contoso.com", "mx-removed", ["contoso.com", "Contoso.com"], ["fabrikam.com", "a.contoso.com"]],
  ["deletions=*.contoso.com", "deletions", ["a.contoso.com"], ["contoso.com"]],
  ["policy-on=a=b", "policy-on", ["a=b"], ["a"]],
])("--allow %s", (text, limit, concerned, others) => {
  const allowance = unwrap(text, parseAllowance(text));
  expect(allowance.limit).toBe(limit);
  expect([concerned, others].map((list) => list.map((one) => allowance.concerns(one)))).toEqual([
    concerned.map(() => true),
    others.map(() => false),
  ]);
});

test.each(LIMITS)("%s can be allowed", (limit) => {
  expect(unwrap(limit, parseAllowance(limit)).limit).toBe(limit);
});

const EXPECTED =
  "deletions | mx-removed | spf-removed | dmarc-weakened | mta-sts-broken | taken-over | zone-changed | policy-on | sign-ins-weakened | break-glass | protection-loosened | not-judged | existing, with =<domain, zone or tenant> behind it for one alone";

test.each([
  [
    "mx-remove",
    {
      message: "no such limit",
      received: '"mx-remove"',
      expected: EXPECTED,
      fix: "did you mean mx-removed?",
    },
  ],
  [
    "mx-remove=",
    {
      message: "no such limit",
      received: '"mx-remove="',
      expected: EXPECTED,
      fix: "did you mean mx-removed?",
    },
  ],
  ["everything", { message: "no such limit", received: '"everything"', expected: EXPECTED }],
  ["", { message: "no such limit", received: '""', expected: EXPECTED }],
  [
    "mx-removed=",
    {
      message: "nothing behind the equals sign",
      received: '"mx-removed="',
      expected: EXPECTED,
      fix: "mx-removed=contoso.com, or mx-removed for all",
    },
  ],
])("--allow %j is refused with what would be right", (text, fault) => {
  expect(parseAllowance(text)).toEqual({ ok: false, faults: [fault] });
});

test("limits that a domain exceeds name it and say what happens", () => {
  const gone = contoso(
    ["contoso.com MX 10 mail.contoso.com", "_dmarc.contoso.com TXT v=DMARC1; p=reject;"],
    [],
  );
  expect(exceededByChanges([gone, contoso([], [])], [])).toEqual([
    { limit: "mx-removed", subject: "contoso.com", message: "contoso.com had an MX and has none any more" },
    {
      limit: "dmarc-weakened",
      subject: "contoso.com",
      message: "the DMARC policy of contoso.com is milder than before",
    },
  ]);
});

describe("losses of mail", () => {
  const messages = (...args: Parameters<typeof contoso>) =>
    exceededByChanges([contoso(...args)], []).map(({ limit, message }) => `${limit}: ${message}`);
  const SPF = "contoso.com TXT v=spf1 mx -all";

  test("an SPF record that goes, not one that is written anew or that nobody knows yet", () => {
    expect(messages([SPF], [])).toEqual(["spf-removed: contoso.com had an SPF record and has none any more"]);
    expect(messages([SPF], ["contoso.com TXT v=spf1 -all"])).toEqual([]);
    expect(messages([SPF], ["contoso.com TXT (known after apply)"])).toEqual([]);
    expect(messages(undefined, [])).toEqual([]);
  });

  test("a policy that senders hold, and that goes in one step", () => {
    const policy = "version: STSv1\nmode: enforce\nmx: mx.contoso.com\nmax_age: 604800\n";
    const records = ["contoso.com MX 0 mx.contoso.com", "_mta-sts.contoso.com TXT v=STSv1; id=1;"];
    expect(messages({ records, policy }, { records: records.slice(0, 1) })).toEqual([
      expect.stringMatching(/^mta-sts-broken: MTA-STS enforce, mx\.contoso\.com, 604800 s → none$/),
    ]);
    expect(messages({ records, policy }, { records, policy: policy.replace("enforce", "none") })).toEqual([]);
  });

  test("an MX host that loses its last address, not one of two", () => {
    const plans = (after: readonly string[]) => {
      const host = (address: string) => cloudflare("A", "mail.contoso.com", address);
      const plan = planOf("stack", [
        dnsRecord("mx", mx("contoso.com", "mail.contoso.com"), mx("contoso.com", "mail.contoso.com")),
        ...["192.0.2.25", "192.0.2.26"].map((address, index) =>
          dnsRecord(`a${index}`, host(address), after.includes(address) ? host(address) : undefined),
        ),
      ]);
      return exceededByChanges(domainsBeforeAfter(readSides([plan], NO_CONTEXT)), []).map(
        ({ message }) => message,
      );
    };
    expect(plans([])).toEqual(["mail.contoso.com, an MX of contoso.com, has no address any more"]);
    expect(plans(["192.0.2.26"])).toEqual([]);
  });

  test("autodiscover that leads to an address instead of Microsoft's", () => {
    expect(
      messages(
        ["autodiscover.contoso.com CNAME autodiscover.outlook.com"],
        ["autodiscover.contoso.com A 203.0.113.9"],
      ),
    ).toEqual(["taken-over: autodiscover.contoso.com A none → 203.0.113.9"]);
  });

  test("services of mail programs that lead to another party, not those that stay in the domain or where they led", () => {
    const at = (service: string, target: string, port = 993) =>
      `_${service}._tcp.contoso.com SRV 0 1 ${port} ${target}`;
    for (const service of ["submission", "submissions", "imap", "imaps", "pop3", "pop3s", "autodiscover"]) {
      expect(messages([at(service, "mail.contoso.com")], [at(service, "mail.vendor.example")])).toEqual([
        `taken-over: _${service}._tcp.contoso.com SRV 0 1 993 mail.contoso.com → 0 1 993 mail.vendor.example`,
      ]);
    }
    expect(messages([], [at("imaps", "mail.vendor.example")])).toHaveLength(1);
    expect(messages([at("imaps", "a.contoso.com")], [at("imaps", "b.contoso.com")])).toEqual([]);
    expect(messages([at("imaps", "mail.vendor.example")], [at("imaps", "mail.vendor.example", 994)])).toEqual(
      [],
    );
    expect(messages([at("imaps", "mail.vendor.example")], [at("imaps", ".")])).toEqual([]);
    expect(messages([], [at("autodiscover", "autodiscover.outlook.com")])).toEqual([]);
    expect(messages([], [at("sip", "sip.vendor.example")])).toEqual([]);
    expect(messages(undefined, [at("imaps", "mail.vendor.example")])).toEqual([]);
  });
});

describe("records of a zone that are deleted", () => {
  const host = (index: number) => cloudflare("A", `www${index}.contoso.com`, "192.0.2.80");
  /** Records of contoso.com, the first of which are deleted. */
  const zone = (count: number, deleted: number): readonly ResourceJson[] =>
    Array.from({ length: count }, (_, index) =>
      dnsRecord(`www${index}`, host(index), index < deleted ? undefined : host(index)),
    );
  const exceeded = (
    resources: readonly ResourceJson[],
    input: ReviewInput = {},
    more: Readonly<Record<string, unknown>> = {},
    domains: readonly string[] = [],
  ) => {
    const plans = [planOf("stack", resources, more)];
    const facts = { intent: contoso([], []).after.intent, where: {} };
    const context = { ...NO_CONTEXT, domains: new Map(domains.map((name) => [name as DnsName, facts])) };
    const sides = [contributions(plans, "before"), contributions(plans, "after")];
    return exceededByDeletions(plans, Domains.inPlans(sides, context), reviewLimits(input)).map(
      ({ message }) => message,
    );
  };
  const message = (deleted: number, count: number, percent: number, limit = 30, name = "contoso.com") =>
    `${deleted} of the ${count} records in zone ${name} are deleted (${percent} %, limit ${limit} %)`;

  test.each<[string, readonly ResourceJson[], ReviewInput, readonly string[]]>([
    ["none of ten", zone(10, 0), {}, []],
    ["three of ten, which is the limit", zone(10, 3), {}, []],
    ["four of ten", zone(10, 4), {}, [message(4, 10, 40)]],
    ["all of nine, which are too few to count shares", zone(9, 9), {}, []],
    [
      "all of nine, where nine are enough",
      zone(9, 9),
      { limits: { deletions: { records: 9 } } },
      [message(9, 9, 100)],
    ],
    [
      "six of ten, where half may go",
      zone(10, 6),
      { limits: { deletions: { share: 0.5 } } },
      [message(6, 10, 60, 50)],
    ],
    ["five of ten, where half may go", zone(10, 5), { limits: { deletions: { share: 0.5 } } }, []],
    [
      "four that are only forgotten",
      zone(10, 4).map((one) => (one.after ? one : { ...one, actions: ["forget"] })),
      {},
      [],
    ],
    [
      "four that are replaced",
      zone(10, 10).map((one) => ({
        ...one,
        ...(one.before ? { after: one.before } : {}),
        actions: ["delete", "create"],
      })),
      {},
      [],
    ],
    [
      "six deposed objects beside ten records, which are left over and count as none",
      [...zone(10, 0), ...zone(6, 6).map((one, index) => ({ ...one, deposed: `a1b2c3d${index}` }))],
      {},
      [],
    ],
    [
      "records that are new do not count",
      [
        ...zone(10, 4),
        ...zone(10, 0).map(({ before: _before, ...one }) => ({ ...one, address: `${one.address}new` })),
      ],
      {},
      [message(4, 10, 40)],
    ],
    ["a share is rounded", zone(11, 4), {}, [message(4, 11, 36)]],
    [
      "resources that are no records",
      zone(10, 10).map((one) => ({ ...one, type: "cloudflare_page_rule" })),
      {},
      [],
    ],
    [
      "records whose zone is not known",
      zone(10, 10).map((one) => ({ ...one, before: { ...one.before, zone_id: null } })),
      {},
      [],
    ],
  ])("%s", (_title, resources, input, messages) => {
    expect(exceeded(resources, input)).toEqual(messages);
  });

  test("each zone counts for itself", () => {
    const other = zone(10, 2).map((one) => ({
      ...one,
      address: `${one.address}other`,
      ...(one.before
        ? {
            before: {
              ...one.before,
              zone_id: "other",
              name: String(one.before.name).replace(".com", ".net"),
            },
          }
        : {}),
    }));
    expect(exceeded([...zone(10, 4), ...other])).toEqual([message(4, 10, 40)]);
  });

  test("the records of a set of Route 53 count each", () => {
    const set = (name: string, records: readonly string[], stays: boolean) => {
      const values = { zone_id: "Z1", type: "A", name, ttl: 60, records };
      return resource(`aws_route53_record.${name.replaceAll(".", "_")}`, values, stays ? values : undefined);
    };
    const addresses = (count: number) => Array.from({ length: count }, (_, index) => `192.0.2.${index}`);
    expect(
      exceeded([set("a.contoso.com", addresses(4), false), set("b.contoso.com", addresses(6), true)]),
    ).toEqual([message(4, 10, 40)]);
    // An alias has no values, and is one record.
    expect(exceeded([set("a.contoso.com", addresses(9), true), set("b.contoso.com", [], false)])).toEqual([]);
    expect(
      exceeded([
        set("a.contoso.com", addresses(5), true),
        ...["b", "c", "d", "e", "f"].map((name) => set(`${name}.contoso.com`, [], false)),
      ]),
    ).toEqual([message(5, 10, 50)]);
  });

  describe("name the zone", () => {
    const ten = (name: (index: number) => string, more: object = {}): readonly ResourceJson[] =>
      Array.from({ length: 10 }, (_, index) =>
        dnsRecord(`r${index}`, { ...cloudflare("A", name(index), "192.0.2.80"), ...more }, undefined),
      );

    test("by what all names have in common", () => {
      expect(exceeded(ten((index) => `a${index}.shop.contoso.com`))).toEqual([
        message(10, 10, 100, 30, "shop.contoso.com"),
      ]);
    });

    test("by the whole name where all are one", () => {
      expect(exceeded(ten(() => "contoso.com"))).toEqual([message(10, 10, 100)]);
    });

    test("by the highest mail domain above it", () => {
      const names = (index: number) => `a${index}.shop.contoso.com`;
      expect(exceeded(ten(names), {}, {}, ["contoso.com", "shop.contoso.com"])).toEqual([
        message(10, 10, 100),
      ]);
      expect(exceeded(ten(names), {}, {}, ["shop.contoso.com"])).toEqual([
        message(10, 10, 100, 30, "shop.contoso.com"),
      ]);
    });

    test("by its id where the names have nothing in common", () => {
      expect(exceeded(ten((index) => (index === 0 ? "contoso.com" : `a${index}.fabrikam.net`)))).toEqual([
        message(10, 10, 100, 30, "023e105f4ecef8ad9ca31a8372d0c353"),
      ]);
    });

    test("by full names of provider 4, and of Route 53", () => {
      expect(exceeded(ten((index) => `a${index}`, { hostname: "WWW.contoso.com" }))).toEqual([
        message(10, 10, 100, 30, "www.contoso.com"),
      ]);
      const sets = ten((index) => `a${index}`, { fqdn: "www.contoso.com" });
      expect(exceeded(sets.map((set) => ({ ...set, type: "aws_route53_record" })))).toEqual([
        message(10, 10, 100, 30, "www.contoso.com"),
      ]);
    });

    test("by the zone that the plan manages, for names that are relative to it", () => {
      const managed = { zone_id: "023e105f4ecef8ad9ca31a8372d0c353", name: "contoso.com" };
      expect(
        exceeded([
          ...ten((index) => (index === 0 ? "@" : `a${index}`)),
          resource("cloudflare_zone.main", managed, managed),
        ]),
      ).toEqual([message(10, 10, 100)]);
    });
  });

  test("the subject is the zone", () => {
    const plans = [
      planOf("stack", [
        ...zone(10, 4),
        dnsRecord("mx", mx("contoso.com", "mail.contoso.com"), mx("contoso.com", "mail.contoso.com")),
      ]),
    ];
    const domains = Domains.inPlans([contributions(plans, "before")], NO_CONTEXT);
    expect(exceededByDeletions(plans, domains, reviewLimits())).toEqual([
      { limit: "deletions", subject: "contoso.com", message: message(4, 11, 36) },
    ]);
  });
});
