import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { setTimeout as pause } from "node:timers/promises";
import { ESTATE, folderWith, mailHygiene } from "./command";

const CLI = join(__dirname, "../../dist/cli/main.js");

/** What the command prints whose standard input gets these parts, each after a while. */
async function piped(folder: string, parts: readonly string[], ...args: readonly string[]) {
  const command = spawn(process.execPath, [CLI, ...args], { cwd: folder });
  const [out, err, closed] = [text(command.stdout), text(command.stderr), once(command, "close")];
  for (const part of parts) {
    await pause(150);
    command.stdin.write(part);
  }
  command.stdin.end();
  const [code] = await closed;
  return { code, out: await out, err: await err };
}

describe("an estate from standard input", () => {
  test("is read to its end, however slowly it comes", async () => {
    const folder = folderWith({ "estate.yaml": ESTATE });
    const halves = [ESTATE.slice(0, 100), ESTATE.slice(100)];
    expect(await piped(folder, halves, "records", "-")).toEqual(
      await mailHygiene(folder, "records", "estate.yaml"),
    );
  });

  test("includes files that are relative to the working folder", async () => {
    const folder = folderWith({
      "parked/a.yaml": "contoso.net: { profile: parked, zone: { cloudflare: {} } }\n",
    });
    const { code, out } = await piped(
      folder,
      ["version: 1\ndomains: !include parked/*.yaml\n"],
      "records",
      "-",
    );
    expect([code, out]).toEqual([0, expect.stringContaining("contoso.net")]);
  });

  test("is told with its lines, which are read once", async () => {
    const { code, err } = await piped(
      folderWith({}),
      ["version: 1\ndomains: { contoso.net: { profile: park, zone: { cloudflare: {} } } }\n"],
      "check",
      "-",
    );
    expect([code, err]).toEqual([
      1,
      expect.stringMatching(/^-:2:36: domains\["contoso\.net"\]\.profile: .*parked\n1 problem;/),
    ]);
  });

  test("is not a file of that name, which ./- is", async () => {
    const folder = folderWith({ "-": ESTATE });
    expect((await piped(folder, [""], "records", "-")).code).toBe(1);
    expect((await piped(folder, [""], "records", "./-")).code).toBe(0);
  });
});
