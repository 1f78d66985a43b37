/** Text that YAML and people read as text without quotes. */
const BARE = /^[A-Za-z_](?:[\w.@/-]*\w)?$/;
const WORDS = /^(?:true|false|null|yes|no|on|off|y|n|~)$/i;

/** A text as YAML: bare where it can be nothing else, in JSON's quotes otherwise, with all but ASCII as escapes. */
export function scalar(text: string): string {
  if (BARE.test(text) && !WORDS.test(text) && text.length < 200) return text;
  return JSON.stringify(text).replaceAll(
    /[^ -~]/g,
    (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`,
  );
}

/** A value on one line. */
export function inline(value: unknown): string {
  if (typeof value === "string") return scalar(value);
  if (Array.isArray(value)) return `[${value.map(inline).join(", ")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value);
  const members = Object.entries(value).flatMap(([key, one]) =>
    one === undefined ? [] : [`${scalar(key)}: ${inline(one)}`],
  );
  return members.length === 0 ? "{}" : `{ ${members.join(", ")} }`;
}

/** Longer lines are broken into one for each member. */
const LINE = 110;

/** A mapping, a line for each member that fits into one. */
export function block(value: object, indent = 0): string {
  const space = " ".repeat(indent);
  return Object.entries(value)
    .flatMap(([key, one]): string[] => {
      if (one === undefined) return [];
      const line = `${space}${scalar(key)}: ${inline(one)}`;
      if (line.length <= LINE || typeof one !== "object" || one === null) return [`${line}\n`];
      if (!Array.isArray(one)) return [`${space}${scalar(key)}:\n${block(one, indent + 2)}`];
      if (one.length === 0) return [`${line}\n`];
      return [`${space}${scalar(key)}:\n${one.map((item) => `${space}  - ${inline(item)}\n`).join("")}`];
    })
    .join("");
}
