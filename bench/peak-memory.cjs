// Loaded before a measured program: leaves its peak memory in MB, and the seconds that it took of the processor, in the
// file that PEAK_MEMORY names.
const { writeFileSync } = require("node:fs");

process.on("exit", () => {
  if (!process.env.PEAK_MEMORY) return;
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage();
  writeFileSync(process.env.PEAK_MEMORY, `${maxRSS / 1024} ${(userCPUTime + systemCPUTime) / 1e6}`);
});
