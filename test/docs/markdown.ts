/** A link of a page: where it stands, and what it names. */
interface Link {
  readonly line: number;
  readonly target: string;
}

/** What a page offers to link to, and what it links to itself. */
export interface Page {
  readonly anchors: ReadonlySet<string>;
  readonly links: readonly Link[];
}

/**
 * The anchor that GitHub gives a heading: lower case, of the characters only letters, marks, digits, `_` and `-`, and
 * `-` for each space (github.com/gjtorikian/html-pipeline, TableOfContentsFilter). Markup is no part of the text.
 */
function slug(heading: string): string {
  const text = heading.replace(/\[([^\]]*)\]\([^)]*\)/g, "$1").replace(/[`*]/g, "");
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
    .replace(/ /g, "-");
}

/** Reads a page's headings and links. Code, in blocks and in lines, holds neither. */
export function readPage(markdown: string): Page {
  const anchors = new Set<string>();
  const links: Link[] = [];
  let fence: string | undefined;
  for (const [index, line] of markdown.split("\n").entries()) {
    const mark = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== undefined) {
      if (mark?.startsWith(fence)) fence = undefined;
      continue;
    }
    if (mark !== undefined) {
      fence = mark;
      continue;
    }
    const heading = /^#{1,6} +(.*?)(?: +#+)?\s*$/.exec(line)?.[1];
    if (heading !== undefined) anchors.add(unused(slug(heading), anchors));
    const text = line.replace(/(`+)(?!`).*?(?<!`)\1(?!`)/g, "");
    for (const [, id = ""] of text.matchAll(/<a (?:id|name)="([^"]+)"/g)) anchors.add(id);
    for (const [, target = ""] of line
      .replace(/`[^`]*`/g, "")
      .matchAll(/\]\(<?([^)\s>]+)>?(?: "[^"]*")?\)/g)) {
      links.push({ line: index + 1, target });
    }
    const reference = /^ {0,3}\[[^\]]+\]: +<?([^\s>]+)/.exec(text)?.[1];
    if (reference !== undefined) links.push({ line: index + 1, target: reference });
  }
  return { anchors, links };
}

function unused(anchor: string, taken: ReadonlySet<string>): string {
  if (!taken.has(anchor)) return anchor;
  let count = 1;
  while (taken.has(`${anchor}-${count}`)) count += 1;
  return `${anchor}-${count}`;
}
