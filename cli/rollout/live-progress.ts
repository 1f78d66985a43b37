import type { RunRecord, StackRecord } from "../../rollout/run-record";
import { ownSequence, type Terminal } from "../terminal";
import type { Progress } from "./progress";
import { clockTime, newsOf } from "./words";

/** https://invisible-island.net/xterm/ctlseqs/ctlseqs.html; terminals without synchronised output ignore mode 2026. */
const BEGIN = ownSequence("?2026h");
const END = ownSequence("?2026l");
const ERASE_LINE = ownSequence("K");
const ERASE_BELOW = ownSequence("J");
const UP = (lines: number) => `${lines > 0 ? ownSequence(`${lines}A`) : ""}${ownSequence("G")}`;
const RED = (text: string) => `${ownSequence("31m")}${text}${ownSequence("39m")}`;

/**
 * Two lines at the bottom of the terminal that are drawn over: how far the rollout is, and what runs. Failures are
 * written above them as they come, and stay.
 */
export function liveProgress(
  stacks: RunRecord["stacks"],
  terminal: Terminal,
  write: (text: string) => void,
  milliseconds: () => number,
): Progress {
  const began = milliseconds();
  const records = new Map(Object.entries(stacks));
  let drawn: readonly string[] = [];
  // The clock goes on while nothing happens, but not over a question.
  const tick = setInterval(() => drawn.length > 0 && draw(), 1000);
  tick.unref();

  function draw(above = "", lines = statusLines(records, milliseconds() - began)): void {
    const width = terminal.columns();
    // Lines that the terminal has wrapped since, because it was made narrower, are more than they were.
    const rows = drawn.reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / width)), 0);
    drawn = lines.map((line) => (line.length < width ? line : `${line.slice(0, Math.max(0, width - 2))}…`));
    const text = drawn.map((line) => `${line}${ERASE_LINE}\n`).join("");
    write(`${BEGIN}${UP(rows)}${above}${text}${ERASE_BELOW}${END}`);
  }

  const clear = () => {
    if (drawn.length > 0) draw("", []);
  };

  return {
    changed(stack, record) {
      records.set(stack, record);
      const isBad = record.status === "failed" || record.status === "blocked";
      const news = isBad ? newsOf(stack, record) : undefined;
      const coloured = news && terminal.hasColour ? RED(news) : news;
      draw(coloured === undefined ? "" : `${coloured}${ERASE_LINE}\n`);
    },
    say: (text) => draw(`${text}${ERASE_LINE}\n`),
    pause: clear,
    close() {
      clearInterval(tick);
      clear();
    },
  };
}

/** How many stacks are how far. Stacks that were done before a resumed run began count as done. */
export function statusLines(records: ReadonlyMap<string, StackRecord>, elapsed: number): readonly string[] {
  const all = [...records];
  const running = all.filter(([, { status }]) => status === "running");
  const isApplying = all.some(([, { status, phase, seconds }]) => {
    return (status === "running" && phase === "apply") || seconds.apply !== undefined;
  });
  const count = (...statuses: readonly StackRecord["status"][]) =>
    all.filter(([, { status }]) => statuses.includes(status)).length;
  const [done, total] = isApplying
    ? [all.length - count("planned", "waiting", "running"), all.length]
    : [all.length - count("waiting", "running"), all.length];
  const parts = [
    `${bar(done, total)} ${done}/${total} ${isApplying ? "done" : "planned"}`,
    ...(count("planned") > 0 ? [`${count("planned")} ${isApplying ? "to apply" : "with changes"}`] : []),
    ...(count("applied") > 0 ? [`${count("applied")} applied`] : []),
    ...(count("failed") > 0 ? [`${count("failed")} failed`] : []),
    ...(count("interrupted") > 0 ? [`${count("interrupted")} interrupted`] : []),
    ...(count("blocked") > 0 ? [`${count("blocked")} blocked`] : []),
    `${running.length} running`,
    clockTime(elapsed),
  ];
  return [parts.join(" · "), `  ${running.map(([name, { phase }]) => `${name} ${phase}`).join(", ")}`];
}

function bar(done: number, total: number): string {
  const filled = Math.round((24 * done) / Math.max(1, total));
  return `${"█".repeat(filled)}${"░".repeat(24 - filled)}`;
}
