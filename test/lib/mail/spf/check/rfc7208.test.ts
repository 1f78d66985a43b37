import { readFileSync } from "node:fs";
import { join } from "node:path";
import { loadAll } from "js-yaml";
import type { DnsType } from "../../../../../lib/dns/resolve";
import { checkHost } from "../../../../../lib/mail/spf/check";
import { resolverOf, type Zone } from "../zone";

/** The openspf.org test suite for RFC 7208; its licence lies beside it. */
const SUITE = join(__dirname, "fixtures", "rfc7208-tests.yml");

interface Scenario {
  readonly description: string;
  readonly tests: Readonly<Record<string, Case>>;
  readonly zonedata: Readonly<Record<string, readonly ("TIMEOUT" | Readonly<Record<string, unknown>>)[]>>;
}

interface Case {
  readonly host: string;
  readonly helo: string;
  readonly mailfrom: string;
  readonly result: string | readonly string[];
  readonly explanation?: string;
}

const TYPES: readonly DnsType[] = ["A", "AAAA", "CNAME", "MX", "NS", "PTR", "TXT"];

/** The suite's zone: records of type SPF stand for TXT where a name has no TXT of its own; TIMEOUT for what is left. */
function zoneOf(data: Scenario["zonedata"]): Zone {
  const zone = Object.entries(data).map(([name, entries]) => {
    const records = entries.flatMap((entry) => (entry === "TIMEOUT" ? [] : Object.entries(entry)));
    const of = (type: string) => records.filter(([key]) => key === type).map(([, value]) => value);
    const held: (readonly [DnsType, unknown])[] = [];
    for (const type of TYPES) {
      const values = type === "TXT" && of("TXT").length === 0 ? of("SPF") : of(type);
      const present = values.filter((value) => value !== "NONE");
      if (present.length > 0) held.push([type, present.map((value) => dataOf(type, value))]);
      else if (entries.includes("TIMEOUT") && type !== "CNAME") held.push([type, "failure"]);
    }
    return [name, Object.fromEntries(held)];
  });
  return Object.fromEntries(zone) as Zone;
}

function dataOf(type: DnsType, value: unknown): unknown {
  if (type !== "MX" || !Array.isArray(value)) return value;
  return { preference: value[0], exchange: value[1] === "" ? "." : value[1] };
}

const scenarios = loadAll(readFileSync(SUITE, "utf8")) as readonly Scenario[];

test("the suite is there", () => {
  expect(scenarios.map(({ tests }) => Object.keys(tests).length).reduce((sum, count) => sum + count)).toBe(
    203,
  );
});

describe.each(scenarios)("$description", ({ tests, zonedata }) => {
  test.each(Object.entries(tests))("%s", async (_, { host, helo, mailfrom, result, explanation }) => {
    const check = await checkHost({ ip: host, helo, sender: mailfrom }, resolverOf(zoneOf(zonedata)));
    expect([result].flat()).toContain(check.result);
    if (explanation !== undefined) expect(check.explanation ?? "DEFAULT").toBe(explanation);
    expect(check.problems.length > 0).toBe(["none", "temperror", "permerror"].includes(check.result));
  });
});
