import { APPLICATIONS, type Suite } from "../../applications";
import { canonicalId, type NamedObject, objectWith } from "../objects";
import { distinct, listed, type Phrase } from "./dimension";

/** What a sign-in may be for. An action without a name is any that no policy names. */
export type Target = ApplicationTarget | { readonly kind: "action"; readonly action?: string };

export interface ApplicationTarget {
  readonly kind: "application";
  /** Absent: any that no policy names. */
  readonly id?: string;
  readonly suites: readonly Suite[];
}

/** Words for the targets of a region: none where it holds every application and no user action, or everything. */
export function targetPhrases(
  targets: readonly Target[],
  held: readonly number[],
  suites: readonly Suite[],
  names: readonly NamedObject[],
): readonly Phrase[] {
  const inside = targets.filter((_, at) => held.includes(at));
  const outside = targets.filter((_, at) => !held.includes(at));
  const [applications, others] = [inside.filter(isApplication), outside.filter(isApplication)];
  const actions = inside.flatMap((target) => (target.kind === "action" ? [target.action] : []));
  if (outside.length === 0 || (others.length === 0 && actions.length === 0)) return [];
  const parts = [
    ...(applications.length === 0
      ? []
      : [others.length === 0 ? "at any application" : applicationWords(applications, others, suites, names)]),
    ...(actions.length === 0 ? [] : [`when ${listed(actions.map(actionWords), "or")}`]),
  ];
  return [{ part: "when", text: parts.join(" or ") }];
}

function isApplication(target: Target): target is ApplicationTarget {
  return target.kind === "application";
}

function applicationWords(
  inside: readonly ApplicationTarget[],
  outside: readonly ApplicationTarget[],
  suites: readonly Suite[],
  names: readonly NamedObject[],
): string {
  const isOther = ({ id, suites: held }: ApplicationTarget) => id === undefined && held.length === 0;
  return inside.some(isOther)
    ? `at every application but ${listed(partNames(outside, inside, suites, names))}`
    : `at ${listed(partNames(inside, outside, suites, names))}`;
}

/** Names for some targets: suites that lie wholly inside first, then what they do not hold. */
function partNames(
  inside: readonly ApplicationTarget[],
  outside: readonly ApplicationTarget[],
  suites: readonly Suite[],
  names: readonly NamedObject[],
): readonly string[] {
  const whole = suites.filter((suite) => outside.every((target) => !target.suites.includes(suite)));
  const left = inside.filter((target) => !target.suites.some((suite) => whole.includes(suite)));
  const rest = distinct(
    left.map(({ id, suites: held }) => {
      const also = held.map((suite) => SUITE_WORDS[suite] ?? suite).join(" and ");
      if (id === undefined) return `the rest of ${also}`;
      const split = outside.some((target) => target.id === id);
      return `${applicationName(id, names)}${split ? ` if it is ${also === "" ? "in no suite" : `part of ${also}`}` : ""}`;
    }),
  );
  return [...whole.map((suite) => SUITE_WORDS[suite] ?? suite), ...rest];
}

const SUITE_WORDS: Readonly<Record<string, string>> = {
  Office365: "Office 365",
  MicrosoftAdminPortals: "the Microsoft admin portals",
};

function applicationName(id: string, names: readonly NamedObject[]): string {
  const [known] = Object.entries(APPLICATIONS).find(([, value]) => canonicalId(value) === id) ?? [];
  return objectWith(names, id)?.name ?? known ?? id;
}

function actionWords(action: string | undefined): string {
  return action === undefined
    ? "taking another user action"
    : (ACTION_WORDS[action] ?? `taking the user action ${action}`);
}

const ACTION_WORDS: Readonly<Record<string, string>> = {
  "urn:user:registersecurityinfo": "registering security information",
  "urn:user:registerdevice": "registering or joining a device",
};
