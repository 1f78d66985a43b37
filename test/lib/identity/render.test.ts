import { readFileSync } from "node:fs";
import { join } from "node:path";
import { renderBaselines } from "../../../lib/identity/render";

// To render it anew after a change of the baselines:
//   npm run build && node -e 'process.stdout.write(require("./dist/lib/identity/render").renderBaselines())' > docs/reference/baselines.md
const PAGE = join(__dirname, "../../../docs/reference/baselines.md");

describe("docs/reference/baselines.md", () => {
  it("is what the baselines say", () => {
    expect(readFileSync(PAGE, "utf8")).toBe(renderBaselines());
  });
});
