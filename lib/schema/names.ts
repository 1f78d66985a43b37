import { type DnsName, type NameKind, parseName } from "../dns/name";
import { type Fault, shown } from "../fault";
import { guarded } from "./shapes";

/** A host name in the one form that {@link parseName} gives. */
export const dnsName = guarded(
  (value): value is DnsName => nameFaults(value, "host").length === 0,
  (value) => nameFaults(value, "host"),
);

/** The name of a record in that form. */
export const ownerName = guarded(
  (value): value is DnsName => nameFaults(value, "owner").length === 0,
  (value) => nameFaults(value, "owner"),
);

/** What is wrong with a value that is to be a name already. */
export function nameFaults(value: unknown, kind: NameKind): readonly Fault[] {
  if (typeof value !== "string") return [{ message: "a DNS name belongs here", received: shown(value) }];
  const name = parseName(value, kind);
  if (!name.ok) return name.faults;
  if (name.value === value) return [];
  return [
    {
      message: "a DNS name in another form than parseName gives",
      received: shown(value),
      fix: `write ${name.value}`,
    },
  ];
}
