import { join } from "node:path";
import { cloudflare, planJson } from "../lib/review/plan-json";
import { folderWith, mailHygiene, write } from "./command";

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

test("mail that still goes to the own relay passes, and so does a goal of a pack that is not met yet", async () => {
  const zone = "exchange2019.nl";
  const created = (name: string, after: Record<string, unknown>) => ({
    address: `cloudflare_dns_record.${name}`,
    type: "cloudflare_dns_record",
    after,
  });
  const folder = folderWith({
    "estate.yaml": `version: 1
rules: { packs: [recommended, scuba] }
tenants: { contoso: { initialDomain: exchange2019.onmicrosoft.com, domainsAddedBefore: 2025-05-01 } }
defaults: { tenant: contoso, zone: { cloudflare: {} } }
domains:
  ${zone}:
    profile: eop-onpremises
    mx: { host: smtphost.${zone} }
    onPremises: { egress: [203.0.113.25] }
    dmarc: { policy: none, rua: ["mailto:dmarc@${zone}"], ruf: ["mailto:dmarc@${zone}"] }
`,
    "plan.json": planJson([
      created("Mx", { ...cloudflare("MX", zone, `smtphost.${zone}`), priority: 0 }),
      created(
        "Spf",
        cloudflare("TXT", zone, '"v=spf1 ip4:203.0.113.25 include:spf.protection.outlook.com -all"'),
      ),
      created(
        "Dmarc",
        cloudflare(
          "TXT",
          `_dmarc.${zone}`,
          `"v=DMARC1; p=none; rua=mailto:dmarc@${zone}; ruf=mailto:dmarc@${zone};"`,
        ),
      ),
    ]),
  });
  const { code, out } = await mailHygiene(folder, "review", "plan.json", "-e", "estate.yaml");
  expect([code, out]).toEqual([0, expect.stringContaining("[dmarc-policy-none]")]);
  expect(out).not.toMatch(/mx-unresolvable|new error/);
  expect((await mailHygiene(folder, "synth", "estate.yaml")).code).toBe(0);
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

const RUN = {
  version: 1,
  command: "plan",
  estate: "",
  terraform: { product: "terraform", version: "1.11.4" },
  startedAt: "2026-11-28T01:00:00Z",
  resumedAt: [],
  parallel: 1,
  stacks: { "contoso.com": { status: "planned", config: "", after: [], seconds: {} } },
};

test("in a sandbox's environment the runs of the sandbox count, whatever the folder has from before", async () => {
  const shadows = folderWith({});
  const folder = folderWith({
    "older/stacks/contoso.com/cdk.tf.json": "{}",
    "earlier/runs/20261101T000000Z-plan/run.json": JSON.stringify(RUN),
    "earlier/runs/20261101T000000Z-plan/contoso.com/plan.json": WEAKER,
    "mine/runs/20261101T000000Z-plan/run.json": JSON.stringify(RUN),
    "mine/runs/20261101T000000Z-plan/contoso.com/plan.json": SAME,
  });
  const shadow = join(shadows, folder);
  for (const out of ["older", "earlier", "new"]) {
    write(shadow, `${out}/runs/20261128T000000Z-plan/run.json`, JSON.stringify(RUN));
    write(shadow, `${out}/runs/20261128T000000Z-plan/contoso.com/plan.json`, SAME);
  }
  write(shadow, "mine/stacks/contoso.com/terraform.tfstate", "{}");
  const before = { ...process.env };
  process.env.MAIL_HYGIENE_SANDBOX = shadows;
  try {
    for (const out of ["older", "earlier", "new", "mine"]) {
      expect(await mailHygiene(folder, "review", out)).toMatchObject({ code: 0, err: "" });
    }
  } finally {
    process.env = before;
  }
  expect((await mailHygiene(folder, "review", "earlier")).code).toBe(1);
});

test("latest is the youngest run of an output folder, as for --resume", async () => {
  const run = (time: string, plan: string) => ({
    [`out/runs/${time}-plan/run.json`]: JSON.stringify(RUN),
    [`out/runs/${time}-plan/contoso.com/plan.json`]: plan,
  });
  const folder = folderWith({
    ...run("20261128T010000Z", SAME),
    ...run("20261128T020000Z", WEAKER),
    "./latest": SAME,
  });
  const { code, out } = await mailHygiene(folder, "review", "latest", "--out", "out");
  expect([code, out]).toEqual([1, expect.stringContaining("--allow dmarc-weakened=contoso.com")]);
  expect(await mailHygiene(folder, "review", "out")).toEqual({ code, out, err: "" });
  expect((await mailHygiene(folder, "review", "./latest")).code).toBe(0);
  expect(await mailHygiene(folder, "review", "latest")).toMatchObject({
    code: 1,
    err: "cdktf.out: no such file or folder\n1 problem; nothing was reviewed\n",
  });
  expect(await mailHygiene(folder, "review")).toEqual({
    code: 2,
    out: "",
    err: "mail-hygiene: no plan named: mail-hygiene review latest, or review <plan...>\n",
  });
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

test("the base branch's estate sets the limits, and what it had and the change has not is told", async () => {
  const base = `version: 1
domains:
  contoso.com: { profile: parked, zone: { cloudflare: {} } }
  fabrikam.com: { profile: parked, zone: { cloudflare: {} } }
`;
  const folder = folderWith({ "plan.json": WEAKER, "estate.yaml": ESTATE, "base/estate.yaml": base });
  const files = ["-e", "estate.yaml", "-b", "base/estate.yaml"];
  const stopped = await mailHygiene(folder, "review", "plan.json", ...files);
  expect(stopped.code).toBe(1);
  // The change allows itself what the base does not.
  expect(stopped.out).toContain("--allow dmarc-weakened=contoso.com\n");
  expect(stopped.out).toContain("--allow not-judged=fabrikam.com\n");
  const gone = await mailHygiene(folder, "review", ...files);
  expect(gone.code).toBe(1);
  expect(gone.out).toContain(
    "fabrikam.com has left the estate: what it published stays, and nobody looks after it; mail-hygiene destroy --orphans takes it away\n",
  );
  expect((await mailHygiene(folder, "review", ...files, "--allow", "not-judged=fabrikam.com")).code).toBe(0);
});

test("a change does not accept its own findings, and does not leave out the packs of the base branch", async () => {
  const bare = "version: 1\ndomains: { contoso.com: { profile: parked, zone: { cloudflare: {} } } }\n";
  const accepting = `${bare}review: { limits: { dmarcWeakened: allow } }
rules: { suppress: [{ rule: parked-dmarc, reason: moving out }] }
`;
  const folder = folderWith({
    "plan.json": WEAKER,
    "bare.yaml": bare,
    "accepting.yaml": accepting,
    "other-packs.yaml": `${accepting.split("rules:")[0]}rules: { packs: [bulk-sender] }\n`,
  });
  const review = (estate: string, base: string) =>
    mailHygiene(folder, "review", "plan.json", "-e", estate, "-b", base, "--allow", "dmarc-weakened");
  expect((await review("accepting.yaml", "bare.yaml")).out).toContain("[parked-dmarc]");
  expect((await review("other-packs.yaml", "bare.yaml")).out).toContain("[parked-dmarc]");
  expect((await review("bare.yaml", "accepting.yaml")).out).not.toContain("[parked-dmarc]");
});

test("a base branch without domains is an estate; no plan and no base is misuse", async () => {
  const folder = folderWith({
    "plan.json": SAME,
    "estate.yaml": ESTATE,
    "base.yaml": "version: 1\ndomains: {}\n",
  });
  expect(
    (await mailHygiene(folder, "review", "plan.json", "-e", "estate.yaml", "-b", "base.yaml")).code,
  ).toBe(0);
  expect((await mailHygiene(folder, "review")).code).toBe(2);
});

test("domains at Route 53, which no plan shows, are named, and reviewed by the estates of both branches", async () => {
  const estate = (rest: string) => `version: 1
domains: { contoso.com: { profile: parked, zone: { route53: {} }${rest} } }
`;
  const folder = folderWith({
    "base.yaml": estate(", keep: { ms: { type: TXT, value: MS=ms12345678 } }"),
    "estate.yaml": estate(""),
    "plan.json": SAME.replaceAll("contoso.com", "fabrikam.com"),
  });
  const alone = await mailHygiene(folder, "review", "plan.json", "-e", "estate.yaml");
  expect(alone.err).toBe(
    "not reviewed, since no plan of Terraform shows them: contoso.com; give --base <estate of the base branch>, or see npx cdk diff\n",
  );
  const both = await mailHygiene(folder, "review", "--base", "base.yaml", "-e", "estate.yaml");
  expect([both.code, both.err]).toEqual([0, ""]);
  expect(both.out).toContain("Other records removed: contoso.com TXT MS=ms12345678\n");
});
