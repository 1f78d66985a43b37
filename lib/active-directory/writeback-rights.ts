/** A right of the account that writes passwords back. */
export interface Right {
  /** What Active Directory Users and Computers calls it. */
  readonly name: string;
  /** An extended right, or the right to write a property. */
  readonly kind: "extended" | "write";
  /** GUID of the extended right, or of the property in the schema. */
  readonly guid: string;
  /** GUID of the property set that the property is in. */
  readonly propertySet?: string;
}

/** https://learn.microsoft.com/windows/win32/adschema/r-user-account-restrictions */
const USER_ACCOUNT_RESTRICTIONS = "4c164200-20c0-11d0-a768-00aa006e0529";

/**
 * What the account needs on users, by inheritance from their organizational unit or their domain.
 * https://learn.microsoft.com/entra/identity/authentication/tutorial-enable-sspr-writeback,
 * https://learn.microsoft.com/windows/win32/adschema/extended-rights
 */
export const USER_RIGHTS = [
  { name: "Reset Password", kind: "extended", guid: "00299570-246d-11d0-a768-00aa006e0529" },
  { name: "Change Password", kind: "extended", guid: "ab721a53-1e2f-11d0-9819-00aa0040529b" },
  { name: "lockoutTime", kind: "write", guid: "28630ebf-41d5-11d1-a9c1-0000f80367c1" },
  {
    name: "pwdLastSet",
    kind: "write",
    guid: "bf967a0a-0de6-11d0-a285-00aa003049e2",
    propertySet: USER_ACCOUNT_RESTRICTIONS,
  },
] as const satisfies readonly Right[];

/** What it needs on the root of each domain of the forest, which holds the right. */
export const DOMAIN_RIGHT = {
  name: "Unexpire Password",
  kind: "extended",
  guid: "ccc2dc7d-a6ad-4a7a-8846-c04e3cc53501",
} as const satisfies Right;

/** `schemaIDGUID` of the class `user`. */
export const USER_CLASS = "bf967aba-0de6-11d0-a285-00aa003049e2";
