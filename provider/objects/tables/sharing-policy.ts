import { flag, names } from "../attribute";
import type { ObjectTable } from "../table";
import { ruleName } from "./parts";

export const sharingPolicy: ObjectTable = {
  noun: "SharingPolicy",
  kind: "object",
  about: "With whom outside users may share their calendars, and how much of them.",
  builtIn: ["Default Sharing Policy"],
  attributes: {
    name: { ...ruleName, about: "Name of the policy, at most 64 characters." },
    domains: names(
      "Domains",
      "Domain:action, as fabrikam.com:CalendarSharingFreeBusySimple; * for every organization, Anonymous for everyone.",
      { required: true, example: ["fabrikam.com:CalendarSharingFreeBusySimple"] },
    ),
    enabled: flag("Enabled", "Is the policy in use?", { default: true }),
  },
  source: "https://learn.microsoft.com/powershell/module/exchangepowershell/set-sharingpolicy",
  example: { name: "Default Sharing Policy", domains: ["*:CalendarSharingFreeBusySimple"], enabled: false },
};
