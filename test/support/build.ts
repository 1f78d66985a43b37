import { spawnSync } from "node:child_process";
import { join } from "node:path";

/**
 * Before any test: dist/ is what the sources give, for the tests that run the compiled program. Type errors are for
 * `npm run check` to refuse; here they are printed, and the tests run what TypeScript made of the sources.
 * @throws Error if there is nothing to run
 */
export default function buildOnce(): void {
  const root = join(__dirname, "../..");
  const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/build.mjs", "--if-stale"], {
    cwd: root,
    encoding: "utf8",
  });
  // TypeScript's exit code for errors in sources that it compiled all the same.
  if (status === 2) process.stderr.write(`dist/ was built from sources with type errors:\n${stdout}`);
  else if (status !== 0) throw new Error(`dist/ cannot be built:\n${stdout}${stderr}`);
}
