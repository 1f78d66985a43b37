import type { Region } from "./conditions";
import { coverOf } from "./cover";
import { listed, type Phrase } from "./dimensions/dimension";
import type { AccessModel } from "./model";

/** Sign-ins in words. */
export interface SignInWords {
  /** `guests`, `the members of sg-scanners`. */
  readonly who: string;
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
 * @param exempt leave out whom the inner conditions exempt: nobody asks what is no longer demanded of those of whom it
 *   never was
 */
export function regionWords(
  { space }: AccessModel,
  region: Region,
  { exempt = false, most = MOST }: { readonly exempt?: boolean; readonly most?: number } = {},
): RegionWords {
  const told = exempt ? { ...region, inside: region.inside.filter(({ exempts }) => !exempts) } : region;
  const { boxes, more } = coverOf(region, space.everything, told, most);
  return { signIns: boxes.map((box) => signInWords(space.describe(box))), more };
}

function signInWords(phrases: readonly Phrase[]): SignInWords {
  const of = (part: Phrase["part"]) =>
    phrases.filter((phrase) => phrase.part === part).map(({ text }) => text);
  return { who: listed(of("who")), except: of("except"), when: of("when") };
}

/** `guests except sg-partners, from browsers, at high user risk`. */
export function formatSignIn({ who, except, when }: SignInWords): string {
  return [`${who}${except.length > 0 ? ` except ${listed(except)}` : ""}`, ...when].join(", ");
}
