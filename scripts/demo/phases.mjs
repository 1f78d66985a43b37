import { bold, dim } from "./paint.mjs";

const took = [];

/** Runs one phase of the demo under a headline, and remembers how long it took. */
export async function phase(title, work) {
  process.stdout.write(`\n${bold(`${took.length + 1}  ${title}`)}\n\n`);
  const start = performance.now();
  const result = await work();
  took.push({ title, seconds: (performance.now() - start) / 1000 });
  return result;
}

/** All phases with their times. */
export function durations() {
  const total = took.reduce((sum, { seconds }) => sum + seconds, 0);
  const lines = [...took, { title: "all of it", seconds: total }];
  return lines.map(({ title, seconds }) => dim(`${seconds.toFixed(1).padStart(6)} s  ${title}\n`)).join("");
}
