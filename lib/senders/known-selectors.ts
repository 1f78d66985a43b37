import { SENDERS } from "./catalogue";
import { places } from "./template";

/**
 * Selectors at which a domain may have keys though nobody says so: those that senders of the catalogue give to every
 * customer, sorted.
 */
export function knownSelectors(): readonly string[] {
  const found = new Set<string>();
  for (const { dkim, parameters } of SENDERS.values()) {
    for (const { selector, each } of dkim) {
      const [place] = places(selector);
      if (place === undefined) found.add(selector);
      else if (selector === `{${place}}`) {
        const usual = parameters[each ?? place]?.default;
        for (const one of typeof usual === "string" ? [usual] : (usual ?? [])) found.add(one);
      }
    }
  }
  return [...found].filter((selector) => places(selector).length === 0).sort();
}
