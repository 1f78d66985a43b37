import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { noteShared, sweepShared } from "../../../rollout/shared-providers/leftover-providers";
import { SocketFolder } from "../../../rollout/shared-providers/socket-folder";
import { temporaryFolder } from "../../support/temp";

const started: ChildProcess[] = [];
afterEach(() => {
  for (const one of started) one.kill("SIGKILL");
});

function left() {
  const notes = temporaryFolder();
  const provider = spawn("sleep", ["60"]);
  started.push(provider);
  const folder = SocketFolder.create(temporaryFolder());
  const forget = noteShared(notes, { pids: [provider.pid ?? 0], folder: folder.path });
  return { notes, provider, folder: folder.path, forget };
}

test("a provider that outlived its run is ended by the next, with its socket's folder", async () => {
  const { notes, provider, folder } = left();
  const gone = once(provider, "exit");
  sweepShared(notes, () => false);
  expect(await gone).toEqual([null, "SIGKILL"]);
  expect([existsSync(folder), readdirSync(notes)]).toEqual([false, []]);
});

test("but not while a Terraform of that run still works", () => {
  const { notes, provider, folder } = left();
  sweepShared(notes, () => true);
  expect([provider.exitCode, provider.signalCode, existsSync(folder), readdirSync(notes).length]).toEqual([
    null,
    null,
    true,
    1,
  ]);
});

test("a process that has the number now and started at another time is left alone", () => {
  const { notes, provider } = left();
  const [name = ""] = readdirSync(notes);
  const note = JSON.parse(readFileSync(join(notes, name), "utf8"));
  note.processes[0].started = "1";
  // Whoever wrote it: only what is made for sockets is taken away.
  note.folder = temporaryFolder();
  writeFileSync(join(notes, name), JSON.stringify(note));
  sweepShared(notes, () => false);
  expect([provider.signalCode, existsSync(note.folder), readdirSync(notes)]).toEqual([null, true, []]);
});

test("a note is taken back when its provider has ended, and what is no note goes", () => {
  const { notes, forget } = left();
  forget();
  expect(readdirSync(notes)).toEqual([]);
  writeFileSync(join(notes, "shared-1.json"), "{");
  sweepShared(notes, () => false);
  expect(readdirSync(notes)).toEqual([]);
  expect(() => sweepShared(join(notes, "none"), () => false)).not.toThrow();
});
