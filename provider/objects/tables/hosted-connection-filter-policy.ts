import { addresses, flag, shortText } from "../attribute";
import type { SingletonTable } from "../table";

export const hostedConnectionFilterPolicy: SingletonTable = {
  noun: "HostedConnectionFilterPolicy",
  kind: "singleton",
  identity: "Default",
  about: "Servers whose mail skips spam filtering, or is refused, by their address.",
  attributes: {
    admin_display_name: shortText(255)("AdminDisplayName", "A note for administrators."),
    ip_allow_list: addresses(
      "IPAllowList",
      "IPv4 addresses, ranges a-b of at most 256, or networks of /24 to /32 whose mail skips spam filtering and sender authentication. Baselines want none.",
      { example: ["192.0.2.0/24"] },
    ),
    ip_block_list: addresses("IPBlockList", "The same, refused.", { example: ["203.0.113.7"] }),
    enable_safe_list: flag(
      "EnableSafeList",
      "Trust senders of a list that Microsoft keeps and nobody can see? Baselines want false.",
    ),
  },
  source: "https://learn.microsoft.com/defender-office-365/connection-filter-policies-configure",
  role: "Organization Management or Security Administrator",
  example: { ip_allow_list: [], enable_safe_list: false },
};
