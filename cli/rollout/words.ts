import { visibleLine } from "../../lib/visible";
import type { Changes } from "../../rollout/changes";
import type { Diagnostic } from "../../rollout/diagnostics";
import type { StackRecord } from "../../rollout/run-record";

const KINDS: readonly (readonly [kind: keyof Changes, words: string])[] = [
  ["import", "to import"],
  ["add", "to add"],
  ["change", "to change"],
  ["replace", "to replace"],
  ["destroy", "to destroy"],
  ["forget", "to forget"],
];

/** E.g. `3 to add, 1 to destroy`; outputs count as nothing. */
export function changesInWords(changes: Changes): string {
  const parts = KINDS.flatMap(([kind, words]) => (changes[kind] > 0 ? [`${changes[kind]} ${words}`] : []));
  return parts.length > 0 ? parts.join(", ") : "only outputs change";
}

/** A stack's news in one line; `undefined` for what is no news. */
export function newsOf(
  name: string,
  { status, phase, changes, failure, blockedBy }: StackRecord,
): string | undefined {
  switch (status) {
    case "running":
      return phase === "apply" ? `${name}: applying` : undefined;
    case "planned":
      return `${name}: ${changes ? changesInWords(changes) : "changes"}`;
    case "unchanged":
      return `${name}: no changes`;
    case "applied":
      return `${name}: applied`;
    case "failed": {
      const [first] = failure?.errors ?? [];
      return `${name}: ${failure?.phase} failed: ${first ? errorInOneLine(first) : "no reason given"}`;
    }
    case "interrupted":
      return `${name}: ${failure?.phase} interrupted`;
    case "blocked":
      return `${name}: not tried, ${blockedBy} comes first and failed`;
    case "waiting":
      return undefined;
  }
}

function errorInOneLine({ summary, address }: Diagnostic): string {
  return visibleLine(address === undefined ? summary : `${summary} (${address})`);
}

/** E.g. `2:05`, `1:00:09`. */
export function clockTime(milliseconds: number): string {
  const seconds = Math.floor(milliseconds / 1000);
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const padded = (value: number) => String(value).padStart(2, "0");
  return hours > 0
    ? `${hours}:${padded(minutes)}:${padded(seconds % 60)}`
    : `${minutes}:${padded(seconds % 60)}`;
}
