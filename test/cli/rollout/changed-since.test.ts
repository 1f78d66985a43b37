import { join } from "node:path";
import { changedSince } from "../../../cli/rollout/changed-since";
import { ESTATE, folderWith, mailHygiene, write } from "../command";

test("only stacks whose configuration differs are planned, and those that left are told", async () => {
  const folder = folderWith({ "base/estate.yaml": ESTATE });
  write(
    folder,
    "estate.yaml",
    `${ESTATE.replace("192.0.2.25", "192.0.2.26").replace(/^ {2}contoso\.net.*\n/m, "")}  contoso.org: { profile: parked, zone: { cloudflare: {} } }\n`,
  );
  expect((await mailHygiene(folder, "synth", "base/estate.yaml", "--out", "base.out", "-q")).code).toBe(0);
  expect((await mailHygiene(folder, "synth", "estate.yaml", "--out", "out", "-q")).code).toBe(0);
  const names = ["contoso.com", "contoso.org", "shop.contoso.com"];
  expect(changedSince(names, names, join(folder, "out"), "base.out", folder)).toEqual({
    changed: ["contoso.org", "shop.contoso.com"],
    gone: ["contoso.net"],
  });
});

test("an estate that is the same plans nothing", async () => {
  const folder = folderWith({ "estate.yaml": ESTATE });
  await mailHygiene(folder, "synth", "estate.yaml", "--out", "base.out", "-q");
  const ended = await mailHygiene(folder, "plan", "estate.yaml", "--changed-since", "base.out");
  expect([ended.code, ended.out]).toEqual([0, ""]);
  expect(ended.err).toContain("no stack differs from base.out; nothing to plan\n");
});

test("a folder that synth did not write is misuse", async () => {
  const folder = folderWith({ "estate.yaml": ESTATE });
  const ended = await mailHygiene(folder, "plan", "estate.yaml", "--changed-since", "nowhere");
  expect(ended.code).toBe(2);
  expect(ended.err).toContain("--changed-since nowhere: no output of synth; mail-hygiene synth");
});
