import type { Region } from "./conditions";
import { coverOf } from "./cover";
import type { AccessChange } from "./difference";
import { listed, type Phrase } from "./dimensions/dimension";
import type { AccessModel } from "./model";

/** Sign-ins in words. */
export interface SignInWords {
  /** `guests`, `the members of sg-scanners`. */
  readonly who: string;
  /** Is that one, to a verb that follows? `everyone` is. */
  readonly isOne: boolean;
  /** Whom that leaves out. */
  readonly except: readonly string[];
  /** Circumstances: `from browsers`. All must hold. */
  readonly when: readonly string[];
}

export interface RegionWords {
  /** Together they are the region. */
  readonly signIns: readonly SignInWords[];
  /** Is there more than is told? */
  readonly more: boolean;
}

const MOST = 8;

/**
 * A region in words.
 * @param told a superset that words may reach into, where saying so is not wrong
 * @param most how many kinds of sign-ins at most
 */
export function regionWords(
  { space }: AccessModel,
  region: Region,
  { told = region, most = MOST }: { readonly told?: Region; readonly most?: number } = {},
): RegionWords {
  const { boxes, more } = coverOf(region, space.everything, told, most);
  return { signIns: boxes.map((box) => signInWords(space.describe(box))), more };
}

/**
 * Of which sign-ins a change is. What is no longer demanded never was demanded of those who were exempt: they are not
 * told apart. What is demanded now is told with its exceptions.
 */
export function changeWords(
  model: AccessModel,
  { region, told, lost }: AccessChange,
  most = MOST,
): RegionWords {
  const inside = told.inside.filter(({ exempts }) => !exempts);
  return regionWords(model, region, { told: lost.length > 0 ? { ...told, inside } : told, most });
}

function signInWords(phrases: readonly Phrase[]): SignInWords {
  const of = (part: Phrase["part"]) =>
    phrases.filter((phrase) => phrase.part === part).map(({ text }) => text);
  const isOne = phrases.some(({ part, isOne: one }) => part === "who" && one === true);
  return { who: listed(of("who")), isOne, except: of("except"), when: of("when") };
}

/** `guests except sg-partners, from browsers, at high user risk`. */
export function formatSignIn({ who, except, when }: SignInWords): string {
  return [`${who}${except.length > 0 ? ` except ${listed(except)}` : ""}`, ...when].join(", ");
}
