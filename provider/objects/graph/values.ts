const GUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What is wrong with a GUID. */
export function guidFault(value: unknown): string | undefined {
  return GUID.test(String(value)) ? undefined : `got ${JSON.stringify(value)}; expected a GUID`;
}

/** What is wrong with a group's object id, or Graph's word for everybody in the place of one. */
export function groupFault(value: unknown): string | undefined {
  if (value === "all_users" || guidFault(value) === undefined) return undefined;
  return `got ${JSON.stringify(value)}; expected the object id of a group, or all_users`;
}

/** The same where an empty text stands for nobody. */
export function noneOrGroupFault(value: unknown): string | undefined {
  return value === "" ? undefined : groupFault(value);
}
