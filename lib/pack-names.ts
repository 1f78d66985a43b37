/** The lists of controls that a posture can be held against. */
export const RULE_PACK_NAMES = ["recommended", "scuba", "cis", "bulk-sender"] as const;
/** The name of a pack of rules. */
export type RulePackName = (typeof RULE_PACK_NAMES)[number];
