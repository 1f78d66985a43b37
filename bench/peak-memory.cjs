// Loaded before a measured program: leaves its peak memory, in MB, in the file that PEAK_MEMORY names.
const { writeFileSync } = require("node:fs");

process.on("exit", () => {
  if (process.env.PEAK_MEMORY) {
    writeFileSync(process.env.PEAK_MEMORY, String(process.resourceUsage().maxRSS / 1024));
  }
});
