const UNITS: Readonly<Record<string, number>> = {
  h: 3_600_000,
  m: 60_000,
  s: 1000,
  ms: 1,
  us: 1e-3,
  ns: 1e-6,
};

/**
 * A duration as Go and Terraform write it, e.g. `1h30m`, in milliseconds; `undefined` for what is none.
 * https://pkg.go.dev/time#ParseDuration
 */
export function milliseconds(duration: string): number | undefined {
  if (duration === "0") return 0;
  if (!/^(?:\d+(?:\.\d*)?(?:h|ms|m|s|us|ns))+$/.test(duration)) return undefined;
  return [...duration.matchAll(/(\d+(?:\.\d*)?)(h|ms|m|s|us|ns)/g)].reduce(
    (sum, [, number, unit = ""]) => sum + Number(number) * (UNITS[unit] ?? 0),
    0,
  );
}
