import { constants } from "node:os";
import type { Stop } from "../../rollout/stop";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const TOLD = {
  finish: "stopping: what runs is finished, nothing more is begun; once more interrupts Terraform",
  interrupt: "interrupting: Terraform ends at the next safe point; once more kills it",
  kill: "killed; state may lack what was made last",
} as const;

export interface ListeningForSignals {
  /** 128 and the first signal's number, as a shell counts; `undefined` if none came. */
  exitCode(): number | undefined;
  close(): void;
}

/** Turns signals into the wish to stop, until it is closed. A terminal that goes away counts as one. */
export function listenForSignals(stop: Stop, say: (text: string) => void): ListeningForSignals {
  let first: (typeof SIGNALS)[number] | undefined;
  const listener = (signal: NodeJS.Signals) => {
    first ??= SIGNALS.find((one) => one === signal);
    say(TOLD[stop.request()]);
  };
  for (const signal of SIGNALS) process.on(signal, listener);
  return {
    exitCode: () => (first === undefined ? undefined : 128 + constants.signals[first]),
    close() {
      for (const signal of SIGNALS) process.off(signal, listener);
    },
  };
}
