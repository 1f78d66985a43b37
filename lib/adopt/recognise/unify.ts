import type { DnsName } from "../../dns/name";
import type { SenderEntry } from "../../senders/catalogue";
import { readForm } from "../../senders/form";

/** Parameters of a sender by what a zone holds. */
export type Bindings = ReadonlyMap<string, string>;

/**
 * The parameters by which a template of the catalogue becomes a text, beside those that are known; `undefined` if none do.
 * What a parameter stands for has to have its form, and a host has to end as the sender's own do.
 */
export function unify(
  template: string,
  text: string,
  known: Bindings,
  { parameters, example }: Pick<SenderEntry, "parameters" | "example">,
  domain: DnsName,
): Bindings | undefined {
  // Most texts have nothing of the template.
  if (!text.toLowerCase().includes(longestLiteral(template))) return undefined;
  const names: string[] = [];
  const pattern = template
    .split(/(\{[A-Za-z]+\})/)
    .map((part) => {
      const [, name] = /^\{([A-Za-z]+)\}$/.exec(part) ?? [];
      if (name === undefined) return escaped(part.toLowerCase());
      const value = known.get(name);
      if (value !== undefined) return escaped(writtenAs(name, value).toLowerCase());
      const at = names.indexOf(name);
      if (at >= 0) return `\\${at + 1}`;
      names.push(name);
      return "(.+?)";
    })
    .join("");
  const matched = new RegExp(`^${pattern}$`, "i").exec(text);
  if (!matched) return undefined;
  const found = new Map(known);
  for (const [index, name] of names.entries()) {
    const value = meant(name, matched[index + 1] ?? "");
    if (value === undefined) return undefined;
    found.set(name, value);
  }
  return found;

  /** What stands in records for the value of a choice. */
  function writtenAs(name: string, value: string): string {
    const rule = parameters[name];
    return rule?.form === "choice" ? (rule.writes[value] ?? value) : value;
  }

  function meant(name: string, value: string): string | undefined {
    const rule = parameters[name];
    if (rule === undefined) return name === "item" || name === "n" ? value : undefined;
    if (rule.form === "choice") {
      return rule.choices.find(
        (choice) => (rule.writes[choice] ?? choice).toLowerCase() === value.toLowerCase(),
      );
    }
    if (rule.form === "host" && !value.toLowerCase().endsWith(ending(example[name]))) return undefined;
    const read = readForm(value, rule, domain);
    return read.ok ? read.value : undefined;
  }
}

const literals = new Map<string, string>();

/** The longest part of a template that stands for itself. */
function longestLiteral(template: string): string {
  let literal = literals.get(template);
  if (literal === undefined) {
    const parts = template.toLowerCase().split(/\{[a-z]+\}/);
    literal = parts.reduce((longest, part) => (part.length > longest.length ? part : longest), "");
    literals.set(template, literal);
  }
  return literal;
}

/** The last two labels of a host that the sender's console shows. */
function ending(host: string | readonly string[] | undefined): string {
  return typeof host === "string" ? `.${host.toLowerCase().split(".").slice(-2).join(".")}` : "";
}

function escaped(text: string): string {
  return text.replaceAll(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
}
