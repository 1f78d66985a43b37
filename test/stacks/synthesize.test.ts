import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Estate } from "../../lib/estate";
import { CACHE_FILE } from "../../stacks/output-cache";
import { type Synthesized, type SynthesizeOptions, synthesize } from "../../stacks/synthesize";
import { filesIn } from "../cli/command";
import { estateOf } from "../lib/estate/memory-files";
import { temporaryFolder } from "../support/temp";

const TOOL = "the build of these tests";

/** An estate of eight parked domains; each in `ttls` has another TTL. */
function estate(ttls: Readonly<Record<number, number>> = {}, count = 8): Estate {
  const domains = Array.from({ length: count }, (_, index) => {
    const ttl = ttls[index] === undefined ? "" : `ttl: ${ttls[index]}, `;
    return `  contoso-${index}.net: { ${ttl}profile: parked, zone: { cloudflare: {} } }\n`;
  });
  return estateOf(`version: 1\ndomains:\n${domains.join("")}`);
}

async function synth(out: string, made: Estate, more: Partial<SynthesizeOptions> = {}): Promise<Synthesized> {
  const result = await synthesize({ estate: made, out, tool: TOOL, ...more });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result;
}

/** What a synth into an empty folder writes. */
async function cold(made: Estate): Promise<Readonly<Record<string, string>>> {
  const out = temporaryFolder();
  await synth(out, made);
  return filesIn(out);
}

const stack = (out: string, index: number) => join(out, "stacks", `contoso-${index}.net`, "cdk.tf.json");

