import type { Row } from "../table";
import { isListChange } from "./convert";

// How Exchange keeps and shows what it was given: the oddities of what Get- cmdlets answer.

const FACTORS: Readonly<Record<string, number>> = { B: 0, KB: 1, MB: 2, GB: 3, TB: 4 };

/** Shown otherwise than given, by parameter: the property and its value. */
const SHOWN: Readonly<Record<string, (value: unknown) => readonly [string, unknown]>> = {
  ArcTrustedSealers: (value) => ["ArcTrustedSealers", [texts(value).join(",").trim()]],
  AllowList: (value) => ["AllowList", texts(value).length === 0 ? [""] : value],
  EndUserQuarantinePermissionsValue: (value) => ["EndUserQuarantinePermissions", permissions(Number(value))],
  ExternalMailExpiryInDays: (value) => ["ExternalMailExpiryInterval", `${Number(value ?? 0)}.00:00:00`],
  JournalingReportNdrTo: (value) => ["JournalingReportNdrTo", value ?? "<>"],
  TargetedUsersToProtect: (value) => [
    "TargetedUsersToProtect",
    texts(value).map((one) => one.replace(/\s*;\s*/, "; ")),
  ],
};

/** A row with these parameters. */
export function withKept(row: Row, given: Row, types: Readonly<Record<string, string>>): Row {
  const next: Row = { ...row };
  for (const [parameter, value] of Object.entries(given)) {
    const type = (types[parameter] ?? "").replace("!", "");
    const whole = isListChange(value) ? changed(texts(row[parameter]), value.add, value.remove) : value;
    const [property, shown] = SHOWN[parameter]?.(whole) ?? [parameter, asShown(type, whole, row[parameter])];
    next[property] = shown;
  }
  return next;
}

function asShown(type: string, value: unknown, before: unknown): unknown {
  if (type === "DateTime" && typeof value === "number") return `/Date(${value})/`;
  if (type === "ByteQuantifiedSize" && typeof value === "string") return sized(value);
  // Policies show texts that are not set as empty.
  if (type === "String" && value === null) return before === null ? null : "";
  return value;
}

function changed(
  members: readonly string[],
  add: readonly string[],
  remove: readonly string[],
): readonly string[] {
  const gone = new Set(remove.map((one) => one.toLowerCase()));
  const kept = members.filter((one) => one !== "" && !gone.has(one.toLowerCase()));
  const there = new Set(kept.map((one) => one.toLowerCase()));
  return [...kept, ...add.filter((one) => !there.has(one.toLowerCase()))];
}

function sized(text: string): string {
  const [, number = "0", unit = "B"] = /^(\d+(?:\.\d+)?)\s*([KMGT]?B)$/i.exec(text) ?? [];
  const bytes = Math.round(Number(number) * 1024 ** (FACTORS[unit.toUpperCase()] ?? 0));
  return `${number} ${unit.toUpperCase()} (${bytes.toLocaleString("en-US")} bytes)`;
}

const PERMISSIONS = [
  "ViewHeader",
  "Download",
  "AllowSender",
  "BlockSender",
  "RequestRelease",
  "Release",
  "Preview",
  "Delete",
];

function permissions(value: number): string {
  const lines = PERMISSIONS.map(
    (name, place) => `PermissionTo${name}: ${(value & (128 >> place)) === 0 ? "False" : "True"}`,
  );
  return `[${lines.join("\r\n")}]`;
}

function texts(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}
