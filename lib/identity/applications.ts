/**
 * Applications that a policy may name, with what Graph calls them: a word of its own, or the application (client) id,
 * which is the same in every tenant. Others go by their id.
 * https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-cloud-apps
 */
export const APPLICATIONS: Readonly<Record<string, string>> = {
  Office365: "Office365",
  MicrosoftAdminPortals: "MicrosoftAdminPortals",
  "Windows Azure Service Management API": "797f4846-ba00-4fd7-ba43-dac1f8f63013",
  "Microsoft Intune Enrollment": "d4ebce55-015a-49b5-a083-c84d1797ae8c",
  "Microsoft Rights Management Services": "00000012-0000-0000-c000-000000000000",
  "Office 365 Exchange Online": "00000002-0000-0ff1-ce00-000000000000",
  "Office 365 SharePoint Online": "00000003-0000-0ff1-ce00-000000000000",
};

/** What Graph calls an application: by its name here, or by its id; `undefined` for anything else. */
export function applicationId(text: string): string | undefined {
  if (Object.hasOwn(APPLICATIONS, text)) return APPLICATIONS[text];
  return /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(text) ? text.toLowerCase() : undefined;
}

/** Words that stand for several applications of Microsoft's at once. */
export const SUITES = ["Office365", "MicrosoftAdminPortals"] as const;
export type Suite = (typeof SUITES)[number];

/**
 * The suites that an application is known to be part of, by its id in lower case; no entry: not known.
 * https://learn.microsoft.com/entra/identity/conditional-access/reference-office-365-application-contents
 */
export const SUITES_OF: ReadonlyMap<string, readonly Suite[]> = new Map([
  ["00000002-0000-0ff1-ce00-000000000000", ["Office365"]],
  ["00000003-0000-0ff1-ce00-000000000000", ["Office365"]],
  ["797f4846-ba00-4fd7-ba43-dac1f8f63013", []],
  ["d4ebce55-015a-49b5-a083-c84d1797ae8c", []],
]);
