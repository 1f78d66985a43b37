import { recordData } from "../../dns/record";
import { draftDeclaration } from "../../domain/draft-declaration";
import type { AdoptedOptions } from "../adopted-options";

/** Sections whose keys may say no more than the profile does anyway. */
const SECTIONS = ["dmarc", "dkim", "spf", "mtaSts"] as const;
/** Single keys of which the same is true. */
const KEYS = ["mx", "autodiscover", "tenant"] as const;

/** The options without those that change nothing of what is declared. */
export function simplest(domain: string, options: AdoptedOptions): AdoptedOptions {
  const whole = declaredBy(domain, options);
  let simple = options;
  const keepIfSame = (next: AdoptedOptions) => {
    if (declaredBy(domain, next) === whole) simple = next;
  };
  for (const section of SECTIONS) {
    for (const key of Object.keys(simple[section] ?? {})) {
      // Members of a section are its own to judge: `hosted` and the like change the records.
      keepIfSame({ ...simple, [section]: without(simple[section] ?? {}, key) } as AdoptedOptions);
    }
    if (simple[section] !== undefined) keepIfSame(without(simple, section));
  }
  for (const key of KEYS) if (simple[key] !== undefined) keepIfSame(without(simple, key));
  return simple;
}

function without<T extends object>(value: T, key: string): T {
  return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)) as T;
}

function declaredBy(domain: string, options: AdoptedOptions): string | undefined {
  const { declaration, faults } = draftDeclaration({ domain, ...options });
  if (!declaration || faults.length > 0) return undefined;
  return JSON.stringify([
    declaration.records.map(({ rolePath, record }) => [
      rolePath,
      record.name,
      record.type,
      recordData(record),
    ]),
    declaration.mtaSts.map(({ policy, hosting }) => [policy, hosting]),
  ]);
}
