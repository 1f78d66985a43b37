import { readFileSync } from "node:fs";
import { join } from "node:path";
import { renderRules } from "../../../lib/rules/render";

// npm run docs writes it.
const PAGE = join(__dirname, "../../../docs/reference/rules.md");

test("docs/reference/rules.md is what the rules say", () => {
  expect(readFileSync(PAGE, "utf8")).toBe(renderRules());
});
