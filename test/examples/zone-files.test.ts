import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { judgedBy } from "../support/judges";
import { temporaryFolder } from "../support/temp";
import { declaredDomains, EXAMPLES, EXAMPLES_FOLDER, type Example, mailHygiene } from "./example";

const { test } = judgedBy("named-checkzone");

/** Asks BIND's own checker, with every check that needs no network, as strict as it goes. */
function namedCheckzone(
  zone: string,
  file: string,
): { readonly status: number | null; readonly words: string } {
  const strict = ["-k", "-m", "-M", "-n", "-r", "-S"].flatMap((check) => [check, "fail"]);
  const { error, status, stdout, stderr } = spawnSync(
    "named-checkzone",
    ["-i", "local", ...strict, zone, file],
    { encoding: "utf8" },
  );
  if (error) throw error;
  return { status, words: `${stdout}${stderr}` };
}

/** The domains of each zone of an example. */
function zones(example: Example): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const { name, zone } of declaredDomains(example)) {
    found.set(zone.name, [...(found.get(zone.name) ?? []), name]);
  }
  return found;
}

test.each(EXAMPLES)("BIND accepts every zone of the %s example", async (example) => {
  const folder = temporaryFolder();
  for (const [zone, domains] of zones(example)) {
    const filter = domains.flatMap((name) => ["--domain", name]);
    const text = await mailHygiene(
      EXAMPLES_FOLDER,
      "records",
      `${example}/estate.yaml`,
      "-f",
      "zone",
      ...filter,
    );
    const file = join(folder, zone);
    writeFileSync(file, text);
    const { status, words } = namedCheckzone(zone, file);
    expect(words).toContain("OK");
    expect(status).toBe(0);
  }
});

test.each(EXAMPLES)("BIND accepts every domain of the %s example as a zone of its own", async (example) => {
  const folder = temporaryFolder();
  for (const { name } of declaredDomains(example)) {
    const estate = `${example}/estate.yaml`;
    const file = join(folder, name);
    writeFileSync(file, await mailHygiene(EXAMPLES_FOLDER, "records", estate, "-f", "zone", "-d", name));
    expect(namedCheckzone(name, file)).toEqual({ status: 0, words: expect.stringContaining("OK") });
  }
});

test("BIND would say if a zone were broken", () => {
  const file = join(temporaryFolder(), "zone");
  writeFileSync(
    file,
    `$TTL 3600
@ IN SOA ns.invalid. hostmaster.invalid. 1 7200 3600 1209600 3600
@ IN NS ns.invalid.
s1._domainkey IN CNAME s1.contoso.example.
s1._domainkey IN TXT "v=DKIM1; p="
`,
  );
  expect(namedCheckzone("contoso.com", file).words).toContain("CNAME and other data");
});
