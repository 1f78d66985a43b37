import { App } from "cdktf";
import { openEstate } from "./cli/open-estate";
import { stackMakers } from "./stacks/stack-makers";
import { withoutStackTraces } from "./stacks/without-stack-traces";

/** The cdktf app: reads the estate that `ESTATE` names and creates its stacks. */
async function main(): Promise<void> {
  const opened = openEstate(process.env.ESTATE ?? "estate.yaml", {
    err: (text) => process.stderr.write(text),
    folder: process.cwd(),
  });
  if (!opened) {
    process.exitCode = 1;
    return;
  }
  const makers = await stackMakers(opened.declared, opened.estate.state);
  withoutStackTraces(() => {
    const app = new App({ stackTraces: false });
    for (const make of makers) make(app);
    app.synth();
  });
}

main();
