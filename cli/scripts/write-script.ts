import { declareDomains } from "../../lib/declare/domains";
import type { Estate } from "../../lib/estate/model";
import type { Console } from "../console";
import { Misuse } from "../misuse";
import { accepted, readEstate } from "../read-estate";

/** What a script is made of, or why there is none for this estate. */
export type Script = { readonly script: string } | { readonly message: string };

/**
 * Prints the script that an estate asks for; of an estate with problems those.
 * @throws Misuse if the estate has nothing that the script is for
 */
export function writeScript(path: string, console: Console, make: (estate: Estate) => Script): 0 | 1 {
  const estate = readEstate(path, console, declareDomains);
  if (!estate || !accepted(declareDomains(estate), console)) return 1;
  const made = make(estate);
  if ("message" in made) throw new Misuse(made.message);
  console.out(made.script);
  return 0;
}
