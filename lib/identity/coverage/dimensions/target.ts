import { SUITES, SUITES_OF, type Suite } from "../../applications";
import { anyOf, type Conditions, type Literal, noneOf } from "../conditions";
import { canonicalId } from "../objects";
import type { SignIn } from "../sign-in";
import {
  type Dimension,
  distinct,
  literal,
  type Mentions,
  type Phrase,
  type Variables,
  whereItem,
} from "./dimension";
import { filterFlags } from "./flags";
import { type ApplicationTarget, type Target, targetPhrases } from "./target-words";

export interface TargetDimension extends Dimension {
  /** A sign-in to an application; user actions are none. */
  readonly applications: Conditions;
}

const ALL = "all";

/**
 * What is being signed in to, or done. Applications that policies name are cases of their own; of those it is known
 * whether they belong to a suite such as Office 365, or both is possible.
 * https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-cloud-apps
 */
export function targetDimension(variables: Variables, sets: readonly Mentions[]): TargetDimension {
  const mentioned = sets.flatMap(({ policies }) =>
    policies.map(({ conditions }) => conditions.applications ?? {}),
  );
  const words = distinct(
    mentioned.flatMap(({ includeApplications = [], excludeApplications = [] }) =>
      [...includeApplications, ...excludeApplications].map(canonicalId),
    ),
  ).filter((word) => word !== ALL && word !== "none");
  const suites = SUITES.filter((suite) => words.includes(canonicalId(suite)));
  const ids = words.filter((word) => !suites.some((suite) => canonicalId(suite) === word));
  const actions = distinct(
    mentioned.flatMap(({ includeUserActions = [] }) => includeUserActions.map(canonicalId)),
  );
  const contexts = distinct(
    mentioned.flatMap(
      ({ includeAuthenticationContextClassReferences = [] }) => includeAuthenticationContextClassReferences,
    ),
  );
  const targets: readonly Target[] = [
    ...subsets(suites).map((held): Target => ({ kind: "application", suites: held })),
    ...ids.flatMap((id) =>
      possibleSuites(id, suites).map((held): Target => ({ kind: "application", id, suites: held })),
    ),
    { kind: "action" },
    ...actions.map((action): Target => ({ kind: "action", action })),
  ];
  const variable = variables.add({
    size: targets.length,
    valueOf: (signIn) => placeOf(targets, suites, signIn),
  });
  const contextFlags = new Map(
    contexts.map((context) => [
      context,
      variables.addFlag(({ authenticationContexts = [] }) => authenticationContexts.includes(context)),
    ]),
  );
  const filters = filterFlags(
    variables,
    mentioned.map(({ applicationFilter }) => applicationFilter),
    ({ applicationFilters = [] }) => applicationFilters,
    "at applications",
  );
  const names = sets.flatMap(({ objects }) => objects.applications ?? []);
  const where = (holds: (target: Target) => boolean) => whereItem(variable, targets, holds);
  const { everything } = variables;
  const applications = anyOf([where(({ kind }) => kind === "application")], everything);

  return {
    applications,
    conditions({ conditions: { applications: condition = {} } }) {
      const { includeApplications = [], excludeApplications = [], includeUserActions = [] } = condition;
      const contextWords = condition.includeAuthenticationContextClassReferences ?? [];
      const actionWords = includeUserActions.map(canonicalId);
      const isIncluded = (target: Target) =>
        target.kind === "action"
          ? target.action !== undefined && actionWords.includes(target.action)
          : isNamed(target, includeApplications);
      return [
        ...anyOf(
          [
            where(isIncluded),
            ...contextWords.flatMap((context) => flag(contextFlags.get(context))),
            ...filters.matching(condition.applicationFilter, "include"),
          ],
          everything,
        ),
        // A context, or a filter, makes nothing of user actions.
        ...anyOf([where((target) => target.kind === "application" || isIncluded(target))], everything),
        ...noneOf(
          [
            where((target) => target.kind === "application" && isNamed(target, excludeApplications)),
            ...filters.matching(condition.applicationFilter, "exclude"),
          ],
          everything,
        ),
      ];
    },
    describe(box) {
      const held = box(variable);
      return [
        ...(held ? targetPhrases(targets, held, suites, names) : []),
        ...[...contextFlags].flatMap(([context, at]): readonly Phrase[] => {
          const asked = box(at);
          if (!asked) return [];
          return [
            {
              part: "when",
              text: `${asked.includes(1) ? "in" : "outside"} the authentication context ${context}`,
            },
          ];
        }),
        ...filters.describe(box),
      ];
    },
  };
}

function flag(variable: number | undefined): readonly Literal[] {
  return variable === undefined ? [] : [literal(variable, [1])];
}

function isNamed(target: ApplicationTarget, words: readonly string[]): boolean {
  return words.some((word) => {
    const wanted = canonicalId(word);
    return (
      wanted === ALL || wanted === target.id || target.suites.some((suite) => canonicalId(suite) === wanted)
    );
  });
}

/** The suites among which an application is known to be; every combination where that is not known. */
function possibleSuites(id: string, suites: readonly Suite[]): readonly (readonly Suite[])[] {
  const known = SUITES_OF.get(id);
  return known ? [suites.filter((suite) => known.includes(suite))] : subsets(suites);
}

function subsets<T>(items: readonly T[]): readonly (readonly T[])[] {
  return items.reduce<readonly (readonly T[])[]>(
    (sets, item) => sets.concat(sets.map((set) => [...set, item])),
    [[]],
  );
}

function placeOf(
  targets: readonly Target[],
  suites: readonly Suite[],
  { application, suites: told, userAction }: SignIn,
): number {
  const id = application === undefined ? undefined : canonicalId(application);
  const known = told ?? (id === undefined ? [] : (SUITES_OF.get(id) ?? []));
  const held = suites.filter((suite) => known.includes(suite)).join();
  const place = (wanted: string | undefined) =>
    targets.findIndex((target) =>
      userAction !== undefined
        ? target.kind === "action" && target.action === wanted
        : target.kind === "application" && target.id === wanted && target.suites.join() === held,
    );
  const at = place(userAction === undefined ? id : canonicalId(userAction));
  return at >= 0 ? at : place(undefined);
}
