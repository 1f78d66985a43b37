// Holds a folder's lock until it is sent a signal: node lock-holder.cjs <folder>
const { join } = require("node:path");
const { lockFolder } = require(join(__dirname, "../../../dist/rollout/folder-lock.js"));

lockFolder(process.argv[2], "deploy");
process.stdout.write("held\n");
setInterval(() => undefined, 1000);
