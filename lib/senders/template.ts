import type { SenderParameter } from "./catalogue";

/** What the places of a template stand for. */
export type Scope = ReadonlyMap<string, string>;

const PLACE = /\{([A-Za-z]+)\}/g;

/** `{item}.dkim.amazonses.com` with its places filled. The catalogue's test holds that every place is filled. */
export function fill(template: string, scope: Scope): string {
  return template.replaceAll(PLACE, (_, place: string) => {
    const text = scope.get(place);
    if (text === undefined) throw new Error(`nothing fills {${place}} in ${JSON.stringify(template)}`);
    return text;
  });
}

/** The places of a template, in order. */
export function places(template: string): readonly string[] {
  return [...template.matchAll(PLACE)].flatMap((match) => match[1] ?? []);
}

/** A template once for each choice of its places that stand for something else in records. */
export function expansions(
  template: string,
  parameters: Readonly<Record<string, SenderParameter>>,
): readonly string[] {
  return places(template).reduce<readonly string[]>(
    (templates, place) => {
      const rule = parameters[place];
      if (rule?.form !== "choice" || Object.keys(rule.writes).length === 0) return templates;
      const texts = rule.choices.map((choice) => rule.writes[choice] ?? choice);
      return templates.flatMap((one) => texts.map((text) => one.replaceAll(`{${place}}`, text)));
    },
    [template],
  );
}
