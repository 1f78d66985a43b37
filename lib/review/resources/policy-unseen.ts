import type { PlannedResource } from "./resource-fact";
import { APART } from "./unread";

/** Arguments that the provider computes where they are not written down, and that then say nothing. */
const COMPUTED: ReadonlySet<string> = new Set([
  "conditions.insider_risk_levels",
  "session_controls.sign_in_frequency_authentication_type",
  "session_controls.sign_in_frequency_interval",
]);

/** What reviewers call the parts of a policy, with the verb that follows. */
const WORDS: readonly (readonly [string, string])[] = [
  ["display_name", "its name is"],
  ["state", "its state is"],
  ["conditions.users.included", "who is included is"],
  ["conditions.users.excluded", "who is excluded is"],
  ["conditions.users", "who is meant is"],
  ["conditions.client_applications", "which workload identities are meant is"],
  ["conditions.applications", "the applications are"],
  ["conditions.locations", "the locations are"],
  ["conditions.platforms", "the platforms are"],
  ["conditions.devices", "the devices are"],
  ["conditions.client_app_types", "the clients are"],
  ["conditions", "a condition is"],
  ["grant_controls", "the grant controls are"],
  ["session_controls", "the session controls are"],
];

/**
 * What of a policy the plan does not show, in words: `who is excluded is known after apply`.
 * @param resolved paths of lists whose unknown members are known by what they refer to
 */
export function unseenWords(
  { attributes, writes }: PlannedResource,
  resolved: ReadonlySet<string>,
): readonly string[] {
  const words = attributes.unseen().flatMap(({ path, kind }) => {
    if (resolved.has(path) || APART.test(path)) return [];
    if (kind === "unknown" && COMPUTED.has(path) && !writes(...path.split("."))) return [];
    const part = WORDS.find(([prefix]) => path.startsWith(prefix))?.[1] ?? "a part is";
    return [`${part} ${kind === "unknown" ? "known after apply" : "sensitive"}`];
  });
  return [...new Set(words)];
}
