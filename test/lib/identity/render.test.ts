import { readFileSync } from "node:fs";
import { join } from "node:path";
import { renderExchangeBaselines } from "../../../lib/exchange/render";
import { renderBaselines } from "../../../lib/identity/render";
import { renderSettingBaselines } from "../../../lib/identity/settings/render";

// npm run docs writes it.
const PAGE = join(__dirname, "../../../docs/reference/baselines.md");

describe("docs/reference/baselines.md", () => {
  it("is what the baselines say", () => {
    expect(readFileSync(PAGE, "utf8")).toBe(
      [renderBaselines(), renderSettingBaselines(), renderExchangeBaselines()].join("\n"),
    );
  });
});
