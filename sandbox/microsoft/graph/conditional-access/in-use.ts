import { isJson } from "../../../http/answer";
import type { Directory } from "../../tenant/directory";
import type { Entity } from "../../tenant/entity";

/** The policies that name an id in one of their conditions, or in their grant controls. */
export function usedByPolicies(
  { conditionalAccessPolicies }: Directory,
  where: readonly ["locations"] | readonly ["grantControls"],
  id: string,
): readonly Entity[] {
  const quoted = JSON.stringify(id);
  return conditionalAccessPolicies.all().filter(({ conditions, grantControls }) => {
    const [part] = where;
    const looked = part === "grantControls" ? grantControls : isJson(conditions) ? conditions[part] : null;
    return JSON.stringify(looked ?? null).includes(quoted);
  });
}
