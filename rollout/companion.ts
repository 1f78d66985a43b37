import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import type { Writable } from "node:stream";

/** A process beside a run that stands between Terraform's providers and an API. */
export interface Companion {
  /** Variables by which providers find it. */
  readonly env: NodeJS.ProcessEnv;
  /** What each Terraform holds open as long as it lives: the companion ends with the last of them. */
  readonly life: Writable;
  /** The address by which providers know the API in this run, and the one by which people know it. */
  readonly address: { readonly own: string; readonly usual: string };
}

/** Puts the address that people know into a log. The other one has a secret of the run in it, and leads nowhere later. */
export function usualAddress(log: string, { own, usual }: Companion["address"]): void {
  let text: string;
  try {
    text = readFileSync(log, "utf8");
  } catch {
    return;
  }
  if (!text.includes(own)) return;
  const next = `${log}.new`;
  try {
    writeFileSync(next, text.replaceAll(own, usual), { mode: 0o600 });
    renameSync(next, log);
  } catch {
    // A full disk: what Terraform said is worth more than how it named the API.
    rmSync(next, { force: true });
  }
}
