/**
 * Which permission of a token a call takes, without its level; undefined for calls that any token may make here.
 * https://developers.cloudflare.com/fundamentals/api/reference/permissions/
 */
const PERMISSIONS: readonly (readonly [RegExp, string])[] = [
  [/^zones\/[^/]+\/(?:dns_records|dnssec)(?:\/|$)/, "Zone › DNS"],
  [/^zones\/[^/]+\/workers\/routes(?:\/|$)/, "Zone › Workers Routes"],
  [/^zones(?:\/[^/]+)?$/, "Zone › Zone"],
  [/^accounts\/[^/]+\/workers\//, "Account › Workers Scripts"],
];

/** May a token with these permissions make the call? To read, the right to edit will do. */
export function isPermitted(permissions: readonly string[], method: string, path: string): boolean {
  const name = PERMISSIONS.find(([pattern]) => pattern.test(path))?.[1];
  if (name === undefined) return true;
  const levels = method === "GET" ? ["Read", "Edit"] : ["Edit"];
  return levels.some((level) => permissions.includes(`${name} › ${level}`));
}
