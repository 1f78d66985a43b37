// Memory of a process and all that it started, as Linux tells it in /proc.
import { readdirSync, readFileSync } from "node:fs";

/** Resident memory in MB of the process alone, and of everything below it; zeros where there is no /proc. */
function memory(root) {
  const processes = new Map();
  for (const name of existing("/proc")) {
    const pid = Number(name);
    const status = pid > 0 ? read(`/proc/${pid}/status`) : "";
    const parent = Number(/^PPid:\s+(\d+)/m.exec(status)?.[1] ?? -1);
    const kilobytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1] ?? 0);
    processes.set(pid, { parent, megabytes: kilobytes / 1024 });
  }
  const isBelow = (pid) => {
    for (let at = processes.get(pid)?.parent; at !== undefined; at = processes.get(at)?.parent) {
      if (at === root) return true;
    }
    return false;
  };
  let children = 0;
  for (const [pid, { megabytes }] of processes) if (isBelow(pid)) children += megabytes;
  return { own: processes.get(root)?.megabytes ?? 0, children };
}

/** Looks at a process tree ten times a second until told to stop. @returns how to stop, which gives the peaks */
export function watchMemory(root) {
  const peak = { own: 0, children: 0 };
  const look = () => {
    const now = memory(root);
    peak.own = Math.max(peak.own, now.own);
    peak.children = Math.max(peak.children, now.children);
  };
  const timer = setInterval(look, 100);
  return () => {
    clearInterval(timer);
    return peak;
  };
}

function existing(folder) {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** A process may be gone by the time it is looked at. */
function read(file) {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return "";
  }
}
