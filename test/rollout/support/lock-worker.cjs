// Works in a folder alone, again and again:
//   node lock-worker.cjs <folder> <log> <how many times> <kill itself at this time, or 0>
const { appendFileSync } = require("node:fs");
const { join } = require("node:path");
const { lockFolder } = require(join(__dirname, "../../../dist/rollout/folder-lock.js"));

const [, , folder, log, times, killedAt] = process.argv;

async function main() {
  for (let done = 0; done < Number(times); ) {
    let lock;
    try {
      lock = lockFolder(folder, "deploy");
    } catch (error) {
      if (error.name !== "FolderInUse") throw error;
      await new Promise((resolve) => setTimeout(resolve, 1 + 5 * Math.random()));
      continue;
    }
    done++;
    appendFileSync(log, `begin ${process.pid}\n`);
    if (done === Number(killedAt)) process.kill(process.pid, "SIGKILL");
    await new Promise((resolve) => setTimeout(resolve, 3 * Math.random()));
    appendFileSync(log, `end ${process.pid}\n`);
    lock.release();
  }
}

main();
