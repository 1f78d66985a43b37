import { readFileSync } from "node:fs";
import { join } from "node:path";
import { buildSync } from "esbuild";
import { ROOT } from "./packed";

/** The programs that the package ships as one file each. */
const PROGRAMS = [
  "provider/main.ts",
  "sandbox/cloud/main.ts",
  "sandbox/providers/azuread/main.ts",
  "sandbox/providers/cloudflare/main.ts",
];

const notices = readFileSync(join(ROOT, "dist", "THIRD-PARTY-NOTICES.txt"), "utf8");

/** The folders of the packages that esbuild puts into the programs. */
function bundledPackages(): readonly string[] {
  const { metafile } = buildSync({
    absWorkingDir: ROOT,
    entryPoints: PROGRAMS,
    outdir: "unwritten",
    write: false,
    bundle: true,
    platform: "node",
    metafile: true,
  });
  const folders = Object.keys(metafile.inputs).flatMap(
    (path) => /^.*node_modules\/(?:@[^/]+\/)?[^/]+(?=\/)/.exec(path) ?? [],
  );
  return [...new Set(folders)].sort();
}

test("every package in the bundled programs has its notice, and no other has one", () => {
  const bundled = bundledPackages().map((folder) => {
    const { name, version, license } = JSON.parse(readFileSync(join(ROOT, folder, "package.json"), "utf8"));
    return `${name} ${version} (${license})`;
  });
  expect(bundled.length).toBeGreaterThan(20);
  const [, ...parts] = notices.split(`\n\n${"=".repeat(80)}\n\n`);
  const headings = parts.map((part) => part.split("\n", 1)[0] ?? "");
  expect(headings.filter((heading) => !heading.startsWith("The schema of "))).toEqual(bundled);
});

test.each([
  ["protobufjs", "Copyright (c) 2016, Daniel Wirtz"],
  ["@msgpack/msgpack", "Copyright 2019 The MessagePack Community."],
  ["ipaddr.js", "Copyright (C) 2011-2017 whitequark"],
  ["lodash.camelcase", "Copyright jQuery Foundation and other contributors"],
  ["dns-packet", "Copyright (c) 2016 Mathias Buus"],
])("the notice of %s holds the words of its licence", (name, words) => {
  const part = notices.split("=".repeat(80)).find((text) => text.trimStart().startsWith(`${name} `));
  expect(part).toContain(words);
});
