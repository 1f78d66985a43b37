import { liveProgress, statusLines } from "../../../cli/rollout/live-progress";
import { guarded } from "../../../cli/terminal";
import type { StackRecord } from "../../../rollout/run-record";

const record = (more: Partial<StackRecord>): StackRecord => ({
  status: "waiting",
  config: "",
  after: [],
  seconds: {},
  ...more,
});

test("two lines say how far it is and what runs", () => {
  const planning = new Map([
    ["contoso.com", record({ status: "planned" })],
    ["contoso.net", record({ status: "running", phase: "init" })],
    ["contoso.org", record({})],
    ["fabrikam.com", record({ status: "failed" })],
  ]);
  expect(statusLines(planning, 65_000)).toEqual([
    "████████████░░░░░░░░░░░░ 2/4 planned · 1 with changes · 1 failed · 1 running · 1:05",
    "  contoso.net init",
  ]);
  const applying = new Map([
    ["contoso.com", record({ status: "applied", seconds: { apply: 3 } })],
    ["contoso.net", record({ status: "running", phase: "apply" })],
    ["contoso.org", record({ status: "planned" })],
    ["fabrikam.com", record({ status: "unchanged" })],
  ]);
  expect(statusLines(applying, 3_661_000)).toEqual([
    "████████████░░░░░░░░░░░░ 2/4 done · 1 to apply · 1 applied · 1 running · 1:01:01",
    "  contoso.net apply",
  ]);
});

test("lines are cut to the terminal, drawn over, and a failure stays above them", () => {
  let written = "";
  let columns = 40;
  const terminal = { columns: () => columns, canRedraw: true, hasColour: false, ask: async () => undefined };
  const live = liveProgress(
    { "contoso.com": record({}) },
    terminal,
    guarded({ out: () => undefined, err: (text) => (written += text), folder: "" }).err,
    () => 0,
  );
  live.changed("contoso.com", record({ status: "running", phase: "plan" }));
  expect(written).toBe(
    "\x1b[?2026h\x1b[G░░░░░░░░░░░░░░░░░░░░░░░░ 0/1 planned ·…\x1b[K\n  contoso.com plan\x1b[K\n\x1b[J\x1b[?2026l",
  );
  written = "";
  // Half as wide: the terminal has made two lines of the first one.
  columns = 20;
  live.changed(
    "contoso.com",
    record({ status: "failed", failure: { phase: "plan", errors: [{ summary: "Missing API token" }] } }),
  );
  expect(
    written.startsWith("\x1b[?2026h\x1b[3A\x1b[Gcontoso.com: plan failed: Missing API token\x1b[K\n"),
  ).toBe(true);
  written = "";
  live.close();
  expect(written).toBe("\x1b[?2026h\x1b[2A\x1b[G\x1b[J\x1b[?2026l");
});

test("the clock goes on by itself, but never draws over a question", () => {
  jest.useFakeTimers();
  let written = "";
  let now = 0;
  const terminal = { columns: () => 80, canRedraw: true, hasColour: false, ask: async () => undefined };
  const write = (text: string) => {
    written += text;
  };
  const live = liveProgress({ "contoso.com": record({}) }, terminal, write, () => now);
  live.changed("contoso.com", record({ status: "planned" }));
  now = 2_000;
  jest.advanceTimersByTime(1_000);
  expect(written).toContain("1/1 planned · 1 with changes · 0 running · 0:02");
  live.pause();
  written = "";
  jest.advanceTimersByTime(10_000);
  live.close();
  expect(written).toBe("");
  jest.useRealTimers();
});
