import { chmodSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ProviderProcess } from "../../../rollout/shared-providers/provider-process";
import { temporaryFolder } from "../../support/temp";

/** A program in place of a provider; it is to say its process id into `$PID`. */
function program(script: string) {
  const folder = temporaryFolder();
  const executable = join(folder, "terraform-provider-ledger");
  writeFileSync(executable, `#!/bin/sh\n${script}\n`);
  chmodSync(executable, 0o755);
  const start = (patience = 10_000, signal = new AbortController().signal) =>
    ProviderProcess.start({
      executable,
      env: { PATH: process.env.PATH, PLUGIN_CLIENT_CERT: "another's" },
      patience,
      signal,
    });
  return { start };
}

const SERVE = `
node -e '
const { join } = require("node:path");
const socket = join(process.env.PLUGIN_UNIX_SOCKET_DIR, "plugin1");
require("node:net").createServer().listen(socket, () => console.log("1|5|unix|" + socket + "|grpc|"));
'`;

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

test("it serves until it is closed, with all that it started", async () => {
  const provider = await program(SERVE).start();
  expect(provider.handshake).toEqual({ protocol: 5, socket: expect.stringMatching(/plugin1$/) });
  expect(provider.isAlive).toBe(true);
  provider.close();
  for (let left = 100; provider.isAlive; left--) {
    if (left === 0) throw new Error("it is still there");
    await sleep(20);
  }
});

test("it gets the handshake's variables and no certificate", async () => {
  const { start } = program(`[ -z "$PLUGIN_CLIENT_CERT" ] || exit 8
[ "$TF_PLUGIN_MAGIC_COOKIE" = d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2 ] || exit 9
[ "$PLUGIN_PROTOCOL_VERSIONS $TMPDIR $(pwd -P)" = "5,6 $PLUGIN_UNIX_SOCKET_DIR $PLUGIN_UNIX_SOCKET_DIR" ] || exit 10
exit 7`);
  await expect(start()).rejects.toThrow("it ended with 7 before it served");
});

test.each([
  ["says nothing", "sleep 60", "it did not serve within 0.3 s"],
  ["says more than a line", "head -c 9000 /dev/zero; sleep 60", "it answers with no handshake"],
  ["serves elsewhere", "echo '1|6|unix|/tmp/plugin1|grpc|'; sleep 60", "its socket is not"],
])("one that %s is ended, and no process of it stays", async (_, script, told) => {
  const folder = temporaryFolder();
  const { start } = program(`echo $$ > ${folder}/pid\n${script}`);
  await expect(start(300)).rejects.toThrow(told);
  const pid = Number(readFileSync(join(folder, "pid"), "utf8"));
  for (let left = 100; isAlive(pid); left--) {
    if (left === 0) throw new Error("it is still there");
    await sleep(20);
  }
});

test("a start ends with the run", async () => {
  const run = new AbortController();
  const started = program("sleep 60").start(60_000, run.signal);
  run.abort();
  await expect(started).rejects.toThrow("the run ended");
});
