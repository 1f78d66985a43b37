import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "../cli/main";
import { temporaryFolder } from "./support/temp";

const readme = readFileSync(join(__dirname, "../README.md"), "utf8");

/** The text of the first fenced block that holds the given words. */
function block(words: string): string {
  const found = [...readme.matchAll(/^```\w+\n(.*?)^```$/gms)].map(([, text = ""]) => text);
  return found.find((text) => text.includes(words)) ?? "";
}

/** What a command prints when it is run beside an estate file. */
async function printed(estate: string, ...args: string[]): Promise<string> {
  const folder = temporaryFolder();
  writeFileSync(join(folder, "estate.yaml"), estate);
  let text = "";
  const write = (more: string) => {
    text += more;
  };
  await run(args, { out: write, err: write, folder });
  return text;
}

const estate = block("# estate.yaml");

test("the README's records are those of its estate", async () => {
  expect(await printed(estate, "records", "estate.yaml")).toBe(
    block("$ mail-hygiene records estate.yaml").replace(/^\$.*\n/, ""),
  );
});

test("the README's problems are those of its estate with four slips", async () => {
  const slips = estate
    .replace("tenant: contoso\n", "tenant: contosso\n")
    .replace("203.0.113.25]", "203.0.113.256]")
    .replace("mailchimp]", "mailchip]")
    .replace("policy: quarantine", "polcy: quarantine");
  expect(await printed(slips, "synth", "estate.yaml")).toBe(
    block("$ mail-hygiene synth estate.yaml\n").replace(/^\$.*\n/, ""),
  );
});
