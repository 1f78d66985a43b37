import { STRENGTHS } from "../../../../lib/identity/strengths";
import type { Json } from "../../../http/answer";
import type { Entity } from "../../tenant/entity";
import { instant } from "../../tenant/user";
import { type EntitySet, entityOf, entitySetRoutes } from "../entity-set";
import { GraphError } from "../graph-error";
import type { Call, Route } from "../route";
import { BUILT_IN_COMBINATIONS, COMBINATIONS, MFA_COMBINATIONS } from "./combinations";
import { usedByPolicies } from "./in-use";
import { READ, WRITE } from "./permissions";

const CREATED = "2021-12-01T08:00:00Z";

/** The strengths that every tenant has and nobody can change. */
const BUILT_IN_STRENGTHS: readonly Entity[] = [
  builtIn("mfa", "Multifactor authentication", "Combinations of methods that satisfy strong authentication."),
  builtIn("passwordless", "Passwordless MFA", "Passwordless methods that satisfy strong authentication."),
  builtIn("phishing-resistant", "Phishing-resistant MFA", "Phishing-resistant, passwordless methods."),
];

const SET: Omit<EntitySet, "path"> = {
  shape: {
    type: "authenticationStrengthPolicy",
    defaults: {
      id: null,
      createdDateTime: null,
      modifiedDateTime: null,
      displayName: null,
      description: null,
      policyType: "custom",
      requirementsSatisfied: "none",
      allowedCombinations: [],
      combinationConfigurations: [],
    },
  },
  read: [...READ, "Policy.ReadWrite.AuthenticationMethod"],
  write: [...WRITE, "Policy.ReadWrite.AuthenticationMethod"],
  collection: ({ authenticationStrengths }) => authenticationStrengths,
  builtIn: BUILT_IN_STRENGTHS,
  make: (given, { directory }) => {
    const now = instant();
    const strength = { ...given, createdDateTime: now, modifiedDateTime: now, policyType: "custom" };
    check(given, directory.authenticationStrengths.findBy("displayName", String(given.displayName)));
    return { ...strength, requirementsSatisfied: satisfied(given.allowedCombinations) };
  },
  change: (strength, changes, { directory }) => {
    checkCustom(strength);
    const wanted: Json = { ...strength, ...changes };
    const namesake = directory.authenticationStrengths.findBy("displayName", String(wanted.displayName));
    check(wanted, namesake === strength ? undefined : namesake);
    return {
      ...changes,
      modifiedDateTime: instant(),
      requirementsSatisfied: satisfied(wanted.allowedCombinations),
    };
  },
  checkRemoval: (strength, { directory }) => {
    checkCustom(strength);
    const [user] = usedByPolicies(directory, ["grantControls"], strength.id);
    if (user !== undefined) {
      throw refused(
        `The authentication strength policy is referenced by the conditional access policy '${user.displayName}' and cannot be deleted.`,
      );
    }
  },
};

/** The one collection is found at two paths. */
export const STRENGTH_ROUTES: readonly Route[] = [
  "policies/authenticationStrengthPolicies",
  "identity/conditionalAccess/authenticationStrength/policies",
].flatMap((path) => {
  const set = { ...SET, path };
  return [
    ...entitySetRoutes(set),
    {
      method: "POST" as const,
      path: `${path}/{}/updateAllowedCombinations`,
      permissions: SET.write,
      run: (call: Call) => updateCombinations(entityOf(set, call), call),
    },
    {
      method: "GET" as const,
      path: `${path}/{}/usage`,
      permissions: SET.read,
      run: (call: Call) => ({
        status: 200,
        body: { mfa: usedByPolicies(call.directory, ["grantControls"], entityOf(set, call).id), none: [] },
      }),
    },
  ];
});

/** A strength by id: one of the tenant's, or one that every tenant has. */
export function findStrength(id: unknown, { directory }: Call): Entity | undefined {
  if (typeof id !== "string") return undefined;
  return BUILT_IN_STRENGTHS.find((one) => one.id === id) ?? directory.authenticationStrengths.find(id);
}

function updateCombinations(strength: Entity, { body, directory }: Call) {
  checkCustom(strength);
  checkCombinations(body.allowedCombinations);
  const previousCombinations = strength.allowedCombinations;
  const references = usedByPolicies(directory, ["grantControls"], strength.id).map(({ id }) => id);
  Object.assign(strength, {
    allowedCombinations: body.allowedCombinations,
    requirementsSatisfied: satisfied(body.allowedCombinations),
    modifiedDateTime: instant(),
  });
  return {
    status: 200,
    body: {
      additionalInformation: null,
      conditionalAccessReferences: references,
      currentCombinations: strength.allowedCombinations,
      previousCombinations,
    },
  };
}

function check({ displayName, allowedCombinations }: Json, namesake: Entity | undefined): void {
  if (typeof displayName !== "string" || displayName === "") {
    throw refused("A value is required for property 'displayName' of an authentication strength policy.");
  }
  if (namesake !== undefined) {
    throw refused(`An authentication strength policy with the display name '${displayName}' already exists.`);
  }
  checkCombinations(allowedCombinations);
}

function checkCombinations(combinations: unknown): void {
  if (!Array.isArray(combinations) || combinations.length === 0) {
    throw refused("'allowedCombinations' must hold at least one combination of authentication methods.");
  }
  const unknown = combinations.find((one) => !COMBINATIONS.includes(String(one)));
  if (unknown !== undefined) throw refused(`'allowedCombinations' holds an invalid combination: ${unknown}.`);
}

function checkCustom({ policyType }: Entity): void {
  if (policyType === "builtIn") throw refused("Built-in authentication strength policies cannot be changed.");
}

/** MFA, if every combination comes to that. */
function satisfied(combinations: unknown): "mfa" | "none" {
  const all = Array.isArray(combinations) ? combinations.map(String) : [];
  return all.every((one) => MFA_COMBINATIONS.includes(one)) ? "mfa" : "none";
}

function builtIn(name: keyof typeof STRENGTHS, displayName: string, description: string): Entity {
  return {
    id: STRENGTHS[name],
    createdDateTime: CREATED,
    modifiedDateTime: CREATED,
    displayName,
    description,
    policyType: "builtIn",
    requirementsSatisfied: "mfa",
    allowedCombinations: BUILT_IN_COMBINATIONS[name],
    combinationConfigurations: [],
  };
}

function refused(message: string): GraphError {
  return new GraphError(400, "BadRequest", message);
}