describe("a synth into a folder with output in it", () => {
  test("makes the changed stacks alone, and leaves the bytes of a synth into an empty folder", async () => {
    const out = temporaryFolder();
    await synth(out, estate());
    const untouched = statSync(stack(out, 0), { bigint: true }).mtimeNs;
    const changed = estate({ 1: 300, 4: 300, 7: 300 });
    expect(await synth(out, changed)).toMatchObject({
      written: ["contoso-1.net", "contoso-4.net", "contoso-7.net"],
      unchanged: ["contoso-0.net", "contoso-2.net", "contoso-3.net", "contoso-5.net", "contoso-6.net"],
      removed: [],
    });
    expect(filesIn(out)).toEqual(await cold(changed));
    expect(statSync(stack(out, 0), { bigint: true }).mtimeNs).toBe(untouched);
  });

  test("writes nothing when nothing changed", async () => {
    const out = temporaryFolder();
    await synth(out, estate());
    const manifest = statSync(join(out, "manifest.json"), { bigint: true }).mtimeNs;
    expect(await synth(out, estate())).toMatchObject({ written: [], removed: [] });
    expect(statSync(join(out, "manifest.json"), { bigint: true }).mtimeNs).toBe(manifest);
  });

  test.each<[string, (out: string) => void]>([
    [
      "a stack that was edited",
      (out) => writeFileSync(stack(out, 2), `${readFileSync(stack(out, 2), "utf8")} `),
    ],
    ["a stack that was emptied", (out) => writeFileSync(stack(out, 2), "")],
    ["a stack that was deleted", (out) => rmSync(stack(out, 2))],
    ["two stacks that were exchanged", (out) => writeFileSync(stack(out, 2), readFileSync(stack(out, 3)))],
    ["a manifest that was edited", (out) => writeFileSync(join(out, "manifest.json"), "{}")],
    ["a manifest that was deleted", (out) => rmSync(join(out, "manifest.json"))],
    ["a cache that is no JSON", (out) => writeFileSync(join(out, CACHE_FILE), '{"tool":')],
    [
      "a cache of another form",
      (out) => writeFileSync(join(out, CACHE_FILE), JSON.stringify({ tool: TOOL, stacks: [1, null, {}] })),
    ],
    [
      "a cache with entries of another form",
      (out) => {
        const stacks = {
          "contoso-0.net": null,
          "contoso-1.net": ["x"],
          "contoso-2.net": [1, 2],
          "contoso-3.net": "x",
        };
        writeFileSync(join(out, CACHE_FILE), JSON.stringify({ tool: TOOL, stacks, manifest: 1 }));
      },
    ],
    ["a cache that was deleted", (out) => rmSync(join(out, CACHE_FILE))],
  ])("repairs %s", async (_, damage) => {
    const out = temporaryFolder();
    await synth(out, estate());
    const whole = filesIn(out);
    damage(out);
    await synth(out, estate());
    expect(filesIn(out)).toEqual(whole);
  });

  test("does not believe a cache that was made to fit edited output with another input", async () => {
    const out = temporaryFolder();
    await synth(out, estate());
    const cache = JSON.parse(readFileSync(join(out, CACHE_FILE), "utf8"));
    cache.stacks["contoso-2.net"] = cache.stacks["contoso-3.net"];
    writeFileSync(join(out, CACHE_FILE), JSON.stringify(cache));
    expect((await synth(out, estate())).written).toEqual(["contoso-2.net"]);
    expect(filesIn(out)).toEqual(await cold(estate()));
  });

  test("makes every stack anew for another build of the tool, and for none that is known", async () => {
    const out = temporaryFolder();
    await synth(out, estate());
    const whole = filesIn(out);
    expect((await synth(out, estate(), { tool: "another build" })).written).toHaveLength(8);
    expect((await synth(out, estate(), { tool: undefined })).written).toHaveLength(8);
    expect(readdirSync(out).sort()).toEqual(["manifest.json", "stacks"]);
    await synth(out, estate());
    expect(filesIn(out)).toEqual(whole);
  });

  test("makes every stack anew when the state moves elsewhere", async () => {
    const out = temporaryFolder();
    await synth(out, estate());
    const moved: Estate = {
      ...estate(),
      state: { type: "gcs", bucket: "contoso-tf", prefix: "mail/{stack}" },
    };
    expect((await synth(out, moved)).written).toHaveLength(8);
    expect(readFileSync(stack(out, 0), "utf8")).toContain('"prefix": "mail/contoso-0.net"');
  });

  test("takes domains that came and went into the manifest", async () => {
    const out = temporaryFolder();
    await synth(out, estate({}, 6));
    expect(await synth(out, estate({}, 8))).toMatchObject({ written: ["contoso-6.net", "contoso-7.net"] });
    expect(filesIn(out)).toEqual(await cold(estate({}, 8)));
    expect(await synth(out, estate({}, 5))).toMatchObject({
      written: [],
      removed: ["contoso-5.net", "contoso-6.net", "contoso-7.net"],
    });
    const last = await cold(estate({}, 8));
    const kept = Object.entries(filesIn(join(out, "removed")));
    expect(kept.map(([file, text]) => [file, JSON.parse(text)])).toEqual(
      [5, 6, 7].map((n) => [
        `contoso-${n}.net.json`,
        JSON.parse(last[`stacks/contoso-${n}.net/cdk.tf.json`] ?? ""),
      ]),
    );
    rmSync(join(out, "removed"), { recursive: true });
    expect(filesIn(out)).toEqual(await cold(estate({}, 5)));
  });

  test("forgets what it kept of a domain that comes back", async () => {
    const out = temporaryFolder();
    await synth(out, estate({}, 3));
    await synth(out, estate({}, 2));
    await synth(out, estate({}, 3));
    expect(filesIn(out)).toEqual(await cold(estate({}, 3)));
  });

  test("of named stacks alone leaves the others to the next whole synth", async () => {
    const out = temporaryFolder();
    await synth(out, estate());
    const changed = estate({ 1: 300, 4: 300 });
    expect((await synth(out, changed, { only: new Set(["contoso-1.net"]) })).written).toEqual([
      "contoso-1.net",
    ]);
    expect((await synth(out, changed)).written).toEqual(["contoso-4.net"]);
    expect(filesIn(out)).toEqual(await cold(changed));
  });
});

