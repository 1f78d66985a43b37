import { auditHtml } from "../../../lib/report/audit-html";
import type { Finding } from "../../../lib/rules/finding";

const finding = (subject: string, level: Finding["level"], message: string): Finding => ({
  rule: "spf-missing",
  level,
  source: "observed",
  subject,
  of: "domain",
  message,
  where: {},
});

const PAGE = {
  domains: ["contoso.com", "fabrikam.com", "northwindtraders.com"],
  findings: [
    finding("contoso.com", "note", "plain"),
    finding("fabrikam.com", "error", `</li><script>alert("1")</script>&'\u202e\u001b[2J`),
    finding("else.example", "warning", "of a domain that was not asked for"),
  ],
  notJudged: [],
  scores: [
    { list: "scuba", met: 2, judged: 3 },
    { list: "cis", met: 0, judged: 0 },
  ] as const,
  unanswered: ["<b>: no answer"],
};

test("text from outside is text, and the page loads and runs nothing", () => {
  const page = auditHtml(PAGE);
  expect(page).toContain(
    "&lt;/li&gt;&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt;&amp;&#39;\\u202e\\u001b[2J",
  );
  expect(page).toContain("<li>&lt;b&gt;: no answer</li>");
  expect(page).not.toMatch(/<script|<b>|\bsrc=|\bhref=|\bon\w+=/);
  expect(page).not.toContain("\u001b");
  expect(page).toContain("default-src 'none'");
});

test("what is worst comes first, domains without findings are named, and only lists with judged controls have a score", () => {
  const page = auditHtml(PAGE);
  const titles = [...page.matchAll(/<h2>(.*)<\/h2>/g)].map(([, title]) => title);
  expect(titles).toEqual([
    "No answer",
    "fabrikam.com",
    "else.example",
    "contoso.com",
    "northwindtraders.com",
  ]);
  expect(page).toContain("<p>no findings</p>");
  expect(page).toContain("<tr><td>scuba</td><td>2 of 3</td><td>66 %</td></tr>");
  expect(page).not.toContain("<td>cis</td>");
  expect(auditHtml(PAGE)).toBe(page);
});
