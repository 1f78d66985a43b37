const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

const due = new Set<() => void>();

/**
 * Does something once: when it is asked to, or when this process ends, whether by itself, by an error or by a signal that
 * nobody else listens for. Only `kill -9` is in nobody's hands.
 * @returns how to do it now
 */
export function atExit(work: () => void): () => void {
  if (due.size === 0) listen();
  due.add(work);
  return () => {
    if (!due.delete(work)) return;
    if (due.size === 0) listenNoMore();
    work();
  };
}

function doAll(): void {
  listenNoMore();
  for (const work of due) {
    due.delete(work);
    work();
  }
}

function onSignal(signal: NodeJS.Signals): void {
  // Others decide what a signal means to them; alone it ends the process, as it would without us.
  if (process.listenerCount(signal) > 1) return;
  doAll();
  process.kill(process.pid, signal);
}

function listen(): void {
  process.on("exit", doAll);
  for (const signal of SIGNALS) process.on(signal, onSignal);
}

function listenNoMore(): void {
  process.off("exit", doAll);
  for (const signal of SIGNALS) process.off(signal, onSignal);
}
