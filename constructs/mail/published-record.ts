import { closest } from "../../lib/closest";
import { FaultError, shown } from "../../lib/fault";

/**
 * A published record by its role.
 * @throws FaultError if no record has the role, with those that there are
 */
export function recordOf<R>(subject: string, records: ReadonlyMap<string, R>, role: string): R {
  const record = records.get(role);
  if (record !== undefined) return record;
  const roles = [...records.keys()].sort();
  const near = closest(role, roles);
  throw new FaultError(subject, [
    {
      message: "no record has this role",
      received: shown(role),
      expected: roles.join(", ") || "a domain that publishes records",
      ...(near === undefined ? {} : { fix: `did you mean ${near}?` }),
    },
  ]);
}
