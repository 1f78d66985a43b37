import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { folderWith, write } from "./command";

/** As it is built: what runs from sources makes every stack anew. */
const CLI = join(__dirname, "../../dist/cli/main.js");

const tenant = (name: string, group: string) =>
  `  ${name}: { initialDomain: ${name}.onmicrosoft.com, identity: { sspr: { group: ${group}, users: [a@${name}.onmicrosoft.com] } } }\n`;
const estate = (...groups: readonly string[]) =>
  `version: 1\ntenants:\n${["contoso", "fabrikam", "adatum"]
    .map((name, at) => tenant(name, groups[at] ?? "sg-reset"))
    .join("")}domains: {}\n`;

/** The steps in what a command said, and the tenants that they are for. */
function steps(folder: string, ...args: readonly string[]) {
  const { status, stderr } = spawnSync(process.execPath, [CLI, ...args], { cwd: folder, encoding: "utf8" });
  expect(status).toBe(0);
  return stderr.split("\n").filter((line) => /^Turn on self-service|^ {2}4\. /.test(line));
}

test("the switch for password reset is told once for all tenants, and again only for those that change", () => {
  const folder = folderWith({ "estate.yaml": estate() });
  expect(steps(folder, "synth", "estate.yaml")).toEqual([
    "Turn on self-service password reset for the group, once per tenant; Microsoft Graph has no API for it:",
    '  4. Choose the group under "Select group", then Save: "sg-reset" in adatum, contoso, fabrikam.',
  ]);
  expect(steps(folder, "synth", "estate.yaml")).toEqual([]);
  expect(steps(folder, "check", "estate.yaml")).toEqual([]);
  expect(steps(folder, "records", "estate.yaml")).toEqual([]);
  write(folder, "estate.yaml", estate("sg-reset", "sg-other"));
  expect(steps(folder, "synth", "estate.yaml")).toEqual([
    "Turn on self-service password reset for the group, once per tenant; Microsoft Graph has no API for it:",
    '  4. Choose the group "sg-other" under "Select group", then Save.',
  ]);
});