describe("a synth that fails", () => {
  /** The last domain's zone cannot be created: its account is unknown. The others could be made. */
  function broken(): Estate {
    const made = estate({ 0: 300 });
    const domains = made.domains.map((domain, index) =>
      index < 7
        ? domain
        : {
            ...domain,
            zone: {
              host: "cloudflare" as const,
              name: domain.name,
              declaredBy: domain.name,
              source: { by: "creation" as const, dnssec: false },
            },
          },
    );
    return { ...made, domains };
  }

  test("leaves the output of before, whole, and nothing of its own", async () => {
    const out = temporaryFolder();
    await synth(out, estate());
    const before = filesIn(out);
    await expect(synth(out, broken())).rejects.toThrow(
      "zone contoso-7.net: accountId: a zone is created in an account",
    );
    expect(filesIn(out)).toEqual(before);
    expect(readdirSync(out).sort()).toEqual([CACHE_FILE, "manifest.json", "stacks"].sort());
    expect((await synth(out, estate())).written).toEqual([]);
  });

  test("leaves an empty folder empty", async () => {
    const out = temporaryFolder();
    await expect(synth(out, broken())).rejects.toThrow("a zone is created in an account");
    expect(readdirSync(out)).toEqual([]);
  });

  test("half-way through moving its output leaves no cache that speaks of it, and the next repairs all", async () => {
    const out = temporaryFolder();
    await synth(out, estate());
    const changed = estate({ 0: 300, 3: 300, 5: 300 });
    // A folder where the stack's file belongs cannot be replaced by a file.
    rmSync(stack(out, 3));
    mkdirSync(join(stack(out, 3), "in-the-way"), { recursive: true });
    await expect(synth(out, changed)).rejects.toThrow(/EISDIR|ENOTEMPTY|EEXIST/);
    expect(readdirSync(out).sort()).toEqual(["manifest.json", "stacks"]);
    rmSync(stack(out, 3), { recursive: true });
    expect((await synth(out, changed)).written).toHaveLength(8);
    expect(filesIn(out)).toEqual(await cold(changed));
  });

  test("of an estate that is wrong touches nothing, and tells every problem", async () => {
    const out = temporaryFolder();
    await synth(out, estate());
    const before = filesIn(out);
    const wrong = estateOf(`version: 1
domains:
  contoso-0.net: { profile: parked, zone: { cloudflare: {} }, dmarc: { rua: [dmarc@contoso.net] } }
  contoso-1.net: { profile: parked, zone: { cloudflare: {} }, import: { Mx: ${"f".repeat(32)} } }
`);
    const result = await synthesize({ estate: wrong, out, tool: TOOL });
    expect(
      result.ok ? [] : result.problems.map(({ file, line, path }) => [file, line, path?.slice(2)]),
    ).toEqual([
      ["estate.yaml", 3, ["dmarc", "rua", 0]],
      ["estate.yaml", 4, ["import", "Mx"]],
    ]);
    expect(filesIn(out)).toEqual(before);
  });
});

describe("a cached stack does not hide a conflict with one that changed", () => {
  const text = (value: string) => `version: 1
domains:
  contoso.com:
    profile: parked
    zone: { cloudflare: {} }
    records: { verify: { type: TXT, name: news, value: "${value}" } }
  news.contoso.com: { profile: parked, records: { verify: { type: TXT, value: MS=ms1 } } }
`;

  test("in the domain above or below it", async () => {
    const out = temporaryFolder();
    await synth(out, estateOf(text("MS=ms2")));
    const result = await synthesize({ estate: estateOf(text("MS=ms1")), out, tool: TOOL });
    expect(result.ok ? [] : result.problems.map(({ message }) => message)).toEqual([
      "the same TXT record is declared twice at news.contoso.com",
    ]);
  });

  test("nor an alias in another zone that an MX points at", async () => {
    const mx = (type: string) => `version: 1
tenants: { contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2025-05-01 } }
domains:
  contoso.com: { tenant: contoso, profile: receive-only, zone: { cloudflare: {} }, mx: { host: mx.contoso.net } }
  contoso.net: { profile: parked, zone: { cloudflare: {} }, records: { mx: { name: mx, ${type} } } }
`;
    const out = temporaryFolder();
    await synth(out, estateOf(mx("type: A, address: 192.0.2.25")));
    const aliased = estateOf(mx("type: CNAME, target: mail.fabrikam.com"));
    const result = await synthesize({ estate: aliased, out, tool: TOOL });
    expect(result.ok ? [] : result.problems.map(({ message }) => message)).toEqual([
      "MX host mx.contoso.net is an alias",
    ]);
  });
});
