import { writeFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { literal } from "../../../constructs/terraform/text";
import { temporaryFolder } from "../../support/temp";
import { terraform } from "../../support/terraform";

/** What Terraform itself makes of strings in a JSON configuration. */
function readByTerraform(values: readonly string[]): unknown {
  const folder = temporaryFolder();
  const output = Object.fromEntries(values.map((value, index) => [`v${index}`, { value: literal(value) }]));
  writeFileSync(join(folder, "main.tf.json"), JSON.stringify({ output }));
  terraform(folder, "init");
  terraform(folder, "apply", "-auto-approve");
  const read: Record<string, { value: string }> = JSON.parse(terraform(folder, "output", "-json"));
  return values.map((_, index) => read[`v${index}`]?.value);
}

test("Terraform reads every text as it was written", () => {
  const written = [
    "v=spf1 exists:%{i}._spf.%{d} -all",
    "v=spf1 include:%{ir}.%{v}._spf.contoso.com ~all",
    "`${value}`",
    "$${already} $$${twice} %%{x} %%%{y}",
    "$ % { } ${ %{ $${ %%{",
    "$$$$",
    '"quoted" \\ back',
    ...fc.sample(
      fc
        .array(fc.constantFrom("$", "%", "{", "}", "a", "if", " ", "~", '"', "\\", "é"), { maxLength: 12 })
        .map((parts) => parts.join("")),
      { numRuns: 120, seed: 7208 },
    ),
  ];
  expect(readByTerraform(written)).toEqual(written);
});
