/** A string of Terraform's JSON syntax, as its own template language has it. */
export interface TemplateText {
  /** What is literal, with its doubled signs undone. */
  readonly text: string;
  /** What Terraform would evaluate: the insides of `${…}` and `%{…}`. */
  readonly active: readonly string[];
}

/**
 * Reads a template by the rules of HCL's native syntax ("Template Expressions"), of which this project's own code knows
 * nothing: `$${` and `%%{` stand for themselves, `${` and `%{` begin what is evaluated, up to the brace that closes it.
 */
export function readTemplate(template: string): TemplateText {
  let text = "";
  const active: string[] = [];
  for (let at = 0; at < template.length; ) {
    const two = template.slice(at, at + 2);
    const three = template.slice(at, at + 3);
    if (three === "$${" || three === "%%{") {
      text += two === "$$" ? "${" : "%{";
      at += 3;
    } else if (two === "${" || two === "%{") {
      const end = endOf(template, at + 2);
      active.push(template.slice(at + 2, end));
      at = end + 1;
    } else {
      text += template.charAt(at);
      at += 1;
    }
  }
  return { text, active };
}

/** Where the brace stands that closes what begins here; braces in quoted strings count for nothing. */
function endOf(template: string, from: number): number {
  let depth = 1;
  let isQuoted = false;
  for (let at = from; at < template.length; at++) {
    const sign = template.charAt(at);
    if (isQuoted && sign === "\\") at++;
    else if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && sign === "{") depth++;
    else if (!isQuoted && sign === "}" && --depth === 0) return at;
  }
  return template.length;
}

/** Every text of a value: those that are values, and the names of members. */
export function textsIn(value: unknown): readonly string[] {
  if (typeof value === "string") return [value];
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== "object" || value === null) return [];
  // Terraform reads nothing below `//`.
  return Object.entries(value).flatMap(([key, one]) => (key === "//" ? [] : [key, ...textsIn(one)]));
}
