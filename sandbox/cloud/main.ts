import { parseArgs } from "node:util";
import { startCloud } from "./cloud";
import { readWorld, StateFile } from "./state-file";

const USAGE = "usage: cloud.js [--world FILE] [--state FILE] [--api-budget CALLS]";

/** Serves until it is told to end, or until whoever started it is gone: then stdin closes. */
async function main(): Promise<void> {
  const text = { type: "string" } as const;
  const { values } = parseArgs({ options: { world: text, state: text, "api-budget": text } });
  const kept = values.state !== undefined && StateFile.exists(values.state) ? values.state : undefined;
  const source = kept ?? values.world;
  const calls = values["api-budget"] === undefined ? undefined : Number(values["api-budget"]);
  const cloud = await startCloud({
    ...(calls === undefined ? {} : { cloudflareLimit: { calls } }),
    ...(source === undefined ? {} : { world: readWorld(source) }),
    ...(values.state === undefined ? {} : { stateFile: values.state }),
  });
  let ending = false;
  const end = () => {
    if (ending) return;
    ending = true;
    cloud.close().then(
      () => process.exit(0),
      (error) => fail(error),
    );
  };
  for (const signal of ["SIGTERM", "SIGINT"] as const) process.on(signal, end);
  process.stdin.on("end", end).on("close", end).resume();
  process.stdout.write(`${JSON.stringify(cloud.endpoints)}\n`);
}

function fail(error: unknown): never {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
}

main().catch((error) => {
  if (error instanceof TypeError && "code" in error) fail(`${error.message}\n${USAGE}`);
  fail(error);
});
