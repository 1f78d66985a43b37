/**
 * The built-in authentication strengths. Their ids are the same in every tenant
 * (https://learn.microsoft.com/graph/api/resources/authenticationstrengths-overview).
 */
export const STRENGTHS = {
  mfa: "00000000-0000-0000-0000-000000000002",
  passwordless: "00000000-0000-0000-0000-000000000003",
  "phishing-resistant": "00000000-0000-0000-0000-000000000004",
} as const;

/** The name of a built-in authentication strength. */
export type StrengthName = keyof typeof STRENGTHS;

/** Is it the name of a built-in strength? */
export function isBuiltIn(name: string): name is StrengthName {
  return Object.hasOwn(STRENGTHS, name);
}
