import { exchangeContactsShared } from "../../../../lib/rules/exchange/exchange-contacts-shared";
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
    message: "the sharing policy Default Sharing Policy shares contacts with everybody outside",
    received,
    expected: "domains by name",
    fix: "name the domains that it is meant for",
  },
];

const cases: RuleCases = {
  rule: exchangeContactsShared,
  compliant: {
    "nothing is known of it": tenant({}),
    "one domain": policy(["fabrikam.com:ContactsSharing"]),
    "something else is shared": policy(["*:CalendarSharingFreeBusySimple"]),
    "a policy that is off": policy(["*:ContactsSharing"], false),
  },
  violating: {
    "every organization": { ...policy(["*:ContactsSharing"]), finds: finds("domains: *:ContactsSharing") },
    everybody: {
      ...policy(["Anonymous:ContactsSharing"]),
      finds: finds("domains: Anonymous:ContactsSharing"),
    },
  },
};

export default cases;
