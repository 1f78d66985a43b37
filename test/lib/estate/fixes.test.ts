import { load } from "js-yaml";
import { declareEstate, problemsOf } from "../../../lib/declare/estate";
import { loadEstate } from "../../../lib/estate/load";
import { formatPath, type Path } from "../../../lib/fault";
import type { LocatedFault } from "../../../lib/located-fault";
import { isMapping } from "../../../lib/mapping";

const DOMAIN = ["domains", "contoso.com"];
const IDENTITY = ["tenants", "contoso", "identity"];

/** An estate with no fault. */
const SOUND = {
  version: 1,
  tenants: {
    contoso: {
      initialDomain: "contoso.onmicrosoft.com",
      domainsAddedBefore: "2025-05-01",
      identity: {
        breakGlass: {
          group: "sg-break-glass",
          users: ["bg1@contoso.onmicrosoft.com", "bg2@contoso.onmicrosoft.com"],
        },
        sspr: { group: "sg-password-reset", users: ["adele@contoso.com"] },
        namedLocations: { office: { ip: ["203.0.113.0/24"] } },
        mfa: {
          policies: { own: { include: { users: ["adele@contoso.com"] }, grant: { controls: ["mfa"] } } },
        },
      },
    },
  },
  domains: {
    "contoso.com": {
      tenant: "contoso",
      profile: "exchange-online",
      zone: { cloudflare: {} },
      spf: { ip4: ["203.0.113.25"] },
      dmarc: { policy: "quarantine", rua: ["mailto:dmarc@contoso.com"] },
      mtaSts: { mode: "testing" },
      tlsRpt: { rua: ["mailto:tls@contoso.com"] },
    },
  },
};

/** What people write, by the place that they write it at. */
const WRITTEN: readonly (readonly [Path, ...unknown[]])[] = [
  [
    [...DOMAIN, "dmarc", "rua"],
    "a@b.c",
    "dmarc@contoso.com, soc@contoso.com",
    "mailto:a@contoso.com",
    "no address",
    "",
  ],
  [
    [...DOMAIN, "dmarc", "rua", 0],
    "a@b.c",
    "http://contoso.com",
    "mailto:a b@contoso.com",
    "mailto:a@b@contoso.com",
  ],
  [[...DOMAIN, "dmarc", "ruf"], "soc@contoso.com"],
  [[...DOMAIN, "dmarc", "policy"], "rejct", "Reject", true, "off"],
  [[...DOMAIN, "dmarc", "test"], "yes", "no", "y", 1],
  [[...DOMAIN, "dmarc", "failureOptions"], "1", "2", "d"],
  [[...DOMAIN, "dmarc", "failureOptions", 0], 1, "all"],
  [[...DOMAIN, "tlsRpt", "rua"], "tls@contoso.com", "https://contoso.com/tls"],
  [
    [...DOMAIN, "mx"],
    "mail.example.com",
    "mail",
    "192.0.2.25",
    "nul",
    ["mail.example.com"],
    "mail.example.com.",
    "MAIL.example.com",
  ],
  [[...DOMAIN, "spf", "ip4"], "203.0.113.25", "203.0.113.256", "203.0.113.25 203.0.113.26", 25],
  [[...DOMAIN, "spf", "ip4", 0], "203.0.113.25/24", "203.0.113.25/33", "2001:db8::1", "ip4:203.0.113.25"],
  [[...DOMAIN, "spf", "ip6"], ["2001:db8::1/32"], "2001:db8::1"],
  [[...DOMAIN, "spf", "include"], "spf.example.com", ["include:spf.example.com"], "bücher.example"],
  [[...DOMAIN, "spf", "all"], "-all", "~all", "hardfail"],
  [
    [...DOMAIN, "senders"],
    "zendesk",
    "zendsk",
    ["zendsk"],
    [{ zendesk: null }],
    [{ zendesk: {}, mailchimp: {} }],
  ],
  [[...DOMAIN, "mtaSts", "maxAge"], "604800", "1w", -1, 60],
  [[...DOMAIN, "mtaSts", "mode"], "enforced", "test"],
  [[...DOMAIN, "ttl"], "3600", "1h"],
  [[...DOMAIN, "profile"], "exchange", "exchange_online", "park"],
  [[...DOMAIN, "tenant"], "contosso", "Contoso"],
  [[...DOMAIN, "dkim"], { selectors: "selector1" }, { partition: "nn" }],
  [["tenants", "contoso", "cloud"], "gcc-high", "germany", "GCC High", "worldwid"],
  [["tenants", "contoso", "initialDomain"], "contoso", "contoso.onmicrosoft.com.", "CONTOSO.onmicrosoft.com"],
  [[...IDENTITY, "breakGlass", "users"], "bg1@contoso.onmicrosoft.com", ["bg1"]],
  [[...IDENTITY, "breakGlass", "existing"], "yes", "off"],
  [[...IDENTITY, "sspr", "users"], "adele@contoso.com", "adele"],
  [[...IDENTITY, "namedLocations", "office", "ip"], "203.0.113.0/24", "203.0.113.7/24", ["203.0.113.7/24"]],
  [
    [...IDENTITY, "namedLocations", "office"],
    { countries: "UK" },
    { countries: ["UK"] },
    { countries: ["Germany"] },
  ],
  [[...IDENTITY, "mfa", "baseline"], "microsft", "CIS"],
  [[...IDENTITY, "mfa", "policies", "own", "state"], true, false, "report"],
  [[...IDENTITY, "mfa", "policies", "own", "clients"], "browser", "broser", ["mobile"]],
  [[...IDENTITY, "mfa", "policies", "own", "signInRisk"], "high", "hihg"],
  [[...IDENTITY, "mfa", "policies", "own", "excludeLocations"], "office", "all-trused", ["offfice"]],
  [
    [...IDENTITY, "mfa", "policies", "own", "grant"],
    "mfa",
    "blok",
    { controls: "mfa" },
    { controls: ["mfaa"] },
  ],
  [["rules"], { packs: "scuba" }, { packs: ["scubaa"] }, { suppress: "spf-long" }],
];

