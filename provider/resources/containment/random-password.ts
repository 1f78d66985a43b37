import { randomInt } from "node:crypto";
import { Secret } from "../../http/secret";

/** Without letters and digits that are taken for one another, quotes, and what shells and spreadsheets read. */
const KINDS = ["abcdefghijkmnopqrstuvwxyz", "ABCDEFGHJKLMNPQRSTUVWXYZ", "23456789", "!#%*+-.:?_~"] as const;
const ALL = KINDS.join("");
/** Entra ID takes 8 to 256 characters of three kinds. About 230 bits. */
const LENGTH = 40;

/** A password by the system's random numbers, with characters of every kind. */
export function randomPassword(): Secret {
  for (;;) {
    const made = Array.from({ length: LENGTH }, () => ALL[randomInt(ALL.length)] ?? "").join("");
    if (KINDS.every((kind) => [...kind].some((one) => made.includes(one)))) return new Secret(made);
  }
}
