import { readFileSync } from "node:fs";
import { join } from "node:path";
import { renderSenderCatalogue } from "../../../lib/senders/render";

// npm run docs writes it.
const PAGE = join(__dirname, "../../../docs/reference/senders.md");

describe("docs/reference/senders.md", () => {
  it("is what the catalogue says", () => {
    expect(readFileSync(PAGE, "utf8")).toBe(renderSenderCatalogue());
  });
});
