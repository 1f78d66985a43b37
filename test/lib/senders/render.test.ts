import { readFileSync } from "node:fs";
import { join } from "node:path";
import { renderSenderCatalogue } from "../../../lib/senders/render";

// To render it anew after a change of the catalogue:
//   npm run build && node -e 'process.stdout.write(require("./dist/lib/senders/render").renderSenderCatalogue())' > docs/reference/senders.md
const PAGE = join(__dirname, "../../../docs/reference/senders.md");

describe("docs/reference/senders.md", () => {
  it("is what the catalogue says", () => {
    expect(readFileSync(PAGE, "utf8")).toBe(renderSenderCatalogue());
  });
});
