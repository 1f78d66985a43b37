import { flag, names } from "../attribute";
import { atMost } from "../cross-rules";
import type { SingletonTable } from "../table";

export const externalInOutlook: SingletonTable = {
  noun: "ExternalInOutlook",
  kind: "singleton",
  about: "The External tag that Outlook shows beside mail from outside the organization.",
  attributes: {
    enabled: flag("Enabled", "Show the tag?", { example: true }),
    allow_list: names(
      "AllowList",
      "Senders whose mail gets no tag: addresses, domains, or *.domain with subdomains. At most 200.",
      { example: ["partner.example", "news@example.com"] },
    ),
  },
  rules: [atMost("allow_list", 200)],
  source: "https://learn.microsoft.com/powershell/module/exchangepowershell/set-externalinoutlook",
  effect: "24 to 48 hours until Outlook shows it",
  notes: ["No Identity is sent: a wrong one would change the tenant all the same."],
  example: { enabled: true, allow_list: ["partner.example"] },
};
