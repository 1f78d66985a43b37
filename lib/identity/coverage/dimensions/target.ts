import { SUITES, SUITES_OF, type Suite } from "../../applications";
import type { Diagram, Region } from "../diagram";
import { canonicalId } from "../objects";
import type { AccessPolicy } from "../policy";
import type { SignIn } from "../sign-in";
import { type Dimension, distinct, type Mentions, type Phrase, type Variables } from "./dimension";
import { filterFlags } from "./flags";
import { type ApplicationTarget, type Target, targetPhrases } from "./target-words";

export interface TargetDimension extends Dimension {
  /** Sign-ins to applications; user actions are none. */
  applications(diagram: Diagram): Region;
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
  const variable = variables.add({ size: targets.length, valueOf: (signIn) => placeOf(targets, signIn) });
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
  const where = (diagram: Diagram, holds: (target: Target) => boolean): Region =>
    diagram.where(
      variable,
      targets.flatMap((target, at) => (holds(target) ? [at] : [])),
    );
  const allApplications = (diagram: Diagram) => where(diagram, ({ kind }) => kind === "application");

  return {
    applications: allApplications,
    region(diagram: Diagram, { conditions: { applications = {} } }: AccessPolicy): Region {
      const { includeApplications = [], excludeApplications = [], includeUserActions = [] } = applications;
      const actionWords = includeUserActions.map(canonicalId);
      const contextRegions = (applications.includeAuthenticationContextClassReferences ?? []).map((context) =>
        flag(diagram, contextFlags.get(context)),
      );
      const filter = applications.applicationFilter;
      const matching = filter ? filters.matching(diagram, filter.rule) : diagram.none;
      const included = diagram.unionOf([
        where(diagram, (target) =>
          target.kind === "action"
            ? target.action !== undefined && actionWords.includes(target.action)
            : isNamed(target, includeApplications),
        ),
        diagram.intersect(
          diagram.unionOf([...contextRegions, filter?.mode === "include" ? matching : diagram.none]),
          allApplications(diagram),
        ),
      ]);
      const excluded = where(
        diagram,
        (target) => target.kind === "application" && isNamed(target, excludeApplications),
      );
      return diagram.minus(
        included,
        diagram.union(excluded, filter?.mode === "exclude" ? matching : diagram.none),
      );
    },
    everyday: (diagram) =>
      diagram.intersectionOf([
        allApplications(diagram),
        ...[...contextFlags.values()].map((at) => diagram.where(at, [0])),
      ]),
    describe(box) {
      const held = box[variable];
      return [
        ...(held ? targetPhrases(targets, held, suites, names) : []),
        ...[...contextFlags].flatMap(([context, at]): readonly Phrase[] =>
          box[at]
            ? [
                {
                  part: "when",
                  text: `${box[at]?.includes(1) ? "in" : "outside"} the authentication context ${context}`,
                },
              ]
            : [],
        ),
        ...filters.describe(box),
      ];
    },
  };
}

function flag(diagram: Diagram, variable: number | undefined): Region {
  return variable === undefined ? diagram.none : diagram.where(variable, [1]);
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

function placeOf(targets: readonly Target[], { application, suites, userAction }: SignIn): number {
  const id = application === undefined ? undefined : canonicalId(application);
  const held = suites ?? (id === undefined ? [] : (SUITES_OF.get(id) ?? []));
  const among = (target: ApplicationTarget) =>
    target.suites.every((suite) => held.includes(suite)) && count(targets, held) === target.suites.length;
  const place = (wanted: string | undefined) =>
    targets.findIndex((target) =>
      userAction !== undefined
        ? target.kind === "action" && target.action === wanted
        : target.kind === "application" && target.id === wanted && among(target),
    );
  const at = place(userAction === undefined ? id : canonicalId(userAction));
  return at >= 0 ? at : place(undefined);
}

/** How many of the suites policies name at all. */
function count(targets: readonly Target[], suites: readonly string[]): number {
  const named = new Set(targets.flatMap((target) => (target.kind === "application" ? target.suites : [])));
  return [...named].filter((suite) => suites.includes(suite)).length;
}
