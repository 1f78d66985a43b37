import { incidentHtml } from "../../../../lib/report/incident/html";
import { incidentMarkdown } from "../../../../lib/report/incident/markdown";
import { HOSTILE } from "../../incident/incident";

it("Markdown: what strangers wrote is text of its cell, and nobody is called", () => {
  const report = incidentMarkdown(HOSTILE);
  expect(report).toContain("# Incident 2026-11-28: alex@<!-- -->contoso.com");
  expect(report).toContain("**forwarding**\n\n- none");
  expect(report).toContain("&lt;script&gt;alert(1)&lt;/script&gt; \\| @<!-- -->everyone # no\\\\u001b");
  expect(report).toContain("| block the sign-in | done | accountEnabled false |");
  expect(report).toContain("| end forwarding | came back | \\[x\\](http:<!-- -->//example.net) |");
  for (const sign of ["\u001b", "\u202e", "<script"]) expect(report).not.toContain(sign);
  expect(report).toContain("Release the account");
  expect(incidentMarkdown({ ...HOSTILE, released: "2026-11-29T08:00:00Z" })).not.toContain(
    "Release the account",
  );
  expect(incidentMarkdown({ ...HOSTILE, log: [] })).toContain("Nobody has looked yet.");
});

it("HTML: nothing is markup, and nothing is loaded", () => {
  const page = incidentHtml(HOSTILE);
  expect(page).toContain(
    "&lt;script&gt;alert(1)&lt;/script&gt; | @everyone\n# no\\u001b[2J\\u202e&quot; deletes",
  );
  expect(page).toContain("<tr><td>block the sign-in</td><td>done</td><td>accountEnabled false</td></tr>");
  for (const sign of ["\u001b", "\u202e", "<script", "src=", "href="]) expect(page).not.toContain(sign);
  expect(page).toContain("default-src 'none'");
});
