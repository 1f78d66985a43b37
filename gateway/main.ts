import { Socket } from "node:net";
import { createInterface } from "node:readline";
import { cloudflareLimits } from "./budget";
import { type Gateway, openGateway } from "./gateway";
import { type Order, readOrder, type Saying } from "./messages";
import { unreachable } from "./reach";

/** The end of this pipe is in the hands of the run and of every Terraform that it starts. */
const LIFE = 3;

/** Calls that wait are told of no more often than this, in milliseconds. */
const NEWS = 15_000;

/**
 * The gateway as a process of its own. It serves until the run and all its Terraform processes have ended, however they
 * do: a Terraform that outlives a run that was killed can finish what it began, and nothing outlives it.
 */
function main(): void {
  let gateway: Gateway | undefined;
  let told = Number.NEGATIVE_INFINITY;
  // The run may be gone.
  process.stdout.on("error", () => undefined);
  const say = (saying: Saying) => process.stdout.write(`${JSON.stringify(saying)}\n`);

  const open = async ({ upstream, secret, calls }: Order & { do: "open" }) => {
    const url = new URL(upstream);
    const reason = await unreachable(url);
    if (reason !== undefined) return say({ is: "unable", reason });
    const onWait = (waiting: number, milliseconds: number) => {
      if (performance.now() - told < NEWS) return;
      told = performance.now();
      say({ is: "waiting", calls: waiting, milliseconds });
    };
    gateway = await openGateway({ upstream: url, secret, limits: cloudflareLimits(calls), onWait });
    return say({ is: "open", url: gateway.url });
  };

  createInterface({ input: process.stdin }).on("line", (line) => {
    const order = readOrder(line);
    if (order?.do === "open") {
      open(order).catch((error) => say({ is: "unable", reason: String(error) }));
    } else if (order?.do === "forget") {
      gateway?.forget();
      say({ is: "forgotten" });
    } else if (order?.do === "count" && gateway) {
      say({ is: "counted", statistics: gateway.statistics });
    }
  });
  new Socket({ fd: LIFE, readable: true, writable: false })
    .on("error", () => process.exit(0))
    .on("close", () => process.exit(0))
    .resume();
}

main();
