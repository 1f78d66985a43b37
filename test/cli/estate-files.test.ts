import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { estateFilesIn } from "../../cli/estate-files";
import { loadEstate } from "../../lib/estate";

describe("estate files on disk", () => {
  const folder = mkdtempSync(join(tmpdir(), "estate-"));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  const files = estateFilesIn(folder, "estate.yaml");

  beforeAll(() => {
    write("estate.yaml", "version: 1\ndomains: !include domains/*.yaml\n");
    write("domains/b.yaml", "contoso.net: { profile: parked, zone: { cloudflare: {} } }\n");
    write("domains/a.yaml", "contoso.com: { profile: parked, zone: { cloudflare: {} } }\n");
    write("domains/.hidden.yaml", "x: 1\n");
    write("domains/notes.txt", "x\n");
    write("domains/eu/c.yaml", "contoso.eu: { profile: parked, zone: { cloudflare: {} } }\n");
    write("other/main.yaml", "version: 1\ndomains: !include ../domains/a.yaml\n");
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ["domains/*.yaml", "estate.yaml", ["domains/a.yaml", "domains/b.yaml"]],
    ["./domains/*.yaml", "estate.yaml", ["domains/a.yaml", "domains/b.yaml"]],
    ["domains/**/*.yaml", "estate.yaml", ["domains/a.yaml", "domains/b.yaml", "domains/eu/c.yaml"]],
    ["*/*.yaml", "domains/a.yaml", ["domains/eu/c.yaml"]],
    ["../domains/{a,b}.yaml", "other/main.yaml", ["domains/a.yaml", "domains/b.yaml"]],
    ["domains/a.yaml", "estate.yaml", ["domains/a.yaml"]],
    ["domains", "estate.yaml", []],
    ["domains/z.yaml", "estate.yaml", []],
    ["nowhere/*.yaml", "estate.yaml", []],
  ])("the pattern %s in %s stands for %j", (pattern, relativeTo, paths) => {
    expect(files.glob(pattern, relativeTo)).toEqual(paths);
  });

  test("are loaded with their includes", () => {
    const loaded = loadEstate("estate.yaml", files);
    expect(loaded.ok && loaded.estate.domains.map(({ name }) => name)).toEqual([
      "contoso.com",
      "contoso.net",
    ]);
    expect(loaded.ok && loaded.estate.locate("contoso.com", ["profile"])).toMatchObject({
      file: "domains/a.yaml",
      line: 1,
      column: 25,
    });
  });

  test("that cannot be read are named as the user named them, without this machine's folders", () => {
    expect(loadEstate("missing.yaml", files)).toEqual({
      ok: false,
      problems: [
        {
          file: "missing.yaml",
          line: 1,
          column: 1,
          path: [],
          message: "the file cannot be read",
          received: "missing.yaml: no such file",
        },
      ],
    });
    expect(() => files.read("domains")).toThrow("domains: a folder, not a file");
  });
});
