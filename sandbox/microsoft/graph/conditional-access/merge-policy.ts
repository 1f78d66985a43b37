import { isJson, type Json } from "../../../http/answer";

/** How far down the parts of a policy are merged: `conditions.users` still is, a session control is not. */
const DEPTHS: Readonly<Record<string, number>> = { conditions: 2, grantControls: 1, sessionControls: 1 };

/**
 * A policy after a change. What a part of it does not name stays as it was, so that a list is emptied only by an empty
 * one and a control is taken away only by null: Graph's own example of a change names nothing of the conditions but
 * their risk levels (https://learn.microsoft.com/graph/api/conditionalaccesspolicy-update), and whoever goes from MFA
 * to a strength without emptying the controls is refused (Microsoft365DSC #6218).
 */
export function mergePolicy(policy: Json, changes: Json): Json {
  const parts = Object.entries(changes).map(([name, value]) => [
    name,
    merged(policy[name], value, DEPTHS[name] ?? 0),
  ]);
  return { ...policy, ...Object.fromEntries(parts) };
}

function merged(before: unknown, after: unknown, depth: number): unknown {
  if (depth === 0 || !isJson(before) || !isJson(after)) return after;
  const members = Object.entries(after).map(([name, value]) => [
    name,
    merged(before[name], value, depth - 1),
  ]);
  return { ...before, ...Object.fromEntries(members) };
}
