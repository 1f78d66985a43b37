import { existsSync, mkdirSync, rmSync, statfsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fill, smallDisk } from "../support/small-disk";
import { filesIn, mailHygiene } from "./command";

describe("a disk that is full", () => {
  const disk = smallDisk(2);
  const onDisk = disk ? test : test.skip;
  // Before the folder that it is mounted on goes.
  afterAll(() => disk?.close());

  function project(name: string): string {
    const folder = join(disk?.folder ?? "", name);
    mkdirSync(folder);
    return folder;
  }

  const estate = (ttl: number) =>
    `version: 1
defaults: { zone: { cloudflare: { zoneName: contoso.com } } }
domains:
${Array.from({ length: 20 }, (_, at) => `  d${at}.contoso.com: { profile: parked, ttl: ${ttl} }\n`).join("")}`;

  onDisk(
    "a synth that finds no room, at its lock or half-way, says where and leaves what was there",
    async () => {
      const folder = project("synth");
      const out = join(folder, "cdktf.out");
      const file = join(folder, "estate.yaml");
      writeFileSync(file, estate(300));
      expect((await mailHygiene(folder, "synth", "estate.yaml")).code).toBe(0);
      writeFileSync(file, estate(600));
      const before = filesIn(out);
      for (const free of [0, 2, 6, 12]) {
        const { bavail, bsize } = statfsSync(folder);
        const filler = fill(folder, Math.floor((bavail * bsize) / 4096) - free);
        const { code, out: printed, err } = await mailHygiene(folder, "synth", "estate.yaml");
        expect([free, code, printed, err]).toEqual([
          ...[free, 1, ""],
          expect.stringMatching(
            /^mail-hygiene: cannot write in \S+cdktf\.out: no space is left on the disk; make room \(ENOSPC: [^\n]*\)\n$/,
          ),
        ]);
        expect(filesIn(out)).toEqual(before);
        rmSync(filler);
      }
      expect(await mailHygiene(folder, "synth", "estate.yaml")).toMatchObject({
        code: 0,
        out: "20 stacks written to cdktf.out\n",
      });
    },
  );

  onDisk("an init that finds no room leaves no half of an estate", async () => {
    const folder = project("init");
    const filler = fill(folder);
    const about = ["--domain", "contoso.com", "--tenant", "contoso.onmicrosoft.com", "--host", "cloudflare"];
    const init = () => mailHygiene(folder, "init", ...about, "--added-before", "2026-07-01");
    expect(await init()).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringContaining("estate.yaml: the disk is full\nnothing was written\n"),
    });
    expect(existsSync(join(folder, "estate.yaml"))).toBe(false);
    rmSync(filler);
    expect((await init()).code).toBe(0);
  });
});
