import { type ChildProcess, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import { COOKIE, type Handshake, PROTOCOLS, parseHandshake } from "./handshake";
import { SocketFolder } from "./socket-folder";

/**
 * Runs a provider and says its process id, then waits for its end. A second process waits until nobody holds the other end
 * of its standard input any more, and then ends the whole group. The kernel closes that end with whoever is killed, so
 * that nothing outlives those who use the provider.
 */
const SUPERVISOR = `
exec 3<&0 </dev/null
"$1" 3<&- &
provider=$!
echo "$provider"
( read -r nothing <&3; rm -rf -- "$2"; kill -9 0 ) >/dev/null &
exec 3<&- >/dev/null
wait "$provider" 2>/dev/null
`;

export interface ProviderProcessOptions {
  /** The provider's program, absolute. */
  readonly executable: string;
  /** What a Terraform that started it would give it. */
  readonly env: NodeJS.ProcessEnv;
  /** How long it may take until it serves, in milliseconds. */
  readonly patience: number;
  /** Ends the start. */
  readonly signal: AbortSignal;
}

/** A provider that serves as many runs of Terraform as are told of it, until it is closed. */
export class ProviderProcess {
  private constructor(
    private readonly supervisor: ChildProcess,
    private readonly folder: SocketFolder,
    readonly pid: number,
    readonly handshake: Handshake,
    /** Whoever holds it keeps the provider alive: it is handed to each Terraform that uses the provider. */
    readonly lifeline: Writable,
  ) {}

  /** @throws Error that says why there is none, once nothing is left of it */
  static async start({ executable, env, ...until }: ProviderProcessOptions): Promise<ProviderProcess> {
    const folder = SocketFolder.create();
    const places = { TMPDIR: folder.path, PLUGIN_UNIX_SOCKET_DIR: folder.path };
    const supervisor = spawn("/bin/sh", ["-c", SUPERVISOR, "provider", executable, folder.path], {
      cwd: folder.path,
      env: { ...withoutTls(env), ...COOKIE, PLUGIN_PROTOCOL_VERSIONS: PROTOCOLS, ...places },
      // A group of its own: signals of the terminal do not reach it, and it can be ended as a whole.
      detached: true,
      stdio: ["pipe", "pipe", "ignore"],
    });
    try {
      const [pid, line] = await firstLines(supervisor, until);
      const handshake = parseHandshake(line);
      const fault = "fault" in handshake ? handshake.fault : folder.faultOf(handshake.socket);
      if ("fault" in handshake || fault !== undefined) throw new Error(fault);
      supervisor.stdout.resume();
      return new ProviderProcess(supervisor, folder, Number(pid), handshake, supervisor.stdin);
    } catch (error) {
      end(supervisor);
      folder.remove();
      throw error;
    }
  }

  get isAlive(): boolean {
    return this.supervisor.exitCode === null && this.supervisor.signalCode === null;
  }

  /** What may be left of it, if this process is killed together with what should end it. */
  get trace(): { readonly pids: readonly number[]; readonly folder: string } {
    const { pid } = this.supervisor;
    return { pids: [...(pid === undefined ? [] : [pid]), this.pid], folder: this.folder.path };
  }

  /** Ends it at once. It holds no state: what it does, it does for a Terraform, which has ended or is killed. */
  close(): void {
    end(this.supervisor);
    this.folder.remove();
  }
}

function end(supervisor: ChildProcess): void {
  const { pid } = supervisor;
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // All of it is gone.
  }
  for (const stream of [supervisor.stdin, supervisor.stdout]) stream?.destroy();
}

/** A certificate of a Terraform that runs this one would make it serve for that alone. */
function withoutTls(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { PLUGIN_CLIENT_CERT: _certificate, PLUGIN_UNIX_SOCKET_GROUP: _group, ...rest } = env;
  return rest;
}

/** The supervisor's line with the provider's process id, and the provider's handshake, in whatever order they come. */
function firstLines(
  supervisor: ChildProcess & { readonly stdout: Readable },
  { patience, signal }: Pick<ProviderProcessOptions, "patience" | "signal">,
): Promise<readonly [pid: string, handshake: string]> {
  return new Promise((resolve, reject) => {
    let told = "";
    const fail = (reason: string) => {
      clearTimeout(timer);
      reject(new Error(reason));
    };
    const timer = setTimeout(() => fail(`it did not serve within ${patience / 1000} s`), patience);
    supervisor.stdout.on("data", (part: Buffer) => {
      told += part.toString("latin1");
      if (told.length > LONGEST_LINES) fail("it answers with no handshake");
      const lines = told.split("\n").slice(0, -1);
      const pid = lines.find((line) => /^\d+$/.test(line));
      const [handshake] = lines.filter((line) => line !== pid);
      if (pid === undefined || handshake === undefined) return;
      clearTimeout(timer);
      supervisor.stdout.removeAllListeners("data");
      resolve([pid, handshake.trimEnd()]);
    });
    signal.addEventListener("abort", () => fail("the run ended"), { once: true });
    if (signal.aborted) fail("the run ended");
    supervisor.once("error", (error) => fail(error.message));
    supervisor.once("exit", (code, signal) => fail(`it ended with ${signal ?? code} before it served`));
  });
}

const LONGEST_LINES = 4096;
