import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "cdktf";
import { BASELINE_VALUES } from "../../../lib/exchange/baselines/values";
import type { PlannedObject } from "../../../lib/exchange/exchange-plan";
import { attributesOf, objectFacts, type Value } from "../../../lib/exchange/objects";
import type { ProtectionBaseline } from "../../../lib/exchange/options";
import { typeName } from "../../../provider/objects/table";
import { TABLES } from "../../../provider/objects/tables/index";
import { runObjectCmdlet } from "../../../sandbox/microsoft/objects/object-cmdlets";
import type { Row } from "../../../sandbox/microsoft/table";
import { ExchangeStack } from "../../../stacks/exchange-stack";
import { type Scenario, scenario } from "../../provider/scenarios/scenario";
import { declaredBy } from "../../support/estate";
import { jsonOf } from "../../support/synth";

// Each baseline, deployed by the real Terraform into the sandbox. The tests follow one another, in one folder.

const BASELINES = ["microsoft-standard", "microsoft-strict", "scuba", "cis"] as const;

/** What baselines have beside protection, and what has none. */
const BESIDE: Readonly<Partial<Record<ProtectionBaseline, string>>> = {
  scuba: `      alerts:
        baseline: scuba
        notify: [secops@contoso.com]
        policies:
          forwarding: { name: Forwarding was set up, category: ThreatManagement, threatType: Activity, operation: [MailRedirect], aggregationType: None }
      roleGroups:
        service-assurance-user: { in: purview, members: [Anna Berg] }
        readers: { in: exchange, roles: [View-Only Recipients], members: [anna@contoso.com], noOthers: true }
      dataLoss: { baseline: scuba }
      auditRetention: { baseline: scuba }
`,
  cis: `      userReports: { baseline: cis, mailbox: reports@contoso.com }
`,
};

const estate = (baseline: ProtectionBaseline) => `version: 1
tenants:
  contoso:
    initialDomain: contoso.onmicrosoft.com
    exchange:
      managed: true
      encryption: { encryptButton: true, decryptAttachments: false, branding: { default: { portalText: Contoso } } }
      protection:
        baseline: ${baseline}
        licence: e5
        sensitiveUsers: [{ displayName: Anna Berg, address: anna@contoso.com }]
        partnerDomains: [fabrikam.com]
${baseline === "cis" ? "        notify: [soc@contoso.com]\n" : ""}        antiSpam:
          policies:
            executives: { for: { groups: [executives@contoso.com] }, spamQuarantineTag: ask }
            finance: { name: Finance department, for: { recipients: [pay@contoso.com] }, bulkThreshold: 4 }
          order: [finance, executives]
        quarantinePolicies: { ask: { endUserQuarantinePermissions: 43, esnEnabled: true } }
        allowBlockList: { bad: { listType: Sender, value: bad@example.net, action: Block, noExpiration: true } }
${BESIDE[baseline] ?? ""}      rules:
        external-tag: {}
        reject-direct-send: {}
        encrypt-on-subject: {}
        no-macros: { when: { attachmentExtensionMatchesWords: [docm] }, do: { quarantine: true } }
domains:
  contoso.com: { tenant: contoso, profile: exchange-online, zone: { cloudflare: {} }, dmarc: { rua: ["mailto:d@contoso.com"] } }
`;

let world: Scenario;
beforeAll(async () => {
  const anna = { userPrincipalName: "anna@contoso.com", displayName: "Anna Berg" };
  world = await scenario({ domains: ["contoso.com"], users: [anna] });
});
afterAll(() => world.close());

function planOf(baseline: ProtectionBaseline) {
  const [exchange] = declaredBy(estate(baseline)).exchanges;
  if (!exchange) throw new Error("nothing is declared");
  return exchange.plan;
}

/** Puts the stack into Terraform's folder; the provider comes from this process. */
function configure(baseline: ProtectionBaseline): void {
  const stack = new ExchangeStack(new App(), "contoso", { plan: planOf(baseline) });
  const { terraform: _, "//": __, ...json } = jsonOf(stack) as unknown as Readonly<Record<string, unknown>>;
  writeFileSync(join(world.workspace.folder, "stack.tf.json"), JSON.stringify(json));
  world.workspace.configure("");
}

/** The tables' attribute for one in the estate's spelling. */
function tableAttribute(kind: PlannedObject["kind"], attribute: string) {
  const table = TABLES.find(({ noun }) => noun === objectFacts(kind).noun);
  const [name] = [...attributesOf(kind).keys()].flatMap((one, place) => (one === attribute ? [place] : []));
  const facts = table && Object.values(table.attributes)[name ?? -1];
  if (!table || !facts) throw new Error(`${kind}.${attribute}`);
  return { table, facts, terraform: Object.keys(table.attributes)[name ?? -1] ?? "" };
}

/** Another value than the one that is declared. */
function other(
  value: Value,
  choices: readonly string[] | undefined,
  [least = 0, most = 0]: readonly number[],
): Value {
  if (typeof value === "boolean") return !value;
  if (typeof value === "number") return value === least ? most : least;
  if (choices) return ["Quarantine", ...choices].find((one) => one !== value && choices.includes(one)) ?? "";
  if (Array.isArray(value)) return value.length > 1 ? value.slice(1) : [];
  return `other-${value}`;
}

