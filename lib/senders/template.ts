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
