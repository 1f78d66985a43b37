/** One right that reading a whole tenant takes. */
export interface ReadingRight {
  /** By the name that its API has for it. */
  readonly right: string;
  readonly api: string;
  /** What cannot be read without it. */
  readonly reads: string;
}

/** What reading a whole tenant takes: nothing that writes. */
export const READING_RIGHTS: readonly ReadingRight[] = [
  graph("Application.Read.All", "which delegated permissions are classed as low"),
  graph("AuditLog.Read.All", "for whom self-service password reset is on"),
  graph(
    "Domain.Read.All",
    "domains, and when their passwords expire; without it a tenant cannot be named by a domain",
  ),
  graph("Group.Read.All", "groups that policies or the estate name, and who is in them"),
  graph("GroupSettings.Read.All", "whether people may ask for the consent of an administrator"),
  graph("Organization.Read.All", "the organization, and what it has bought"),
  graph(
    "Policy.Read.All",
    "Conditional Access, named locations, authentication strengths, what everybody may do, security defaults, rules for applications' credentials",
  ),
  graph("Policy.Read.AuthenticationMethod", "sign-in methods"),
  graph("RoleManagement.Read.Directory", "who has which role, and by which rules"),
  graph("User.Read.All", "accounts that policies name or that have a role"),
  {
    api: "Office 365 Exchange Online, application permission",
    right: "Exchange.ManageAsApp",
    reads: "all of Exchange and of Security & Compliance",
  },
  {
    api: "Microsoft Entra ID, role of the application",
    right: "Global Reader",
    reads:
      "all of Exchange and of Security & Compliance; or View-Only Organization Management there and Security Reader here",
  },
];

function graph(right: string, reads: string): ReadingRight {
  return { api: "Microsoft Graph, application permission", right, reads };
}
