import { parseName } from "../../lib/dns/name";
import { knownValue } from "../../lib/plan/attributes";
import type { ZoneReader } from "../../lib/plan/zone-fact";

/** An API of an estate's stack that serves an MTA-STS policy; its attributes are the host, and the policy's text. */
export const declaredPolicy: ZoneReader = ({ attributes }) => {
  const host = parseName(knownValue(attributes.text("host")) ?? "");
  const text = knownValue(attributes.text("policy"));
  if (!host.ok || text === undefined) return [];
  return [
    { kind: "policy worker", script: host.value, text },
    { kind: "worker host", script: host.value, host: host.value },
  ];
};
