import { applyProgress } from "../../rollout/apply-log";

const line = (action: string) =>
  JSON.stringify({ "@level": "info", type: "apply_complete", hook: { action, resource: { addr: "x.y" } } });

test("what an apply completed is counted, and by how much the state grew", () => {
  const log = [line("create"), line("create"), line("update"), line("delete"), '{"type":"apply_start"}'];
  expect(applyProgress(log.join("\n"))).toEqual({ done: 4, growth: 1 });
  expect(applyProgress("")).toEqual({ done: 0, growth: 0 });
});

test("lines that are cut off, overwritten or not Terraform's are passed over", () => {
  const log = [
    line("create").slice(0, -4),
    `\0\0\0${line("create")}`,
    '"apply_complete"',
    '{"type":"apply_complete"}',
    '{"type":"apply_complete","hook":{"action":1}}',
    line("create"),
  ];
  expect(applyProgress(log.join("\n"))).toEqual({ done: 1, growth: 1 });
});

test("a state that Terraform could save nowhere and printed is found", () => {
  const state = { version: 4, serial: 3, lineage: "a", resources: [] };
  const dump = JSON.stringify({ "@message": "Emergency state dump", type: "log", state });
  expect(applyProgress(`${line("create")}\n${dump}\n`).dumpedState).toBe(JSON.stringify(state));
});

test("of a dump that was cut off no state is made, and one that came whole before it stands", () => {
  const dump = (serial: number) =>
    JSON.stringify({ "@message": "Emergency state dump", type: "log", state: { version: 4, serial } });
  const cut = dump(4).slice(0, -2);
  expect(applyProgress(cut)).toEqual({ done: 0, growth: 0 });
  expect(applyProgress(`${dump(3)}\n${cut}`)).toEqual({
    done: 0,
    growth: 0,
    dumpedState: '{"version":4,"serial":3}',
  });
});
