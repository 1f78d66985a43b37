import { FaultError } from "../../lib/fault";
import { staticLookups } from "../../lib/mail/spf/lookups";
import { parseSpf } from "../../lib/mail/spf/parse";
import type { FunctionDefinition } from "../plugin/index";

/** RFC 7208 §4.6.4. */
export const spfLookups: FunctionDefinition = {
  summary: "How many look-ups an SPF record itself costs receivers",
  description:
    "The terms of the record that ask the DNS: include, a, mx, ptr, exists and redirect, but for those that are never evaluated. " +
    "Receivers make ten at most, over the record and all that it includes; what included records cost comes on top, and is not " +
    "known here. A record that is not well-formed is an error.",
  parameters: [
    { name: "record", type: { kind: "string" }, description: "The record, such as v=spf1 mx -all." },
  ],
  result: { kind: "number", exact: false },
  call([record]) {
    const parsed = parseSpf(String(record));
    if (parsed.ok) return staticLookups(parsed.value).count;
    throw new FaultError("record", parsed.faults);
  },
};
