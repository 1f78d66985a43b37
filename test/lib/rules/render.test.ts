import { readFileSync } from "node:fs";
import { join } from "node:path";
import { renderRules } from "../../../lib/rules/render";

// To render it anew after a change of a rule:
//   npm run build && node -e 'process.stdout.write(require("./dist/lib/rules/render").renderRules())' > docs/reference/rules.md
const PAGE = join(__dirname, "../../../docs/reference/rules.md");

test("docs/reference/rules.md is what the rules say", () => {
  expect(readFileSync(PAGE, "utf8")).toBe(renderRules());
});
