import type { DkimKey } from "./key";

/** What verifiers read of a key record, in one form each. */
export interface DkimMeaning {
  /** The key itself, whatever its notation. */
  readonly key: string;
  /** What else verifiers read of its record. */
  readonly conditions: string;
}

/** What verifiers read of a record: notes, white space and defaults that are written out are none of it. */
export function dkimMeaning({ keyType, publicKey, hashAlgorithms, services, flags }: DkimKey): DkimMeaning {
  const sorted = (list: readonly string[] = []) => [...list].sort();
  const isForAll = services === undefined || services.includes("*");
  return {
    key: JSON.stringify([keyType, publicKey?.base64]),
    conditions: JSON.stringify([sorted(hashAlgorithms), isForAll ? [] : sorted(services), sorted(flags)]),
  };
}
