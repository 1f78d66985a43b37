import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { reloadEstate } from "../../lib/estate/load";
import { ENTRIES_FILE, EntryCache } from "../../stacks/entry-cache";
import { synthesize } from "../../stacks/synthesize";
import { filesIn } from "../cli/command";
import { HEAD, memoryFiles } from "../lib/estate/memory-files";
import { temporaryFolder } from "../support/temp";

const TOOL = "the build of these tests";
const ENTRY = "  a.com: { profile: parked, zone: { cloudflare: {} } }\n";
const KNOWN = { key: "a.com", input: { profile: "parked", zone: { cloudflare: {} } } } as const;

/** A folder in which a synth left one entry. */
function withEntry(): string {
  const out = temporaryFolder();
  const cache = new EntryCache(out, TOOL);
  cache.set(ENTRY, KNOWN);
  cache.save();
  return out;
}

describe("the entries of the last synth", () => {
  test("are known by their text", () => {
    const cache = new EntryCache(withEntry(), TOOL);
    expect(cache.get(ENTRY)).toEqual(KNOWN);
    expect(cache.get(`${ENTRY} `)).toBeUndefined();
  });

  test("are forgotten when the next does without them", () => {
    const out = withEntry();
    const other = new EntryCache(out, TOOL);
    other.set("  b.com: { profile: parked }\n", { key: "b.com", input: { profile: "parked" } });
    other.save();
    expect(new EntryCache(out, TOOL).get(ENTRY)).toBeUndefined();
  });

  test("are not believed of another build, nor without one; that leaves none behind", () => {
    const out = withEntry();
    expect(new EntryCache(out, "another").get(ENTRY)).toBeUndefined();
    const none = new EntryCache(out, undefined);
    expect(none.get(ENTRY)).toBeUndefined();
    none.save();
    expect(existsSync(join(out, ENTRIES_FILE))).toBe(false);
  });

  test.each<[string, (text: string) => string]>([
    ["empty", () => ""],
    ["no JSON", () => "{"],
    ["cut short", (text) => text.slice(0, -10)],
    ["another value in one place", (text) => text.replace("parked", "send-only")],
    ["without its hash", (text) => text.replace(/"sha256":"\w+"/, '"sha256":null')],
    ["of another form", () => "[]\n[]\n"],
  ])("are not believed where the file is %s", (_, edit) => {
    const out = withEntry();
    const file = join(out, ENTRIES_FILE);
    writeFileSync(file, edit(readFileSync(file, "utf8")));
    expect(new EntryCache(out, TOOL).get(ENTRY)).toBeUndefined();
  });
});

/** What an estate's synth into a folder comes to: what it answers, and what is there then. */
async function synth(text: string, out: string, keepsEntries: boolean) {
  const entries = keepsEntries ? new EntryCache(out, TOOL) : undefined;
  const loaded = reloadEstate("estate.yaml", memoryFiles({ "estate.yaml": text }), entries);
  const result = loaded.ok ? await synthesize({ estate: loaded.estate, out, tool: TOOL }) : loaded;
  if (result.ok) entries?.save();
  const { [ENTRIES_FILE]: _, ...files } = filesIn(out);
  return { answer: result.ok ? { ...result, kinds: [...result.kinds] } : result.problems, files };
}

const settings = fc.constantFrom(
  "profile: parked",
  "profile: park",
  "profile: send-only, spf: { ip4: [192.0.2.25] }",
  "profile: receive-only, tenant: contoso",
  "profile: receive-only",
  'profile: send-only, dmarc: { policy: none, rua: ["mailto:dmarc@a.com"] }',
  "profile: send-only, mx: [{ host: mail.b.com, priority: 1 }]",
  "profile: send-only, records: { mail: { type: CNAME, name: mail, target: a.com } }",
  "profile: parked, subdomains: { mail: { profile: parked } }",
  "profile: parked, ttl: &x 300",
);
const names = fc.constantFrom("a.com", "b.com", "mail.b.com", "c.a.com");
const estate = fc
  .tuple(
    fc.constantFrom("", "defaults: { ttl: 300 }\n", "rules: { packs: [scuba] }\n", "state: { local: {} }\n"),
    fc.uniqueArray(fc.tuple(names, settings), { selector: ([name]) => name, maxLength: 4 }),
  )
  .map(([head, domains]) => {
    const entries = domains.map(([name, text]) => `  ${name}:\n    { zone: { cloudflare: {} }, ${text} }\n`);
    return `${HEAD}${head}domains:\n${entries.join("")}`;
  });

test("through any edits of an estate, synths that know entries do what those do that read all", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(estate, { minLength: 2, maxLength: 5 }), async (edits) => {
      const [knowing, reading] = [temporaryFolder(), temporaryFolder()];
      for (const text of edits) {
        expect(await synth(text, knowing, true)).toEqual(await synth(text, reading, false));
      }
      for (const out of [knowing, reading]) rmSync(out, { recursive: true });
    }),
    { numRuns: 40 },
  );
}, 60_000);
