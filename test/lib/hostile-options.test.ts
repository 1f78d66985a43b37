import { readdirSync } from "node:fs";
import { CloudflareProvider } from "@cdktf/provider-cloudflare/lib/provider";
import { App, TerraformStack } from "cdktf";
import { Construct } from "constructs";
import * as fc from "fast-check";
import * as aws from "../../aws";
import * as azure from "../../hosts/azure/constructs/entry";
import * as root from "../../index";
import * as lib from "../../lib";
import { FaultError } from "../../lib/fault";
import { listsIn, placesIn, replaced } from "../support/places";
import { temporaryFolder } from "../support/temp";

// Types do not hold for JavaScript, and casts go around them: whatever a function is given, it reads it or answers with
// faults. Constructs stand in test/constructs/hostile-props.test.ts.

const INITIAL = "contoso.onmicrosoft.com";
const MAIL = {
  domain: "contoso.com",
  profile: "exchange-online",
  tenant: { initialDomain: INITIAL, domainsAddedBefore: "2026-07-01" },
  spf: { ip4: ["192.0.2.1"] },
  senders: ["mailchimp", { sendgrid: { account: "u1.wl1" } }],
  dmarc: { policy: "reject", rua: ["mailto:dmarc@contoso.com"] },
  mtaSts: { mode: "enforce", hosting: "external" },
  records: { site: { type: "TXT", value: "x" } },
  subdomains: { news: { profile: "parked" } },
};
const SSPR = { group: "sg-sspr", users: ["ann@contoso.com"] };
const IDENTITY = {
  breakGlass: { group: "sg-break-glass", users: [`bg1@${INITIAL}`, `bg2@${INITIAL}`] },
  sspr: SSPR,
  namedLocations: { office: { ip: ["203.0.113.0/24"], trusted: true } },
  strengths: { keys: { displayName: "Keys", combinations: ["fido2"] } },
  mfa: {
    baseline: "microsoft",
    policies: {
      office: { include: "all", grant: { strength: "keys" } },
      workloads: { workloads: { include: "all" }, workloadRisk: ["high"], grant: "block" },
    },
  },
};
const EXCHANGE = {
  managed: true,
  encryption: { encryptButton: true },
  protection: {
    baseline: "scuba",
    licence: "defender-p1",
    antiSpam: { policies: { some: { for: { groups: ["some@contoso.com"] }, bulkThreshold: 5 } } },
    connectionFilter: { ipAllowList: ["192.0.2.1"], allow: { ipAllowList: "a scanner" } },
  },
  rules: { "external-tag": { subject: "[Outside] " }, own: { do: { quarantine: true } } },
};
const POLICY = {
  displayName: "Sign in from the office",
  include: { groups: ["sg-office"] },
  exclude: { users: ["ann@contoso.com"] },
  excludeLocations: ["office"],
  platforms: { include: ["windows"] },
  grant: { controls: ["mfa"] },
};
const ESTATE = {
  version: 1,
  tenants: { contoso: { initialDomain: INITIAL, domainsAddedBefore: "2026-07-01", identity: IDENTITY } },
  domains: {
    "contoso.com": {
      profile: "exchange-online",
      tenant: "contoso",
      zone: { cloudflare: { zoneName: "contoso.com" } },
    },
  },
};
const TEXT = "version: 1\ndomains: { contoso.com: { profile: parked, zone: { cloudflare: {} } } }\n";

/** How a function is called, with what it takes. */
interface Trial {
  readonly given: Readonly<Record<string, unknown>>;
  // biome-ignore lint/suspicious/noExplicitAny: the point is that nothing holds the types
  readonly call: (given: any) => unknown;
}

function estateTrial(declare: (estate: lib.Estate, only?: ReadonlySet<string>) => unknown): Trial {
  // Parts of it, since what was resolved whole is not read again.
  const estate = { ...lib.defineEstate(ESTATE as never) };
  return {
    given: { estate, only: new Set(["contoso.com", "tenant-contoso"]) },
    call: ({ estate: parts, only }) => declare(parts, only),
  };
}

const TRIALS: Readonly<Record<string, Trial>> = {
  declareDomain: { given: { options: MAIL }, call: ({ options }) => lib.declareDomain(options) },
  declareParts: { given: { options: MAIL }, call: ({ options }) => lib.declareParts(options) },
  planDomain: { given: { options: MAIL }, call: ({ options }) => lib.planDomain(options) },
  planIdentity: {
    given: { options: IDENTITY, tenant: { initialDomain: INITIAL } },
    call: ({ options, tenant }) => lib.planIdentity(options, tenant),
  },
  planExchange: {
    given: { options: EXCHANGE, tenant: { initialDomain: INITIAL, domains: ["contoso.com"] } },
    call: ({ options, tenant }) => lib.planExchange(options, tenant),
  },
  planSspr: { given: { options: SSPR }, call: ({ options }) => lib.planSspr(options) },
  parsePolicy: {
    given: { options: POLICY, context: { locations: ["office"] } },
    call: ({ options, context }) => lib.parsePolicy(options, context),
  },
  parseName: {
    given: { name: "contoso.com" },
    call: ({ name }) => lib.parseName(name),
  },
  resolveSender: {
    given: { use: { sendgrid: { account: "u1.wl1" } }, domain: "contoso.com" },
    call: ({ use, domain }) => lib.resolveSender(use, domain),
  },
  readEstate: { given: { input: ESTATE }, call: ({ input }) => lib.readEstate(input) },
  defineEstate: { given: { input: ESTATE }, call: ({ input }) => lib.defineEstate(input) },
  declareEstate: estateTrial(lib.declareEstate),
  declareDomains: estateTrial(lib.declareDomains),
  declareExchanges: estateTrial(lib.declareExchanges),
  declareTenants: estateTrial(lib.declareTenants),
  loadEstate: {
    given: { entry: "estate.yaml", files: { read: () => TEXT, glob: () => [] } },
    call: ({ entry, files }) => lib.loadEstate(entry, files),
  },
  readStateOptions: {
    given: {
      options: {
        bucket: "contoso-state",
        repository: "contoso/dns",
        region: "eu-central-1",
        planSubjects: ["pull_request"],
      },
    },
    call: ({ options }) => aws.readStateOptions(options),
  },
  allowVersions: {
    given: {
      provider: new CloudflareProvider(new TerraformStack(new App(), "contoso"), "cloudflare"),
      versions: "~> 5.20",
    },
    call: ({ provider, versions }) => {
      root.allowVersions(provider, versions);
      return { ok: true };
    },
  },
};

