import { App } from "cdktf";
import type { Console } from "./cli/console";
import { judgeEstate } from "./cli/judge-estate";
import { openEstate } from "./cli/open-estate";
import { guarded } from "./cli/terminal";
import { zoneCreators } from "./lib/estate/zone-creators";
import { APP_CONTEXT } from "./stacks/app-context";
import { domainsOfKind, stackMakers } from "./stacks/stack-makers";
import { withoutStackTraces } from "./stacks/without-stack-traces";

/** The cdktf app: reads the estate that `ESTATE` names and creates its stacks. */
async function main(console: Console): Promise<void> {
  const opened = openEstate(process.env.ESTATE ?? "estate.yaml", console);
  const findings = opened && judgeEstate(opened, console);
  if (!opened || !findings) {
    process.exitCode = 1;
    return;
  }
  const { domains, tenants, exchanges } = opened.declared;
  const hosted = domainsOfKind("aws", domains);
  if (hosted.length > 0) {
    const names = hosted.map(({ estate }) => estate.name).join(", ");
    console.err(`left out, being stacks of the AWS CDK, which mail-hygiene synth writes: ${names}\n`);
  }
  const makers = await stackMakers(
    { domains: domainsOfKind("terraform", domains), tenants, exchanges, findings },
    opened.estate,
  );
  withoutStackTraces(() => {
    const app = new App({ stackTraces: false, context: APP_CONTEXT });
    const stacks = new Map(makers.map((make) => make(app)).map((stack) => [stack.node.id, stack]));
    for (const [name, creator] of zoneCreators(opened.estate.domains)) {
      const [stack, first] = [stacks.get(name), stacks.get(creator)];
      if (stack && first) stack.addDependency(first);
    }
    app.synth();
  });
}

const toErr = (text: string) => void process.stderr.write(text);
const console = guarded({ out: toErr, err: toErr, folder: process.cwd() });
main(console).catch((error: unknown) => {
  console.err(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
