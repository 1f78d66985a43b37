import { premisesOf } from "../../lib/scripts/hybrid/premises";
import { hybridScript } from "../../lib/scripts/hybrid/script";
import type { Console } from "../console";
import { writeScript } from "./write-script";

export interface HybridScriptOptions {
  readonly tenant?: string;
}

/** `mail-hygiene scripts hybrid`: the on-premises half of mail flow with EOP. */
export function scriptsHybrid(path: string, { tenant }: HybridScriptOptions, console: Console): 0 | 1 {
  return writeScript(path, console, (estate) => {
    const premises = premisesOf(estate, tenant);
    return "message" in premises ? premises : { script: hybridScript(premises) };
  });
}
