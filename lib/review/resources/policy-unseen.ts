import type { PlannedResource } from "./resource-fact";

/** Arguments that the provider computes where they are not written down, and that then say nothing. */
const COMPUTED: ReadonlySet<string> = new Set([
  "id",
  "object_id",
  "conditions.insider_risk_levels",
  "session_controls.sign_in_frequency_authentication_type",
  "session_controls.sign_in_frequency_interval",
]);

/** What reviewers call the parts of a policy. */
const WORDS: readonly (readonly [string, string])[] = [
  ["display_name", "its name"],
  ["state", "its state"],
  ["conditions.users.included", "who is included"],
  ["conditions.users.excluded", "who is excluded"],
  ["conditions.users", "who is meant"],
  ["conditions.client_applications", "which workload identities are meant"],
  ["conditions.applications", "the applications"],
  ["conditions.locations", "the locations"],
  ["conditions.platforms", "the platforms"],
  ["conditions.devices", "the devices"],
  ["conditions.client_app_types", "the clients"],
  ["conditions", "a condition"],
  ["grant_controls", "the grant controls"],
  ["session_controls", "the session controls"],
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
    if (resolved.has(path) || path.startsWith("timeouts")) return [];
    if (kind === "unknown" && COMPUTED.has(path) && !writes(...path.split("."))) return [];
    const part = WORDS.find(([prefix]) => path.startsWith(prefix))?.[1] ?? "a part";
    return [
      `${part} ${kind === "unknown" ? "is known after apply" : "is sensitive"}`.replace(
        /^(the [a-z ]+s|which .*) is/,
        "$1 are",
      ),
    ];
  });
  return [...new Set(words)];
}
