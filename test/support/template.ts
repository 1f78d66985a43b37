/** The insides of every `${…}` in a Terraform template; `$${` is text. */
export function expressionsIn(template: string): readonly string[] {
  return spansIn(template).map(([start, end]) => template.slice(start + 2, end - 1));
}

/** Is the template one expression and nothing beside it? Then its type shows only when Terraform runs. */
export function isExpression(value: unknown): boolean {
  if (typeof value !== "string") return false;
  const [first] = spansIn(value);
  return first !== undefined && first[0] === 0 && first[1] === value.length;
}

/** Where expressions begin and end, braces included. */
function spansIn(template: string): readonly (readonly [number, number])[] {
  const spans: [number, number][] = [];
  for (let from = 0; from < template.length; ) {
    const start = template.indexOf("${", from);
    if (start < 0) break;
    if (template[start - 1] === "$") {
      from = start + 2;
      continue;
    }
    let depth = 1;
    let end = start + 2;
    for (; end < template.length && depth > 0; end++) {
      if (template[end] === "{") depth++;
      else if (template[end] === "}") depth--;
    }
    spans.push([start, end]);
    from = end;
  }
  return spans;
}
