import { AUTHENTICATION_FLOWS, LEGACY_CLIENTS, MODERN_CLIENTS, PLATFORMS, RISK_LEVELS } from "../../policy";
import { anyOf, type Conditions } from "../conditions";
import type { AccessConditions } from "../policy";
import type { SignIn } from "../sign-in";
import { type Dimension, listed, type Mentions, type Variables, whereItem } from "./dimension";

/** The conditions that choose among fixed values. */
export type ChoiceName =
  | "client"
  | "authentication flow"
  | "platform"
  | "sign-in risk"
  | "user risk"
  | "insider risk"
  | "service principal risk";

export interface ChoiceDimension extends Dimension {
  readonly name: ChoiceName;
  /** The sign-in has one of these values. */
  among(values: readonly string[]): Conditions;
}

/** A condition that chooses among a fixed list of values. */
interface Choice {
  readonly name: ChoiceName;
  /** What there is, the ordinary value first. */
  readonly values: readonly string[];
  /** What is usual among people. */
  readonly everyday: readonly string[];
  /** What a policy chooses; `undefined` if it does not ask. */
  chosen(conditions: AccessConditions): readonly string[] | undefined;
  valueOf(signIn: SignIn): string | undefined;
  /** Words for some of the values, never all. */
  words(values: readonly string[], others: readonly string[]): string;
}

/** The conditions that choose among fixed values; those that no policy asks for are none. */
export function choiceDimensions(
  variables: Variables,
  sets: readonly Mentions[],
): readonly ChoiceDimension[] {
  const conditions = sets.flatMap(({ policies }) => policies.map((policy) => policy.conditions));
  return CHOICES.filter((choice) => conditions.some((one) => choice.chosen(one) !== undefined)).map(
    (choice) => dimensionOf(choice, variables),
  );
}

function dimensionOf(choice: Choice, variables: Variables): ChoiceDimension {
  const { values } = choice;
  const variable = variables.add({
    size: values.length,
    valueOf: (signIn) => Math.max(0, values.indexOf(choice.valueOf(signIn) ?? "")),
  });
  const among = (chosen: readonly string[]) =>
    anyOf([whereItem(variable, values, (value) => chosen.includes(value))], variables.everything);
  return {
    name: choice.name,
    among,
    conditions({ conditions }) {
      const chosen = choice.chosen(conditions);
      return chosen ? among(chosen) : [];
    },
    everyday: among(choice.everyday),
    describe(box) {
      const held = box(variable);
      if (!held) return [];
      const inside = values.filter((_, at) => held.includes(at));
      const outside = values.filter((_, at) => !held.includes(at));
      return [{ part: "when", text: choice.words(inside, outside) }];
    },
  };
}

/** Values that a list includes; `undefined` for no list, an empty one, or one with `all`. */
function asked(list: readonly string[] | undefined): readonly string[] | undefined {
  return list === undefined || list.length === 0 || list.includes("all") ? undefined : list;
}

const CLIENTS = [
  "browser",
  "mobileAppsAndDesktopClients",
  "easSupported",
  "easUnsupported",
  "other",
] as const;

/** Exchange ActiveSync is both halves; Graph can choose the one on supported platforms. */
const EAS: readonly string[] = ["easSupported", "easUnsupported"];

const clients: Choice = {
  name: "client",
  values: CLIENTS,
  everyday: MODERN_CLIENTS,
  chosen: ({ clientAppTypes }) =>
    asked(clientAppTypes)?.flatMap((type) => (type === "exchangeActiveSync" ? EAS : [type])),
  valueOf: ({ client }) => (client === "exchangeActiveSync" ? "easUnsupported" : client),
  words(inside) {
    const left = new Set<string>(inside);
    const groups = CLIENT_GROUPS.flatMap(([members, words]) => {
      if (!members.every((member) => left.has(member))) return [];
      for (const member of members) left.delete(member);
      return [words];
    });
    return `from ${listed([...groups, ...[...left].map((client) => CLIENT_WORDS[client] ?? client)])}`;
  },
};

