import type { WritebackTenant } from "../../lib/scripts/writeback";
import type { Console } from "../console";
import { Misuse } from "../misuse";
import { openEstate } from "../open-estate";

/**
 * The tenants of an estate that write passwords back; `undefined`, with everything printed, if the estate is wrong.
 * @param only the name of one. @default all
 * @throws Misuse where there is none, or none of this name
 */
export function writebackTenants(
  path: string,
  only: string | undefined,
  console: Console,
): readonly WritebackTenant[] | undefined {
  const opened = openEstate(path, console);
  if (!opened) return undefined;
  const all = opened.declared.tenants.flatMap(({ name, tenant, plan }) =>
    plan.sync && plan.sync.writeback.length > 0
      ? [{ name, initialDomain: tenant.initialDomain, sync: plan.sync }]
      : [],
  );
  if (all.length === 0) throw new Misuse("no tenant of the estate declares identity.sync.writeback");
  const chosen = only === undefined ? all : all.filter(({ name }) => name === only);
  if (chosen.length > 0) return chosen;
  throw new Misuse(
    `no tenant ${JSON.stringify(only)} writes passwords back; expected ${all.map(({ name }) => name).join(", ")}`,
  );
}
