import { type Incident, type LogEntry, stepsOf } from "../../lib/incident/incident";
import { isMapping } from "../../lib/mapping";

/**
 * When each step was done, by the log of `terraform apply -json`, in that order. Lines that are no JSON, or cut off, are passed
 * over; steps that had nothing to change are not in it.
 * https://developer.hashicorp.com/terraform/internals/machine-readable-ui#operation-messages
 */
export function actsIn(applyLog: string, incident: Incident): readonly LogEntry[] {
  const steps = new Map(stepsOf(incident).map(({ id, type, does }) => [`${type}.${id}`, does]));
  return applyLog.split("\n").flatMap((line) => {
    if (!line.includes('"apply_complete"')) return [];
    const message = parse(line);
    if (!isMapping(message) || message.type !== "apply_complete" || !isMapping(message.hook)) return [];
    const { resource } = message.hook;
    const does = isMapping(resource) ? steps.get(String(resource.addr)) : undefined;
    const time = new Date(String(message["@timestamp"]));
    if (does === undefined || Number.isNaN(time.getTime())) return [];
    return [{ at: `${time.toISOString().slice(0, 19)}Z`, what: `did: ${does}` }];
  });
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