/** Functions that are tried elsewhere, or take only what the package has answered. */
const OTHERS = {
  "tried below": ["synthesize"],
  "tried beside the constructs": ["addAzureZone", "addCloudflareZone"],
  "what the package has answered": [
    "FaultError",
    "formatFault",
    "formatFinding",
    "formatLocatedFault",
    "recordData",
    "unwrap",
  ],
};

test("every function that the entries export is tried", () => {
  const functions = Object.entries({ ...root, ...aws, ...azure }).flatMap(([name, value]) =>
    typeof value === "function" && !(value.prototype instanceof Construct) ? [name] : [],
  );
  expect(functions.filter((name) => !(name in TRIALS)).sort()).toEqual(Object.values(OTHERS).flat().sort());
});

/** `taken`, `refused` with at least one fault, or what it failed with. */
function outcome({ call }: Trial, given: unknown): unknown {
  try {
    const answer = call(given) as { ok?: unknown; faults?: unknown[]; problems?: unknown[] };
    if (answer.ok !== false) return "taken";
    return (answer.faults ?? answer.problems ?? []).length > 0 ? "refused" : answer;
  } catch (error) {
    return error instanceof FaultError && error.faults.length > 0 ? "refused" : error;
  }
}

describe.each(Object.entries(TRIALS))("%s", (_name, trial) => {
  const { given } = trial;
  const places = placesIn(given);

  it("takes what is right", () => {
    expect(outcome(trial, given)).toBe("taken");
  });

  it.each(Object.keys(given))("refuses what can be no %s", (key) => {
    const itself: unknown[] = [];
    itself.push(itself);
    for (const value of [null, 5, true, [1], Symbol("x"), itself, new Date(0), new Map([["a", 1]])]) {
      expect([value, outcome(trial, { ...given, [key]: value })]).toEqual([value, "refused"]);
    }
  });

  it("refuses what cannot be read, wherever it stands", () => {
    for (const [...path] of places.filter(({ length }) => length > 1)) {
      const key = path.pop() ?? "";
      const around = path.reduce<unknown>((value, at) => Reflect.get(value as object, at), given) as object;
      if (Array.isArray(around) || typeof around === "function") continue;
      const broken = Object.defineProperty({ ...around }, key, {
        enumerable: true,
        get() {
          throw new TypeError("no");
        },
      });
      expect([path, key, outcome(trial, replaced(given, path, broken))]).toEqual([path, key, "refused"]);
    }
  });

  it("refuses a text in the place of a list", () => {
    for (const path of listsIn(given)) {
      expect([path, outcome(trial, replaced(given, path, "text"))]).toEqual([path, "refused"]);
    }
  });

  it("never fails otherwise, whatever stands anywhere", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...places),
        fc.anything({ withNullPrototype: true, withDate: true, withBigInt: true }),
        (path, value) => {
          const answer = outcome(trial, replaced(given, path, value));
          return answer === "taken" || answer === "refused" ? true : expect(answer).toBe("refused");
        },
      ),
      { numRuns: 200 },
    );
  });
});

describe("synthesize", () => {
  const folder = temporaryFolder();
  const estate = lib.defineEstate(ESTATE as never);
  const broken = {
    get estate() {
      throw new TypeError("no");
    },
  };

  it.each<readonly [string, unknown]>([
    ["no options", undefined],
    ["a text", "out"],
    ["no estate", {}],
    ["a list for an estate", { estate: [] }],
    ["what defineEstate takes", { estate: ESTATE }],
    ["an estate without domains", { estate: { ...estate, domains: undefined } }],
    ["an estate that cannot be read", broken],
    ["a zone without a host", { estate: { ...estate, domains: [{ ...estate.domains[0], zone: {} }] } }],
    ["names that are no set", { estate, only: ["contoso.com"] }],
  ])("refuses %s, and writes nothing", async (_name, options) => {
    const given =
      typeof options === "object"
        ? Object.defineProperties({ out: folder }, Object.getOwnPropertyDescriptors(options))
        : options;
    await expect(root.synthesize(given as never)).rejects.toBeInstanceOf(FaultError);
    expect(readdirSync(folder)).toEqual([]);
  });
});
