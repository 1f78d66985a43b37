import { coverOf } from "./cover";
import type { Region } from "./diagram";
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

/** @param allowed sign-ins outside the region that words may take in, where that says nothing wrong */
export function regionWords(
  { space }: AccessModel,
  region: Region,
  allowed: Region = space.diagram.none,
  most = MOST,
): RegionWords {
  const { boxes, more } = coverOf(space.diagram, region, allowed, most);
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
