import { CONTROL_LISTS, type ControlList, LOOK_PLACES } from "../rules/controls";
import type { NotJudged } from "../rules/not-judged";
import { type Paint, PLAIN } from "./paint";

/**
 * What no rule has judged, as people read it: how many controls of each list, then a line for each place where one looks
 * with the controls that one finds there.
 * @param verbose a line a control instead, with what it asks for and where exactly it is seen
 */
export function notJudgedLines(
  entries: readonly NotJudged[],
  { verbose = false, paint = PLAIN }: { readonly verbose?: boolean; readonly paint?: Paint } = {},
): readonly string[] {
  const lists = [...new Set(entries.map(({ list }) => list))];
  return lists.flatMap((list) => {
    const own = entries.filter((entry) => entry.list === list);
    const whole = own.filter(isWhole);
    const { controls, notJudged }: ControlList = CONTROL_LISTS[list];
    const all = Object.keys(controls).length + Object.keys(notJudged).length;
    const parts = own.length - whole.length;
    return [
      `${paint.note("not judged")}: ${whole.length} of the ${all} controls of ${list}${parts > 0 ? `, and ${parts} in part` : ""}; look yourself${verbose ? "" : " (-v tells where)"}`,
      ...(verbose ? own.map((entry) => `  ${verboseLine(entry)}`) : byPlace(own)),
    ];
  });
}

/** `spf-missing …; 12 controls not judged`: what a last line adds, so that it alone cannot be read as "compliant". */
export function notJudgedCount(entries: readonly NotJudged[]): string {
  const count = entries.filter(isWhole).length;
  if (entries.length === 0) return "";
  return count === 0 ? "; controls judged in part" : `; ${count} control${count === 1 ? "" : "s"} not judged`;
}

/** `MS.EXO.5.1v1: SMTP AUTH off; Exchange Online PowerShell: Get-TransportConfig`, as one line of text. */
export function notJudgedText(entry: NotJudged): string {
  const { asks, part, tenants, look, why } = entry;
  const what = part === undefined ? asks : `${asks}; not judged: ${part}`;
  const reason = why === undefined ? "" : `; ${why}`;
  return `${what}${tenants ? ` (${tenants.join(", ")})` : ""}${reason}; look: ${look.place}, ${look.how}`;
}

/** Is nothing of the control judged, at any tenant? */
function isWhole({ part, tenants }: NotJudged): boolean {
  return part === undefined && tenants === undefined;
}

function verboseLine(entry: NotJudged): string {
  return `${entry.control}: ${notJudgedText(entry)}`;
}

function byPlace(entries: readonly NotJudged[]): readonly string[] {
  const whole = entries.filter(isWhole);
  const parts = entries.filter((entry) => !isWhole(entry));
  return [
    ...LOOK_PLACES.flatMap((place) => {
      const there = whole.filter(({ look }) => look.place === place).map(({ control }) => control);
      return there.length > 0 ? [`  ${place}: ${there.join(", ")}`] : [];
    }),
    ...(parts.length > 0
      ? [`  in part: ${[...new Set(parts.map(({ control }) => control))].join(", ")}`]
      : []),
    ...reasonLines(entries),
  ];
}

/** How many reasons are told where nobody asked for all of them. */
const MOST_REASONS = 5;

/** Why something of a tenant could not be read: the way out is in it, and one permission may stand behind many controls. */
function reasonLines(entries: readonly NotJudged[]): readonly string[] {
  const reasons = new Map<string, Set<string>>();
  for (const { why, control } of entries) {
    if (why !== undefined) reasons.set(why, (reasons.get(why) ?? new Set()).add(control));
  }
  const lines = [...reasons].map(([why, controls]) => `  not read: ${why}: ${[...controls].join(", ")}`);
  const more = lines.length - MOST_REASONS;
  return [...lines.slice(0, MOST_REASONS), ...(more > 0 ? [`  ${more} more reasons (-v tells all)`] : [])];
}
