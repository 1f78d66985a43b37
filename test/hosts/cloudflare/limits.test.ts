import { txtLimitFaults } from "../../../hosts/cloudflare/limits";
import type { DnsName } from "../../../lib/dns/name";
import { quoteTxt } from "../../../lib/dns/txt";
import { formatFault } from "../../../lib/fault";

const NAME = "contoso.com" as DnsName;

function faults(...values: readonly string[]): readonly string[] {
  return txtLimitFaults(
    values.map((value, index) => ({
      domain: NAME,
      role: `Record-${index}`,
      rolePath: `Record-${index}`,
      path: ["records", String(index)],
      record: { type: "TXT", name: NAME, ttl: 3600, value },
    })),
  ).map(formatFault);
}

describe("TXT that Cloudflare holds", () => {
  // 2,048 characters with quotes: 8 whole strings of 255, and 2 of quotes and a space for each.
  const longest = "k".repeat(2023);

  test("one record is at most 2,048 characters long, quotes and spaces between strings counted", () => {
    expect(quoteTxt(longest)).toHaveLength(2048 - 2);
    expect(faults("k".repeat(2025))).toEqual([]);
    expect(faults("k".repeat(2026))).toEqual([
      'records["0"]: the TXT record at contoso.com is too long for Cloudflare, got 2049 characters; expected at most 2048 with quotes',
    ]);
  });

  test("an escape counts as the characters that it is written with", () => {
    expect(faults(`${"k".repeat(2022)}"`)).toEqual([]);
    expect(faults('"'.repeat(1200))).toEqual([
      'records["0"]: the TXT record at contoso.com is too long for Cloudflare, got 2414 characters; expected at most 2048 with quotes',
    ]);
  });

  test("all records at a name are at most 8,192 together, told once", () => {
    expect(faults(longest, longest, longest, longest)).toEqual([]);
    expect(faults(longest, longest, longest, longest, "MS=m")).toEqual([]);
    expect(faults(longest, longest, longest, longest, "MS=m", "x")).toHaveLength(1);
    expect(faults(longest, longest, longest, longest, "x", "k".repeat(60), "MS=ms2")).toEqual([
      'records["5"]: the TXT records at contoso.com are too long for Cloudflare together, got 8249 characters or more; expected at most 8192',
    ]);
  });
});