/** What an administrator would change past Terraform: of each object of the baseline every value that it gives. */
function drift(baseline: (typeof BASELINES)[number]): readonly string[] {
  const drifted: string[] = [];
  for (const object of planOf(baseline).objects) {
    const { id, kind, values } = object;
    if (!/^[A-Z][A-Za-z0-9]*(?:-default(?:-Rule-default)?)?$/.test(id)) continue;
    const { noun } = objectFacts(kind);
    const table = TABLES.find((one) => one.noun === noun);
    const service = table?.service === "purview" ? "purview" : "exchange";
    const row = world.emulator.state.objects
      .get(service === "purview" ? `purview.${noun}` : noun)
      ?.all()
      .find(({ Name }) => Name === values.name);
    const changes: [string, unknown][] = [];
    const emptied: string[] = [];
    for (const one of BASELINE_VALUES) {
      const value = values[one.attribute];
      if (one.kind !== kind || one.wanted[baseline] === undefined || value === undefined) continue;
      const { facts, terraform, table } = tableAttribute(kind, one.attribute);
      drifted.push(`${typeName(table)}.${id}.${terraform}`);
      if (facts.inAndOut) {
        emptied.push(facts.parameter);
        continue;
      }
      const unlike = otherOf(one.attribute, value, facts.codec);
      changes.push([
        facts.parameter,
        Array.isArray(unlike) && unlike.length === 0 ? facts.cleared : facts.codec.encode(unlike),
      ]);
    }
    if (changes.length === 0) continue;
    // An action that needs an address.
    if (
      kind === "hosted-content-filter-policy" &&
      changes.some(([name]) => name === "HighConfidencePhishAction")
    ) {
      changes.push(["RedirectToRecipients", ["soc@contoso.com"]]);
      drifted.push(`m365_hosted_content_filter_policy.${id}.redirect_to_recipients`);
    }
    const { identity: own } = table as { readonly identity?: string };
    const identity = objectFacts(kind).singleton
      ? { ...(own && { Identity: own }) }
      : { Identity: row?.Guid };
    if (
      runObjectCmdlet(
        `Set-${noun}`,
        { ...identity, ...Object.fromEntries(changes) },
        world.emulator.state,
        service,
      ) === undefined
    )
      throw new Error(noun);
    // The last location of a policy cannot be taken from it by a cmdlet.
    if (row) for (const property of emptied) row[property] = [];
  }
  return drifted.sort();
}

function otherOf(
  attribute: string,
  value: Value,
  { choices, range = [0, 9] }: { readonly choices?: readonly string[]; readonly range?: readonly number[] },
): Value {
  // What is empty gets a member that Exchange takes there.
  if (Array.isArray(value) && value.length === 0)
    return attribute === "ipAllowList" ? ["192.0.2.1"] : ["fabrikam.com"];
  if (attribute === "domains") return ["*:CalendarSharingFreeBusySimple"];
  return other(value, choices, range);
}

async function differing(): Promise<readonly string[]> {
  await world.workspace.ok("plan", "-out=plan.bin");
  const { resource_changes: changes } = JSON.parse(await world.workspace.ok("show", "-json", "plan.bin")) as {
    readonly resource_changes: readonly {
      readonly address: string;
      readonly change: { readonly before: Row | null; readonly after: Row };
    }[];
  };
  return changes
    .flatMap(({ address, change: { before, after } }) =>
      Object.keys(after)
        .filter((name) => JSON.stringify(before?.[name]) !== JSON.stringify(after[name]))
        .map((name) => `${address}.${name}`),
    )
    .sort();
}

describe.each(BASELINES)("%s", (baseline) => {
  test("is applied, and then nothing is planned", async () => {
    configure(baseline);
    await world.workspace.ok("apply", "-auto-approve");
    expect(await world.workspace.actions()).toEqual({});
  });

  test("each of its values is found when somebody else changes it", async () => {
    const drifted = drift(baseline);
    expect(drifted.length).toBeGreaterThan(15);
    expect(await differing()).toEqual(drifted);
  });
});

test("what stands beside the policies is made as it is declared", () => {
  const all = (noun: string) => world.emulator.state.objects.get(noun)?.all() ?? [];
  const reports = all("ReportSubmissionRule").map(({ SentTo }) => SentTo);
  expect(reports).toEqual([["reports@contoso.com"]]);
});

test("rules stand in the order that is declared", () => {
  const names = (noun: string) =>
    [...(world.emulator.state.objects.get(noun)?.all() ?? [])]
      .sort((a, b) => Number(a.Priority) - Number(b.Priority))
      .map(({ Name }) => Name);
  expect(names("HostedContentFilterRule")).toEqual(["Finance department", "executives"]);
  expect(names("TransportRule")).toEqual(["Mark mail from outside", "Encrypt on request", "no-macros"]);
});
