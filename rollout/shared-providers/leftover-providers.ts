import { mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import { identityOf, livenessOf, ProcessIdentitySchema } from "../process-identity";
import { writeAnew } from "../write-anew";
import { SocketFolder } from "./socket-folder";

/** What is left of a provider that stacks shared, if the run was killed and so was what should have ended the provider. */
const Note = v.object({ processes: v.array(ProcessIdentitySchema), folder: v.string() });

const PREFIX = "shared-";

/**
 * Notes a provider that was started, for the next run.
 * @param notes a folder
 * @returns what to do when it has ended
 */
export function noteShared(
  notes: string,
  { pids, folder }: { readonly pids: readonly number[]; readonly folder: string },
): () => void {
  const file = join(notes, `${PREFIX}${pids.join("-")}.json`);
  try {
    mkdirSync(notes, { recursive: true });
    const note: v.InferOutput<typeof Note> = { processes: pids.map(identityOf), folder };
    writeAnew(file, JSON.stringify(note), 0o600);
  } catch {
    // It runs all the same; only a second fault beside a kill would leave it behind.
  }
  return () => rmSync(file, { force: true });
}

/**
 * Ends providers that runs before left behind. Only for who works in the output folder alone.
 * @param isUsed does a Terraform of such a run still work?
 */
export function sweepShared(notes: string, isUsed: () => boolean): void {
  const names = namesIn(notes).filter((name) => name.startsWith(PREFIX) && name.endsWith(".json"));
  if (names.length === 0 || isUsed()) return;
  for (const name of names) {
    const file = join(notes, name);
    const note = v.safeParse(v.pipe(v.string(), v.parseJson(), Note), readFileSync(file, "utf8"));
    if (note.success) {
      for (const one of note.output.processes) if (livenessOf(one) === "alive") kill(one.pid);
      SocketFolder.removeLeft(note.output.folder);
    }
    rmSync(file, { force: true });
  }
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It ended meanwhile.
  }
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