const CASES = WRITTEN.flatMap(([path, ...values]) =>
  values.map((value) => [formatPath(path), value, path] as const),
);

test("the estate is sound without them", () => {
  expect(problems(SOUND)).toEqual([]);
});

test.each(CASES)("what is advised for %s: %j is right where it is written", (_, value, path) => {
  const estate = put(SOUND, path, value);
  const before = problems(estate);
  for (const meant of before.map(advised)) {
    if (!meant) continue;
    const after = problems(put(estate, meant.path, meant.value));
    const known = new Set(before.map(fingerprint));
    expect(after.filter((one) => isAt(one, meant.path) && !known.has(fingerprint(one)))).toEqual([]);
  }
});

test("most of them have advice that is a value", () => {
  const advisedCases = CASES.filter(([, value, path]) => problems(put(SOUND, path, value)).some(advised));
  expect(advisedCases.length).toBeGreaterThan(40);
});

/**
 * The value that a fault's fix tells to write, and where; `undefined` where it tells what to do, offers a choice, or speaks
 * of a part of the text.
 */
function advised(
  { fix, path = [] }: LocatedFault,
  _: number,
  all: readonly LocatedFault[],
): { readonly path: Path; readonly value: unknown } | undefined {
  const [, ...texts] = /^(?:write (.+?)(?:, without quotes)?|did you mean (.+)\?)$/.exec(fix ?? "") ?? [];
  const [text] = texts.filter(Boolean);
  if (text === undefined || !/^(?:\[.*\]|\{.*\}|"[^"]*"|[^\s,%]+)$/.test(text)) return undefined;
  // A member's fault stands where the text does in whose place a list belongs, and is not about all of it.
  const isMember = all.some(
    (other) => other.message === LIST && formatPath(other.path ?? []) === formatPath(path),
  );
  return isMember && !text.startsWith("[") ? undefined : { path, value: load(text) };
}

const LIST = "a list belongs here";

function problems(estate: unknown): readonly LocatedFault[] {
  const text = JSON.stringify(estate, undefined, 1);
  const loaded = loadEstate("estate.json", { read: () => text, glob: () => [] });
  if (!loaded.ok) return problemsOf(loaded);
  const declared = declareEstate(loaded.estate);
  return declared.ok ? [] : declared.problems;
}

/** Without the path: what is told of a text that a list would hold is told where the text stands. */
function fingerprint({ message, received }: LocatedFault): string {
  return JSON.stringify([message, received]);
}

function isAt({ path = [] }: LocatedFault, at: Path): boolean {
  return at.every((key, index) => path[index] === key);
}

function put(value: unknown, [key, ...rest]: Path, instead: unknown): unknown {
  if (key === undefined) return instead;
  if (Array.isArray(value)) return value.map((one, index) => (index === key ? put(one, rest, instead) : one));
  return {
    ...(isMapping(value) ? value : {}),
    [key]: put(isMapping(value) ? value[key] : undefined, rest, instead),
  };
}
