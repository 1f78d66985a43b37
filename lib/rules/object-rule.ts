import type { ExchangeKind, Value, Values } from "../exchange/objects";
import { titled, valueIn } from "../posture/facts/exchange-objects";
import { missingLicence } from "../posture/facts/licences";
import { reached } from "../posture/facts/reached";
import type { Controls } from "./controls";
import { type Level, type TenantRule, tenantRule } from "./rule";

/** What an attribute of an object is to be. */
interface Want {
  /** In the estate's spelling. */
  readonly attribute: string;
  readonly expected: string;
  /** @default the attribute is to be set */
  readonly fix?: string;
  isMet(value: Value): boolean;
}

/** A rule over objects of one kind that Exchange holds: each attribute is to be as the controls ask. */
interface ObjectRuleFacts {
  readonly id: string;
  readonly kind: ExchangeKind;
  /** Which of them, by what is said of them. @default all */
  readonly only?: (values: Values) => boolean;
  readonly title: string;
  readonly why: string;
  readonly level: Level;
  readonly controls: Controls;
  readonly recommended?: boolean;
  /** What is said of an object that is otherwise: `lets mail of whole domains past the spam filter`. */
  readonly says: string;
  readonly wants: readonly Want[];
}

/** Says what is not as it is to be of each object, attribute by attribute. What a source does not show is not judged. */
export function objectRule({ kind, only = () => true, says, wants, ...facts }: ObjectRuleFacts): TenantRule {
  return tenantRule({
    ...facts,
    reads: kind,
    asks: wants.map(({ attribute }) => attribute),
    sources: [],
    check: (tenant) =>
      reached(tenant, kind).flatMap((object) =>
        (only(object.values) ? wants : []).flatMap(
          ({ attribute, expected, fix = `set ${attribute}`, isMet }) => {
            const value = valueIn(object, attribute);
            if (value === undefined || isMet(value) || missingLicence(tenant, kind, attribute) !== undefined)
              return [];
            const received = `${attribute}: ${shown(value)}`;
            return [{ message: `${titled(object)} ${says}`, received, expected, fix, where: object.where }];
          },
        ),
      ),
  });
}

/** Switched one way. */
export function is(attribute: string, wanted: boolean): Want {
  const expected = String(wanted);
  return { attribute, expected, fix: `set ${attribute} to ${expected}`, isMet: (value) => value === wanted };
}

/** One of some words. */
export function oneOf(attribute: string, words: readonly string[]): Want {
  return { attribute, expected: words.join(" | "), isMet: (value) => words.includes(String(value)) };
}

/** A list without a member. */
export function nobody(attribute: string): Want {
  return { attribute, expected: "nobody", isMet: (value) => Array.isArray(value) && value.length === 0 };
}

/** A list with a member. */
export function somebody(attribute: string): Want {
  return {
    attribute,
    expected: "somebody",
    fix: `name them in ${attribute}`,
    isMet: (value) => Array.isArray(value) && value.length > 0,
  };
}

/** A list with at least these. */
export function holds(attribute: string, members: readonly string[]): Want {
  return {
    attribute,
    expected: `with ${members.join(", ")}`,
    isMet: (value) => members.every((member) => Array.isArray(value) && value.includes(member)),
  };
}

/** A number in a range. */
export function between(attribute: string, least: number, most = Number.POSITIVE_INFINITY): Want {
  return {
    attribute,
    expected: Number.isFinite(most) ? `${least} to ${most}` : `${least} or more`,
    isMet: (value) => typeof value === "number" && value >= least && value <= most,
  };
}

function shown(value: Value): string {
  if (Array.isArray(value)) return value.length > 0 ? value.join(", ") : "nobody";
  return value === "" ? "nothing" : String(value);
}
