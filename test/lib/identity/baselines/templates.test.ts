import { BASELINE_KEYS, BASELINE_POLICIES, type BaselineKey } from "../../../../lib/identity/baselines";
import { breakGlassDifferences, type Difference } from "../../../../lib/identity/baselines/baseline";
import { PACKS, packed, packKeys } from "../../../../lib/identity/baselines/packs";
import { graphPolicy } from "../../../../lib/identity/graph";
import templates from "../../../../sandbox/microsoft/graph/conditional-access/templates.json";

interface Template {
  readonly id: string;
  readonly name: string;
  readonly details: Readonly<Record<string, unknown>>;
}

/**
 * Bodies that Graph answered for GET /beta/identity/conditionalAccess/templates on 19 August 2026, as captured by
 * deploymenttheory/terraform-provider-microsoft365, without the display names of authentication strengths, which Graph
 * fills in.
 */
const TEMPLATES: readonly Template[] = templates;

const GROUP = "3f2504e0-4f89-41d3-9a0c-0305e82c3301";
const ids = {
  user: (upn: string) => upn,
  group: () => GROUP,
  location: (key: string) => key,
  strength: (key: string) => key,
};

/** Lists are sets to Graph. An absent list is one without elements. */
function leaves(value: unknown, path = ""): Map<string, unknown> {
  if (Array.isArray(value)) return new Map(value.length > 0 ? [[path, [...value].sort()]] : []);
  if (typeof value !== "object" || value === null) return new Map([[path, value]]);
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  return new Map(entries.flatMap(([key, inner]) => [...leaves(inner, path === "" ? key : `${path}.${key}`)]));
}

/** The body with each difference applied; a difference that changes nothing is an error of its own. */
function changed(body: Map<string, unknown>, differences: readonly Difference[]): Map<string, unknown> {
  const result = new Map(body);
  for (const { at, remove = [], add = [] } of differences) {
    const found = result.get(at);
    const before: unknown[] = Array.isArray(found) ? found : [];
    for (const value of remove)
      if (!before.includes(value)) throw new Error(`${at} has no ${value} to remove`);
    for (const value of add) if (before.includes(value)) throw new Error(`${at} has ${value} already`);
    if (remove.length + add.length === 0) throw new Error(`${at}: a difference without a change`);
    const after = [...before.filter((value) => !remove.some((gone) => gone === value)), ...add].sort();
    if (after.length > 0) result.set(at, after);
    else result.delete(at);
  }
  return result;
}

function bodyOf({ policy }: { policy: (typeof BASELINE_POLICIES)[BaselineKey]["policy"] }) {
  const graph = graphPolicy({ key: "p", state: "report-only", breakGlass: "sg-break-glass", policy }, ids);
  const { displayName: _, state: __, ...body } = graph;
  return leaves(body);
}

const entries = Object.entries(PACKS).flatMap(([name, pack]) =>
  packKeys(pack).map((key) => ({ name, key, baseline: packed(pack, key) })),
);
const templated = entries.filter(({ baseline }) => baseline.template !== undefined);

describe.each(templated)("$name $key", ({ baseline }) => {
  const template = TEMPLATES.find(({ id }) => id === baseline.template);
  const ours = bodyOf(baseline);

  it("is Microsoft's template but for the differences that it declares, each of which is there", () => {
    const differences = [...breakGlassDifferences(GROUP), ...(baseline.differences ?? [])];
    expect(ours).toEqual(changed(leaves(template?.details), differences));
  });
});

describe("the microsoft baseline", () => {
  it("holds the templates unchanged, under their own names", () => {
    for (const { name, baseline } of templated) {
      if (name !== "microsoft") continue;
      const template = TEMPLATES.find(({ id }) => id === baseline.template);
      expect(baseline.policy.displayName).toBe(template?.name);
      expect(baseline.differences).toBeUndefined();
    }
    expect(templated.filter(({ name }) => name === "microsoft")).toHaveLength(10);
  });
});

describe("the baselines", () => {
  it("harden a policy only in the way that its difference tells", () => {
    for (const { name, key, baseline } of entries) {
      const own = BASELINE_POLICIES[key];
      const hardening = PACKS[name as keyof typeof PACKS].policies[key];
      const differences = typeof hardening === "object" ? hardening.differences : [];
      expect(bodyOf(baseline)).toEqual(changed(bodyOf(own), differences));
    }
  });

  it("exclude nobody from a template that Microsoft's does not, but break-glass", () => {
    expect(BASELINE_POLICIES["mfa-all-users"].policy.exclude).toEqual({
      roles: ["Directory Synchronization Accounts"],
    });
    expect(BASELINE_POLICIES["block-legacy-authentication"].policy.exclude).toBeUndefined();
  });

  it("meet every control of SCuBA and CIS on Conditional Access, or say which they do not", () => {
    const controls = (name: keyof typeof PACKS) => [
      ...packKeys(PACKS[name]).flatMap((key) => packed(PACKS[name], key).controls),
      ...Object.keys(PACKS[name].unmet),
    ];
    expect(new Set(controls("scuba").filter((control) => control.startsWith("MS.AAD")))).toEqual(
      new Set(
        ["1.1v1", "2.1v1", "2.3v1", "3.1v1", "3.2v2", "3.6v1", "3.7v1", "3.8v1", "3.9v1"].map(
          (id) => `MS.AAD.${id}`,
        ),
      ),
    );
    expect(new Set(controls("cis").filter((control) => control.startsWith("CIS")))).toEqual(
      new Set(Array.from({ length: 17 }, (_, index) => `CIS 5.2.2.${index + 1}`)),
    );
  });

  it("use every policy of the catalogue", () => {
    expect([...new Set(entries.map(({ key }) => key))].sort()).toEqual([...BASELINE_KEYS]);
  });
});