const CLIENT_GROUPS: readonly (readonly [readonly string[], string])[] = [
  [MODERN_CLIENTS, "modern clients"],
  [[...EAS, "other"], "legacy clients"],
  [EAS, "Exchange ActiveSync"],
];

const CLIENT_WORDS: Readonly<Record<string, string>> = {
  browser: "browsers",
  mobileAppsAndDesktopClients: "mobile apps and desktop clients",
  easSupported: "Exchange ActiveSync on supported platforms",
  easUnsupported: "Exchange ActiveSync on unsupported platforms",
  other: "other clients",
};

const platforms: Choice = {
  name: "platform",
  // A platform that has no name of its own, or hides it, comes first.
  values: ["(other)", ...PLATFORMS],
  everyday: PLATFORMS,
  chosen({ platforms: condition }) {
    if (!condition) return undefined;
    const { includePlatforms, excludePlatforms = [] } = condition;
    const included = asked(includePlatforms);
    if (!included && excludePlatforms.length === 0) return undefined;
    return (included ?? platforms.values).filter((one) => !excludePlatforms.includes(one));
  },
  valueOf: ({ platform }) => platform,
  words(inside, outside) {
    const names = (values: readonly string[]) => values.map((value) => PLATFORM_WORDS[value] ?? value);
    return inside.includes("(other)")
      ? `on every platform but ${listed(names(outside))}`
      : `on ${listed(names(inside))}`;
  },
};

const PLATFORM_WORDS: Readonly<Record<string, string>> = {
  android: "Android",
  linux: "Linux",
  windows: "Windows",
  windowsPhone: "Windows Phone",
};

const flows: Choice = {
  name: "authentication flow",
  values: ["none", ...AUTHENTICATION_FLOWS],
  everyday: ["none"],
  chosen: ({ authenticationFlows }) =>
    asked(authenticationFlows?.transferMethods?.filter((flow) => flow !== "none")),
  valueOf: ({ authenticationFlow }) => authenticationFlow,
  words(inside, outside) {
    const names = (values: readonly string[]) => listed(values.map((value) => FLOW_WORDS[value] ?? value));
    return inside.includes("none") ? `without ${names(outside)}` : `by ${names(inside)}`;
  },
};

const FLOW_WORDS: Readonly<Record<string, string>> = {
  deviceCodeFlow: "the device code flow",
  authenticationTransfer: "authentication transfer",
};

function risk(
  name: ChoiceName,
  levels: readonly string[],
  chosen: Choice["chosen"],
  told: Choice["valueOf"],
): Choice {
  return {
    name,
    values: ["none", ...levels],
    everyday: ["none"],
    chosen,
    valueOf: told,
    words: (inside) =>
      `at ${listed(
        inside.map((level) => (level === "none" ? "no" : level)),
        "or",
      )} ${name}`,
  };
}

const LEVELS = RISK_LEVELS;

const CHOICES: readonly Choice[] = [
  clients,
  flows,
  platforms,
  risk(
    "sign-in risk",
    LEVELS,
    ({ signInRiskLevels }) => asked(signInRiskLevels),
    ({ signInRisk }) => signInRisk,
  ),
  risk(
    "user risk",
    LEVELS,
    ({ userRiskLevels }) => asked(userRiskLevels),
    ({ userRisk }) => userRisk,
  ),
  risk(
    "insider risk",
    ["minor", "moderate", "elevated"],
    ({ insiderRiskLevels }) => asked(insiderRiskLevels),
    ({ insiderRisk }) => insiderRisk,
  ),
  risk(
    "service principal risk",
    LEVELS,
    ({ servicePrincipalRiskLevels }) => asked(servicePrincipalRiskLevels),
    ({ workload }) => workload?.risk,
  ),
];

/** Words that the conditions of this file know, by where they stand; others make a policy one that is not judged. */
export const KNOWN_WORDS = {
  clientAppTypes: ["all", ...MODERN_CLIENTS, ...LEGACY_CLIENTS],
  platforms: ["all", ...PLATFORMS],
  transferMethods: flows.values,
  riskLevels: ["none", ...LEVELS],
  insiderRiskLevels: ["minor", "moderate", "elevated"],
} as const satisfies Readonly<Record<string, readonly string[]>>;
