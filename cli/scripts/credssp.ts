import { type CredSspForm, credSspScript } from "../../lib/scripts/credssp";
import type { Console } from "../console";
import { Misuse } from "../misuse";
import { openEstate } from "../open-estate";

export interface CredSspScriptOptions {
  readonly tenant?: string;
  readonly form: CredSspForm;
}

/** `mail-hygiene scripts credssp`: the policy of one tenant, or a check of it. */
export function credSspScriptCommand(
  path: string,
  { tenant, form }: CredSspScriptOptions,
  console: Console,
): 0 | 1 {
  const opened = openEstate(path, console);
  if (!opened) return 1;
  const all = opened.declared.tenants.flatMap(({ name, plan }) =>
    plan.endpoints?.credssp ? [{ name, protection: plan.endpoints.credssp.protection }] : [],
  );
  const [only, ...more] = tenant === undefined ? all : all.filter(({ name }) => name === tenant);
  if (!only || more.length > 0) {
    const names = all.map(({ name }) => name).join(", ");
    throw new Misuse(
      all.length === 0
        ? "no tenant of the estate declares identity.endpoints.credssp"
        : `choose one tenant with --tenant; identity.endpoints.credssp is declared by ${names}`,
    );
  }
  console.out(credSspScript(only.name, only.protection, form));
  return 0;
}
