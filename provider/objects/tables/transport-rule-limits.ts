import type { ExchangeObject } from "../../exchange/types";
import type { Diagnostic } from "../../plugin/index";
import { bytesOf } from "../codec/measures";
import type { GivenValues, Planned } from "../table";

// What a tenant takes of transport rules, one by one and all together: as it says itself, else as usual tenants do.

const USUAL = { rules: 300, size: 8192, patterns: 20_480, recipients: 100 } as const;
/** Actions that add recipients to a message. */
const ADDING = ["add_to_recipients", "copy_to", "blind_copy_to"] as const;
const ADDED = ["AddToRecipients", "CopyTo", "BlindCopyTo"] as const;

/** @returns what is over a limit, alone or with the rules that there are */
export async function transportRuleLimits({
  values,
  id,
  rows,
  ask,
}: Planned): Promise<readonly Diagnostic[]> {
  const [config = {}] = await ask("TransportConfig");
  const limits = {
    rules: numberOf(config.TransportRuleLimit) ?? USUAL.rules,
    size: sizeOf(config.TransportRuleSizeLimit) ?? USUAL.size,
    patterns: sizeOf(config.TransportRuleCollectionRegexCharsLimit) ?? USUAL.patterns,
    recipients: numberOf(config.TransportRuleCollectionAddedRecipientsLimit) ?? USUAL.recipients,
  };
  const others = rows.filter(({ Guid }) => Guid !== id);
  const told: Diagnostic[] = [];
  if (id === undefined && rows.length >= limits.rules) {
    told.push({
      summary: `the tenant has ${rows.length} transport rules, and takes ${limits.rules}`,
      detail: "Remove others first, in an apply of its own.",
      path: ["name"],
    });
  }
  const size = sum(texts(values), (text) => Buffer.byteLength(text));
  if (size > limits.size) {
    told.push({
      summary: `the rule is too large: its texts alone have ${size} bytes`,
      detail: `The tenant takes ${limits.size} bytes a rule. Make several rules of it.`,
      path: ["name"],
    });
  }
  const patterns = {
    own: patternsOf(values),
    others: sum(others, ({ RegexSize }) => numberOf(RegexSize) ?? 0),
  };
  const recipients = { own: addedBy(values), others: sum(others, added) };
  return [
    ...told,
    ...over("characters of regular expressions", patterns, limits.patterns),
    ...over("recipients that rules add", recipients, limits.recipients),
  ];
}

interface Share {
  readonly own: number;
  readonly others: number;
}

/** More than all rules may have together: surely, if this one alone has; else unless the plan takes some from others. */
function over(what: string, { own, others }: Share, most: number): readonly Diagnostic[] {
  if (own === 0 || own + others <= most) return [];
  const alone = own > most;
  return [
    {
      severity: alone ? "error" : "warning",
      summary: `${own} ${what}${alone ? "" : `, and ${others} in other rules`}: the tenant takes ${most} in all`,
      detail: alone
        ? "Shorten the rule."
        : "Exchange refuses the rule unless others are shortened or removed before.",
      path: ["name"],
    },
  ];
}

function texts(values: GivenValues): readonly string[] {
  return Object.values(values).flatMap((value) =>
    typeof value === "string" ? [value] : Array.isArray(value) ? value : [],
  );
}

function patternsOf(values: GivenValues): number {
  const patterns = Object.entries(values).filter(([name]) => name.endsWith("_patterns"));
  return sum(texts(Object.fromEntries(patterns)), ({ length }) => length);
}

function addedBy(values: GivenValues): number {
  return texts(Object.fromEntries(ADDING.map((name) => [name, values[name]]))).length;
}

function added(row: ExchangeObject): number {
  return sum(ADDED, (property) => {
    const list = row[property];
    return Array.isArray(list) ? list.length : 0;
  });
}

function sum<T>(all: readonly T[], of: (one: T) => number): number {
  return all.reduce((total, one) => total + of(one), 0);
}

function numberOf(value: unknown): number | undefined {
  return typeof value === "number" && Number.isFinite(value) ? value : undefined;
}

/** `8 KB (8,192 bytes)` */
function sizeOf(value: unknown): number | undefined {
  return typeof value === "string" ? bytesOf(value) : numberOf(value);
}
