import { APPLICATIONS, applicationId, SUITES_OF } from "../../../lib/identity/applications";
import { COUNTRIES } from "../../../lib/identity/countries";
import { STRENGTHS } from "../../../lib/identity/strengths";

// Microsoft's own applications have the same client id in every tenant:
// https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in
test("applications go by the ids that Microsoft gave them, suites by their words", () => {
  expect(APPLICATIONS).toEqual({
    Office365: "Office365",
    MicrosoftAdminPortals: "MicrosoftAdminPortals",
    "Windows Azure Service Management API": "797f4846-ba00-4fd7-ba43-dac1f8f63013",
    "Microsoft Intune Enrollment": "d4ebce55-015a-49b5-a083-c84d1797ae8c",
    "Microsoft Rights Management Services": "00000012-0000-0000-c000-000000000000",
    "Office 365 Exchange Online": "00000002-0000-0ff1-ce00-000000000000",
    "Office 365 SharePoint Online": "00000003-0000-0ff1-ce00-000000000000",
  });
});

test.each([
  ["Office 365 Exchange Online", "00000002-0000-0ff1-ce00-000000000000"],
  ["MicrosoftAdminPortals", "MicrosoftAdminPortals"],
  ["0F9A7F5E-0000-4000-8000-00000000000A", "0f9a7f5e-0000-4000-8000-00000000000a"],
  ["office365", undefined],
  ["toString", undefined],
  ["0f9a7f5e-0000-4000-8000-00000000000", undefined],
  ["x0f9a7f5e-0000-4000-8000-00000000000a", undefined],
  ["0f9a7f5e-0000-4000-8000-00000000000ax", undefined],
  ["0f9a7f5e-0000-4000-00000000000a", undefined],
  ["", undefined],
])("%j is the application %j", (text, id) => {
  expect(applicationId(text)).toBe(id);
});

test("what is known of suites: Exchange and SharePoint are of Office 365, Azure's and Intune's of none", () => {
  const id = (name: string) => APPLICATIONS[name] ?? "";
  expect(Object.fromEntries(SUITES_OF)).toEqual({
    [id("Office 365 Exchange Online")]: ["Office365"],
    [id("Office 365 SharePoint Online")]: ["Office365"],
    [id("Windows Azure Service Management API")]: [],
    [id("Microsoft Intune Enrollment")]: [],
  });
});

test("built-in strengths have the ids of every tenant", () => {
  expect(STRENGTHS).toEqual({
    mfa: "00000000-0000-0000-0000-000000000002",
    passwordless: "00000000-0000-0000-0000-000000000003",
    "phishing-resistant": "00000000-0000-0000-0000-000000000004",
  });
});

test("countries are codes that have a name, 249 of ISO 3166-1 and Kosovo; none that is only reserved", () => {
  const names = new Intl.DisplayNames(["en"], { type: "region", fallback: "none" });
  expect([...COUNTRIES].filter((code) => names.of(code) === undefined)).toEqual([]);
  expect(COUNTRIES.size).toBe(250);
  expect(["AC", "AN", "EU", "UK", "UN", "XA", "ZZ"].filter((code) => COUNTRIES.has(code))).toEqual([]);
});
