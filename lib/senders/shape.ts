import { closest } from "../closest";
import { type Fault, within } from "../fault";
import type { SenderUse } from "../sender-uses";
import type { SenderParameter } from "./catalogue";
import { readChoice } from "./form";
import { type NamedUse, readUse } from "./use";

// What can be said of a sender's values without the domain that they are for: which there are, and of what kind.

/** Is this what {@link SenderUse} says? Forms of texts that depend on the domain are not looked at. */
export function isSenderUse(use: unknown): use is SenderUse {
  return senderUseFaults(use).length === 0;
}

/** Every fault of a use that shows without a domain, with paths relative to it. */
export function senderUseFaults(use: unknown): readonly Fault[] {
  const named = readUse(use);
  return named.ok ? shapeFaults(named.value) : named.faults;
}

/** Parameters that are unknown, missing, too many, or of the wrong kind. */
export function shapeFaults(use: NamedUse): readonly Fault[] {
  const { entry, given, path } = use;
  const kinds = Object.entries(entry.parameters).flatMap(([name, rule]) =>
    given[name] === undefined
      ? []
      : kindFaults(given[name], rule).map((fault) => within(fault, ...path, name)),
  );
  return [...unknownFaults(use), ...relationFaults(use), ...kinds, ...spfFaults(use)];
}

/** What is wrong with the kind of a value: a text, one of some words, or a list of them. */
export function kindFaults(given: unknown, rule: SenderParameter): readonly Fault[] {
  if (rule.shape !== "list") return textFaults(given, rule);
  if (!Array.isArray(given)) {
    return [{ message: "value is not a list", received: JSON.stringify(given), expected: rule.means }];
  }
  return given.flatMap((item, index) => textFaults(item, rule).map((fault) => within(fault, index)));
}

function textFaults(given: unknown, rule: SenderParameter): readonly Fault[] {
  if (typeof given !== "string") {
    return [
      {
        message: "value is not a text",
        received: JSON.stringify(given),
        expected: rule.means,
        ...(typeof given === "number" ? { fix: `put it in quotes: "${given}"` } : {}),
      },
    ];
  }
  const read = rule.form === "choice" ? readChoice(given, rule.choices) : undefined;
  return read?.ok === false ? read.faults : [];
}

function spfFaults({ given: { spf }, path }: NamedUse): readonly Fault[] {
  if (spf === undefined || typeof spf === "boolean") return [];
  return [
    {
      path: [...path, "spf"],
      message: "spf of a sender is true or false",
      received: JSON.stringify(spf),
    },
  ];
}

function unknownFaults({ name, entry, given, path }: NamedUse): readonly Fault[] {
  const known = [...Object.keys(entry.parameters), "spf"];
  return Object.keys(given)
    .filter((key) => !known.includes(key))
    .map((key) => {
      const meant = closest(key, known);
      return {
        path: [...path, key],
        message: `${name} has no parameter ${JSON.stringify(key)}`,
        expected: known.join(", "),
        ...(meant === undefined ? {} : { fix: `write ${meant}` }),
      };
    });
}

function relationFaults({ name, entry, given, path }: NamedUse): readonly Fault[] {
  const has = (parameter: string) => given[parameter] !== undefined;
  const faults: Fault[] = [];
  for (const [parameter, rule] of Object.entries(entry.parameters)) {
    const wanted = has(parameter) ? rule.needs.filter((other) => !has(other)) : [];
    for (const other of wanted) faults.push(missing(other, `beside ${parameter}`));
    if (rule.required && !has(parameter)) faults.push(missing(parameter, "by every use"));
  }
  if (entry.either.length > 0) faults.push(...eitherFaults());
  return faults;

  function missing(parameter: string, by: string): Fault {
    const example = entry.example[parameter];
    const rule = entry.parameters[parameter];
    return {
      path,
      message: `${name} lacks ${parameter}, which is needed ${by}`,
      ...(rule === undefined ? {} : { expected: rule.means }),
      ...(example === undefined ? {} : { fix: `add ${parameter}, such as ${show(example)}` }),
    };
  }

  function eitherFaults(): readonly Fault[] {
    const begun = entry.either.filter((set) => set.some(has));
    const choice = entry.either.map((set) => set.join(" and ")).join(", or ");
    if (begun.length > 1) {
      return [{ path, message: `${name} takes only one of its alternatives`, expected: choice }];
    }
    const [set] = begun;
    if (set === undefined) return [{ path, message: `${name} lacks its DKIM values`, expected: choice }];
    const given = set.filter(has).join(" and ");
    return set
      .filter((parameter) => !has(parameter))
      .map((parameter) => missing(parameter, `beside ${given}`));
  }
}

function show(value: string | readonly string[]): string {
  return typeof value === "string" ? value : `[${value.join(", ")}]`;
}
