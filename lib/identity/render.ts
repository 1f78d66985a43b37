import { BASELINE_KEYS, BASELINE_POLICIES, type BaselineKey } from "./baselines";
import { type BaselinePolicy, breakGlassDifferences, type Difference, SYNC_ROLE } from "./baselines/baseline";
import { type Hardening, PACKS, type Pack, packed } from "./baselines/packs";
import { graphPolicy } from "./graph";

/** The baselines as a page of Markdown: which policy is in which, what it meets, and how it differs from its template. */
export function renderBaselines(): string {
  const packs = Object.entries(PACKS).filter(([name]) => name !== "none");
  return [
    INTRODUCTION,
    "## Which policy is in which baseline",
    "",
    ...table(
      ["policy", ...packs.map(([name]) => `\`${name}\``), "licence", "template"],
      BASELINE_KEYS.map((key) => [
        `[\`${key}\`](#${key})`,
        ...packs.map(([, pack]) => cell(pack, key)),
        BASELINE_POLICIES[key].licence.toUpperCase(),
        BASELINE_POLICIES[key].template === undefined ? "" : "yes",
      ]),
    ),
    "",
    ...packs.flatMap(([name, pack]) => renderPack(name, pack)),
    "## The policies",
    "",
    ...BASELINE_KEYS.flatMap((key) => renderPolicy(key, BASELINE_POLICIES[key], packs)),
  ].join("\n");
}

const INTRODUCTION = `# Baselines of Conditional Access, sign-ins and Exchange

<!-- Rendered from lib/identity/baselines, lib/identity/settings and lib/exchange/baselines; a test holds that this page is current. -->

\`mfa.baseline\` selects the policies of one column; \`mfa.policies\` changes single ones, or takes one from another column
by its name. Every policy starts in report-only and excludes the break-glass group. A control is met once its policy is
on. Policies with licence P2 are left out unless \`mfa.licence\` is \`p2\`.

"yes" is the policy as it stands below; "hardened" says that the baseline asks for more, as the policy's section tells.
Where a policy names a template of Microsoft's, its body is the template's but for the differences listed there and
these, which all have:
${breakGlassDifferences("the break-glass group").map(renderDifference).join("\n")}
`;

function cell(pack: Pack, key: BaselineKey): string {
  const entry = pack.policies[key];
  if (entry === undefined) return "";
  return entry === "as-is" ? "yes" : "hardened";
}

function renderPack(name: string, pack: Pack): readonly string[] {
  const prefix = CONTROLS[name];
  const met = BASELINE_KEYS.filter((key) => pack.policies[key]).flatMap((key) =>
    packed(pack, key)
      .controls.filter((control) => prefix !== undefined && control.startsWith(prefix))
      .map((control) => [control, `[\`${key}\`](#${key})`, licenceOf(BASELINE_POLICIES[key])] as const),
  );
  const unmet = Object.entries(pack.unmet).map(([control, why]) => [control, why, ""] as const);
  const rows = [...met, ...unmet].sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }));
  return [
    `### ${name}: ${pack.title}`,
    "",
    `<${pack.source}>`,
    "",
    ...(rows.length > 0 ? [...table(["control", "met by", "licence"], rows), ""] : []),
    ...(pack.noExcludedRoles ? excludedRolesNote(pack.noExcludedRoles) : []),
  ];
}

function licenceOf({ licence, product }: BaselinePolicy): string {
  return [licence.toUpperCase(), product].filter((name) => name !== undefined).join(", ");
}

function excludedRolesNote(controls: readonly string[]): readonly string[] {
  return [
    `CISA's tests count a policy that excludes a role as none, so the policies of ${list(controls)} do not exclude`,
    `\`${SYNC_ROLE}\` here. \`mfa.directorySync\` says what directory synchronization signs in as; until it is`,
    "said, these policies cannot be turned on. With `directorySync: role` the three controls are not met.",
    "",
    "An excluded user or group, break-glass among them, counts only if ScubaGear's configuration lists its object id under",
    "the same control. The tenant's stack puts these lines out: `terraform output -raw ScubaGear`.",
    "",
  ];
}

function list(items: readonly string[]): string {
  return `${items.slice(0, -1).join(", ")} and ${items.at(-1)}`;
}

/** Whose controls a baseline is about. */
const CONTROLS: Readonly<Record<string, string>> = { scuba: "MS.AAD.", cis: "CIS " };

function renderPolicy(
  key: BaselineKey,
  baseline: BaselinePolicy,
  packs: readonly (readonly [string, Pack])[],
): readonly string[] {
  const { policy, template, differences = [], source, controls, why, checkFirst } = baseline;
  const hardenings = packs.flatMap(([name, pack]) => {
    const entry = pack.policies[key];
    return entry === undefined || entry === "as-is" ? [] : [[name, entry] as const];
  });
  return [
    `### ${key}`,
    "",
    `**${policy.displayName}.** ${sentence(why)}`,
    "",
    `- Licence: Entra ID ${licenceOf(baseline)}`,
    `- Controls: ${controls.length > 0 ? controls.join(", ") : "none as it stands"}`,
    `- Source: <${source}>${template === undefined ? "" : `, template \`${template}\``}`,
    `- Check first: ${checkFirst}`,
    ...(differences.length > 0 ? ["- Differences from the template:"] : []),
    ...differences.map((difference) => `  ${renderDifference(difference)}`),
    ...hardenings.flatMap(([name, hardening]) => renderHardening(name, hardening)),
    "",
    "```json",
    compact(JSON.stringify(body(key, baseline), null, 1)),
    "```",
    "",
  ];
}

function renderHardening(name: string, { differences, controls }: Hardening): readonly string[] {
  const meets = controls.length > 0 ? `, which meets ${controls.join(", ")}` : "";
  return [
    `- Hardened in \`${name}\`${meets}:`,
    ...differences.map((difference) => `  ${renderDifference(difference)}`),
  ];
}

function renderDifference({ at, remove = [], add = [], why }: Difference): string {
  const changes = [
    ...remove.map((value) => `without \`${value}\``),
    ...add.map((value) => `with \`${value}\``),
  ];
  return `- \`${at}\` ${changes.join(", ")}: ${why}`;
}

/** Graph's body without what every policy has. */
function body(key: string, { policy }: BaselinePolicy): object {
  const ids = { user: same, group: same, location: same, strength: same };
  const { conditions, grantControls, sessionControls } = graphPolicy(
    { key, state: "report-only", breakGlass: "<break-glass group>", policy },
    ids,
  );
  return { conditions, grantControls, sessionControls };
}

/** Lists of texts on one line. */
function compact(json: string): string {
  return json.replaceAll(
    /\[\s+("[^[\]{}]*")\s+\]/g,
    (_, items: string) => `[${items.replaceAll(/\s+"/g, ' "')}]`,
  );
}

function same(name: string): string {
  return name;
}

function sentence(text: string): string {
  return `${text.slice(0, 1).toUpperCase()}${text.slice(1)}.`;
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)];
}
