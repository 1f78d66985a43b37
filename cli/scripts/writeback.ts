import { type WritebackForm, writebackScript } from "../../lib/scripts/writeback";
import type { Console } from "../console";
import { writebackTenants } from "../live/writeback-tenants";
import { Misuse } from "../misuse";

export interface WritebackScriptOptions {
  readonly tenant?: string;
  readonly form: WritebackForm;
}

/** `mail-hygiene scripts writeback`: a script of PowerShell for one tenant. */
export function writebackScriptCommand(
  path: string,
  { tenant, form }: WritebackScriptOptions,
  console: Console,
): 0 | 1 {
  const tenants = writebackTenants(path, tenant, console);
  if (!tenants) return 1;
  const [only, ...more] = tenants;
  if (!only || more.length > 0) {
    throw new Misuse(
      `a script is for one tenant, and these write passwords back: ${tenants.map(({ name }) => name).join(", ")}; choose one with --tenant`,
    );
  }
  console.out(writebackScript(only, form));
  return 0;
}
