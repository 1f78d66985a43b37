import { cloudflare, planJson } from "../lib/review/plan-json";
import { folderWith, mailHygiene } from "./command";

const policy = (p: string) =>
  cloudflare("TXT", "_dmarc.contoso.com", `"v=DMARC1; p=${p}; rua=mailto:dmarc@contoso.com;"`);
const WEAKER = planJson([
  {
    address: "cloudflare_dns_record.dmarc",
    type: "cloudflare_dns_record",
    before: policy("reject"),
    after: policy("none"),
  },
]);
const SAME = planJson([
  {
    address: "cloudflare_dns_record.dmarc",
    type: "cloudflare_dns_record",
    before: policy("reject"),
    after: policy("reject"),
  },
]);
const ESTATE = `version: 1
domains: { contoso.com: { profile: parked, zone: { cloudflare: {} } } }
review: { limits: { dmarcWeakened: allow } }
rules: { suppress: [{ rule: parked-dmarc, reason: moving out }] }
`;

test("a limit stops with exit code 1, and its word lets it pass", async () => {
  const folder = folderWith({ "contoso.com/plan.json": WEAKER });
  const stopped = await mailHygiene(folder, "review", "contoso.com/plan.json");
  expect(stopped.code).toBe(1);
  expect(stopped.out).toContain(
    "the DMARC policy of contoso.com is milder than before: if this is intended, --allow dmarc-weakened=contoso.com\n",
  );
  expect(
    (await mailHygiene(folder, "review", "contoso.com/plan.json", "--allow", "dmarc-weakened=contoso.com"))
      .code,
  ).toBe(0);
  expect(
    (await mailHygiene(folder, "review", "contoso.com/plan.json", "--allow", "dmarc-weakened=contoso.net"))
      .code,
  ).toBe(1);
});

test("the estate says what a domain is for, what is allowed, and which findings are accepted", async () => {
  const folder = folderWith({ "plan.json": WEAKER, "estate.yaml": ESTATE });
  const { code, out } = await mailHygiene(folder, "review", "plan.json", "-e", "estate.yaml", "-f", "json");
  const told = JSON.parse(out);
  expect(told.exceeded).toEqual([
    {
      limit: "dmarc-weakened",
      subject: "contoso.com",
      message: "the DMARC policy of contoso.com is milder than before",
      allowedBy: "the estate",
    },
  ]);
  expect(told.accepted.map(({ rule, reason }: { rule: string; reason: string }) => [rule, reason])).toEqual([
    ["parked-dmarc", "moving out"],
  ]);
  expect(code).toBe(0);
});

test("plans in which nothing changes say so in one line", async () => {
  const folder = folderWith({ "a.json": SAME });
  expect(await mailHygiene(folder, "review", "a.json")).toEqual({
    code: 0,
    out: "Nothing of mail or sign-ins changes\n",
    err: "",
  });
  const sarif = JSON.parse((await mailHygiene(folder, "review", "a.json", "-f", "sarif")).out);
  expect(sarif.runs[0].results).toEqual([]);
});

test("several broken plans are told at once, and nothing is reviewed", async () => {
  const folder = folderWith({ "a.json": "{", "b.json": SAME, "c/readme": "" });
  expect(await mailHygiene(folder, "review", "a.json", "b.json", "c", "d.json")).toEqual({
    code: 1,
    out: "",
    err: `c: a folder without run.json; name a plan, the folder of a run, or an output folder
d.json: no such file or folder
a.json: not a plan, got text that is no JSON; expected what terraform show -json prints of a saved plan; terraform plan -out=plan.bin && terraform show -json plan.bin > plan.json
3 problems; nothing was reviewed
`,
  });
});

test("a limit that there is not is misuse", async () => {
  const ended = await mailHygiene(folderWith({ "a.json": SAME }), "review", "a.json", "--allow", "mx");
  expect([ended.code, ended.out]).toEqual([2, ""]);
  expect(ended.err).toContain("--allow: no such limit, got");
});
