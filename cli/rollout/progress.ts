import type { StackRecord } from "../../rollout/run-record";
import { clockTime, newsOf } from "./words";

/** Shows how a rollout goes on. */
export interface Progress {
  changed(stack: string, record: StackRecord): void;
  /** A line that stays. */
  say(text: string): void;
  /** Draws nothing until the next change: something else is about to write. */
  pause(): void;
  close(): void;
}

/** A line an event, for logs. */
export function plainProgress(write: (text: string) => void, milliseconds: () => number): Progress {
  const began = milliseconds();
  const say = (text: string) => write(`[${clockTime(milliseconds() - began)}] ${text}\n`);
  return {
    changed(stack, record) {
      const news = newsOf(stack, record);
      if (news !== undefined) say(news);
    },
    say,
    pause: () => undefined,
    close: () => undefined,
  };
}
