import { exchangeCalendarsShared } from "../../../../lib/rules/exchange/exchange-calendars-shared";
import { type RuleCases, tenant } from "../fixture";

const policy = (domains: readonly string[], enabled = true) =>
  tenant({
    exchange: {
      objects: [
        {
          kind: "sharing-policy",
          name: "Default Sharing Policy",
          values: { name: "Default Sharing Policy", domains, enabled },
        },
      ],
    },
  });

const finds = (received: string) => [
  {
    level: "warning" as const,
    at: "object Default Sharing Policy",
    message: "the sharing policy Default Sharing Policy shares calendars with everybody outside",
    received,
    expected: "domains by name",
    fix: "name the domains that it is meant for",
  },
];

const cases: RuleCases = {
  rule: exchangeCalendarsShared,
  compliant: {
    "nothing is known of it": tenant({}),
    "one domain": policy(["fabrikam.com:CalendarSharingFreeBusySimple"]),
    "something else is shared": policy(["*:ContactsSharing"]),
    "a policy that is off": policy(["*:CalendarSharingFreeBusySimple"], false),
  },
  violating: {
    "every organization": {
      ...policy(["*:CalendarSharingFreeBusySimple"]),
      finds: finds("domains: *:CalendarSharingFreeBusySimple"),
    },
    everybody: {
      ...policy(["Anonymous:CalendarSharingFreeBusySimple"]),
      finds: finds("domains: Anonymous:CalendarSharingFreeBusySimple"),
    },
  },
};

export default cases;
