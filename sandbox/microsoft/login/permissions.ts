/** Graph's application permissions that everything here can be done with. */
export const ALL_PERMISSIONS: readonly string[] = [
  "Application.ReadWrite.All",
  "AuditLog.Read.All",
  "Directory.ReadWrite.All",
  "Domain.ReadWrite.All",
  "Group.ReadWrite.All",
  "Organization.Read.All",
  "Policy.Read.All",
  "Policy.ReadWrite.AuthenticationMethod",
  "Policy.ReadWrite.Authorization",
  "Policy.ReadWrite.ConditionalAccess",
  "Policy.ReadWrite.SecurityDefaults",
  "RoleManagement.ReadWrite.Directory",
  "User.ReadWrite.All",
];
