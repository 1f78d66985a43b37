import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { credentialVariables, missingCredentials } from "../../lib/credentials";
import { type Fault, fail, ok, type Result } from "../../lib/fault";
import { isMapping } from "../../lib/mapping";
import type { Evidence } from "../../lib/tenant-reading/evidence";
import type { TenantReading } from "../../lib/tenant-reading/reading";

/** Environment variables by name. */
type Environment = Readonly<Record<string, string | undefined>>;

export interface ReadTenantOptions {
  /** The tenant that is meant: its GUID, or one of its domains. @default the one that the credentials are of */
  readonly tenant?: string;
  /** The cloud that it is in, as an estate calls it. @default ARM_ENVIRONMENT, or the worldwide one */
  readonly cloud?: string;
  /** What stands before the names of its credentials, as `credentials.prefix` of an estate says. */
  readonly prefix?: string;
  /** Names of groups that are meant beside those that policies name. @default none */
  readonly groups?: readonly string[];
  /** @default process.env */
  readonly env?: Environment;
  /** Requests that the reading may make. @default 2000 */
  readonly calls?: number;
  /** In milliseconds. @default ten minutes */
  readonly time?: number;
}

/** How much longer than its own limit the program may take, in milliseconds: for the questions that are under way by then. */
const GRACE = 240_000;
const TIME = 600_000;
/** Of what the program answers, and of what it complains, in octets. */
const MOST_ANSWERED = 1024 * 1024 * 1024;
const MOST_TOLD = 16 * 1024;

/** Of this process's environment it needs what Node itself reads, and what says who calls Microsoft, and where. */
const NEEDED =
  /^(NODE_.*|SSL_.*|OPENSSL_.*|PATH|TMPDIR|TZ|LANG|SYSTEMROOT|ARM_.*|M365_[A-Z]+_URL|ACTIONS_ID_TOKEN_REQUEST_(URL|TOKEN))$/i;

/**
 * Reads a tenant by a program of its own. Nothing is changed there.
 * @returns faults if it could not be begun, or nothing at all was answered; what single questions were refused is in the reading
 */
export async function readTenant(options: ReadTenantOptions = {}): Promise<Result<TenantReading>> {
  const { tenant, groups, cloud, prefix, env = process.env, calls, time = TIME } = options;
  if (prefix !== undefined) {
    const missing = missingCredentials(env, { prefix }, "ARM");
    if (missing !== undefined) return fail({ message: missing });
  }
  const own = prefix === undefined ? env : { ...env, ...credentialVariables(env, { prefix }, "ARM") };
  const read = await run(
    {
      do: "read",
      time,
      ...(tenant === undefined ? {} : { tenant }),
      ...(groups === undefined ? {} : { groups }),
      ...(calls === undefined ? {} : { calls }),
    },
    { ...own, ...(cloud === undefined ? {} : { ARM_ENVIRONMENT: cloud }) },
    time + GRACE,
  );
  if (read.ok || prefix === undefined) return read;
  // Faults name the variables as the program has them.
  const prefixed = (text: string) => text.replaceAll(/\bARM_(?=[A-Z])/g, `${prefix}_ARM_`);
  return fail(
    ...read.faults.map((fault) => ({
      ...fault,
      message: prefixed(fault.message),
      ...(fault.path
        ? { path: fault.path.map((key) => (typeof key === "string" ? prefixed(key) : key)) }
        : {}),
      ...(fault.expected ? { expected: prefixed(fault.expected) } : {}),
      ...(fault.fix ? { fix: prefixed(fault.fix) } : {}),
    })),
  );
}

/** What kept evidence comes to. Nothing is asked of anybody, and no credentials are needed. */
export function decodeEvidence(evidence: Evidence): Promise<Result<TenantReading>> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(ARM|M365|ACTIONS)_/.test(name)),
  );
  return run({ do: "decode", evidence }, env, GRACE);
}

/** Starts the program, tells it what to do, and takes what it answers, within limits. */
function run(order: object, env: Environment, timeout: number): Promise<Result<TenantReading>> {
  const file = program();
  if (file === undefined) {
    return Promise.resolve(fail({ message: "the reader is not built", fix: "npm run build" }));
  }
  const told = textOf(order);
  if (told === undefined) return Promise.resolve(fail({ message: "the evidence is nested too deeply" }));
  const needed = Object.fromEntries(
    Object.entries(env).filter(([name, value]) => value !== undefined && NEEDED.test(name)),
  );
  return new Promise((resolve) => {
    const child = spawn(process.execPath, ["--max-old-space-size=4096", file], {
      env: needed as NodeJS.ProcessEnv,
      stdio: ["pipe", "pipe", "pipe"],
    });
    const chunks: Buffer[] = [];
    let octets = 0;
    let complaint = "";
    let ended: Fault | undefined;
    const end = (fault: Fault) => {
      ended ??= fault;
      child.kill("SIGKILL");
    };
    const timer = setTimeout(
      () => end({ message: `the reader did not end within ${Math.round(timeout / 1000)} s` }),
      timeout,
    );
    child.stdout.on("data", (chunk: Buffer) => {
      octets += chunk.length;
      if (octets > MOST_ANSWERED) end({ message: "the tenant's answers are larger than what is read" });
      else chunks.push(chunk);
    });
    child.stderr.on("data", (chunk: Buffer) => {
      if (complaint.length < MOST_TOLD) complaint += chunk.toString("utf8");
    });
    // A program that ends before it was told all says why by how it ended.
    child.stdin.on("error", () => undefined);
    child.on("error", () => end({ message: "the reader could not be started" }));
    child.on("close", (code, signal) => {
      clearTimeout(timer);
      if (ended) resolve(fail(ended));
      else if (code === 0) resolve(readingIn(Buffer.concat(chunks, octets).toString("utf8")));
      else {
        const [first = ""] = complaint.split("\n").filter((line) => /Error/.test(line));
        resolve(
          fail({ message: `the reader ended with ${signal ?? code}`, ...(first && { received: first }) }),
        );
      }
    });
    child.stdin.end(told);
  });
}

function textOf(order: object): string | undefined {
  try {
    return JSON.stringify(order);
  } catch {
    return undefined;
  }
}

function readingIn(text: string): Result<TenantReading> {
  let answer: unknown;
  try {
    answer = JSON.parse(text);
  } catch {
    return fail({ message: "the reader's answer is not JSON" });
  }
  if (isMapping(answer) && answer.is === "faults" && Array.isArray(answer.faults)) {
    return fail(...(answer.faults as readonly Fault[]));
  }
  if (
    isMapping(answer) &&
    answer.is === "reading" &&
    isMapping(answer.decoded) &&
    isMapping(answer.evidence)
  ) {
    // The program is this package's own: what it decodes has the types that it was compiled with.
    return ok({ ...answer.decoded, evidence: answer.evidence } as unknown as TenantReading);
  }
  return fail({ message: "the reader's answer is none" });
}

/** Beside this folder in dist/; below dist/ when the sources run. */
function program(): string | undefined {
  const places = [
    join(__dirname, "../../provider/tenant-reader.js"),
    join(__dirname, "../../dist/provider/tenant-reader.js"),
  ];
  return places.find((place) => existsSync(place));
}
