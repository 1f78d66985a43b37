import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { type Order, readSaying, type Saying } from "./messages";
import type { Statistics } from "./statistics";

export interface StartOptions {
  /** The API's base URL. */
  readonly upstream: URL;
  /** How many calls it may get in 5 minutes. */
  readonly calls: number;
  /** Is told that calls wait: how many, and how long the last of them will, in milliseconds. */
  readonly onWait: (calls: number, milliseconds: number) => void;
  /** Is told if it ends before it is let go. */
  readonly onEnd: () => void;
}

/** A gateway in a process of its own. */
export interface StartedGateway {
  /** What Terraform's providers take for the API's base URL. */
  readonly url: string;
  /** As long as a process holds it open, the gateway serves: for the processes that use it. */
  readonly life: Writable;
  /** Does it serve? */
  isUp(): boolean;
  /** From now on nothing is answered from what was read so far. */
  forget(): Promise<void>;
  /** @returns `undefined` if it has ended */
  count(): Promise<Readonly<Statistics> | undefined>;
  /** Lets go of it; it ends with the last process that uses it. */
  close(): Promise<void>;
}

/** How long it may take to start, in milliseconds. */
const START = 15_000;
/** How long it is waited for at the end. */
const END = 2000;

/** Of this process's environment it needs what Node itself reads; credentials come with the requests. */
const NEEDED = /^(NODE_.*|SSL_.*|OPENSSL_.*|PATH|TMPDIR|TZ|LANG|SYSTEMROOT)$/i;

/**
 * Starts a gateway.
 * @throws Error with the reason if it cannot reach the API or does not start
 */
export async function startGateway({
  upstream,
  calls,
  onWait,
  onEnd,
}: StartOptions): Promise<StartedGateway> {
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => NEEDED.test(name)));
  const child = spawn(process.execPath, [program()], {
    // A Ctrl-C in the terminal does not touch it, as it does not touch Terraform.
    detached: true,
    env,
    stdio: ["pipe", "pipe", "ignore", "pipe"],
  });
  const { stdin, stdout } = child;
  const life = child.stdio[LIFE];
  if (!stdin || !stdout || !(life instanceof Writable)) throw new Error("the gateway has no pipes");
  // What is written to a gateway that has ended is lost, and told by the answer that never comes.
  stdin.on("error", () => undefined);
  life.on("error", () => undefined);

  const answers: ((saying: Saying | undefined) => void)[] = [];
  const ended = once(child, "exit").catch(() => undefined);
  createInterface({ input: stdout })
    .on("line", (line) => {
      const saying = readSaying(line);
      if (saying?.is === "waiting") onWait(saying.calls, saying.milliseconds);
      else answers.shift()?.(saying);
    })
    .on("close", () => {
      for (const answer of answers.splice(0)) answer(undefined);
    });
  const order = (what: Order) =>
    new Promise<Saying | undefined>((resolve) => {
      if (isOver(child)) return resolve(undefined);
      answers.push(resolve);
      stdin.write(`${JSON.stringify(what)}\n`);
    });

  let isClosed = false;
  const close = async () => {
    isClosed = true;
    stdin.destroy();
    life.destroy();
    await Promise.race([ended, pause(END)]);
    stdout.destroy();
    child.unref();
  };
  const secret = randomBytes(24).toString("base64url");
  const first = await Promise.race([
    order({ do: "open", upstream: upstream.href, secret, calls }),
    ended.then(() => undefined),
    pause(START),
  ]);
  if (first?.is !== "open") {
    child.kill("SIGKILL");
    await close();
    throw new Error(first?.is === "unable" ? first.reason : "it does not start");
  }
  ended.then(() => isClosed || onEnd());
  return {
    url: first.url,
    life,
    isUp: () => !isClosed && !isOver(child) && !life.destroyed,
    async forget() {
      await order({ do: "forget" });
    },
    async count() {
      const said = await order({ do: "count" });
      return said?.is === "counted" ? said.statistics : undefined;
    },
    close,
  };
}

/** The descriptor by which the gateway sees who still needs it. */
const LIFE = 3;

function isOver({ exitCode, signalCode }: ChildProcess): boolean {
  return exitCode !== null || signalCode !== null;
}

function pause(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds, undefined).unref();
  });
}

/** Compiled beside this file; in dist/ when the sources run. */
function program(): string {
  const places = [join(__dirname, "main.js"), join(__dirname, "../dist/gateway/main.js")];
  const found = places.find((place) => existsSync(place));
  if (found !== undefined) return found;
  throw new Error("dist/gateway/main.js is not built: npm run build");
}
