import { join } from "node:path";
import { filesIn, folderWith, mailHygiene } from "./command";

/** One domain that only observes, one whose SPF nobody can read in the end, one in order. */
const ESTATE = `version: 1
tenants: { contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2025-05-01 } }
defaults: { tenant: contoso, zone: { cloudflare: {} } }
domains:
  contoso.com:
    profile: exchange-online
    dmarc: { policy: none, rua: ["mailto:dmarc@contoso.com"] }
  contoso.net: { profile: parked, dmarc: { rua: ["mailto:dmarc@contoso.com"] } }
`;
const POLICY_NONE =
  "estate.yaml:7:5: warning: the DMARC policy of contoso.com lets forgeries through, got p=none; " +
  "expected p=quarantine or p=reject; read the reports, fix the senders that fail, then write p=quarantine [dmarc-policy-none]\n";

/** Everything that baseline scuba asks for, on its first day: nothing is on, and DMARC collects reports. */
const START = `version: 1
rules: { packs: [recommended, scuba] }
tenants:
  contoso:
    initialDomain: contoso.onmicrosoft.com
    domainsAddedBefore: 2025-05-01
    identity:
      breakGlass: { group: sg-break-glass, users: [bg1@contoso.onmicrosoft.com, bg2@contoso.onmicrosoft.com] }
      mfa: { baseline: scuba }
defaults: { tenant: contoso, zone: { cloudflare: {} } }
domains:
  contoso.com:
    profile: exchange-online
    dmarc: { policy: none, rua: ["mailto:dmarc@contoso.com"], ruf: ["mailto:dmarc@contoso.com"] }
`;

test("what a pack asks for is an error of check, and does not keep synth from writing where one begins", async () => {
  const folder = folderWith({ "estate.yaml": START });
  const { code, out } = await mailHygiene(folder, "check", "estate.yaml", "-f", "json");
  expect(code).toBe(1);
  const found: readonly { readonly level: string; readonly rule: string }[] = JSON.parse(out);
  const goals = found.filter(({ level }) => level === "error").map(({ rule }) => rule);
  expect([...new Set(goals)].sort()).toEqual([
    "ca-admins-phishable",
    "ca-legacy-authentication",
    "ca-scuba-policy",
    "ca-users-without-mfa",
    "dmarc-policy-none",
  ]);
  expect(await mailHygiene(folder, "synth", "estate.yaml", "--out", "out")).toEqual({
    code: 0,
    out: "2 stacks written to out\n",
    err: `${found.filter(({ level }) => level === "error" || level === "warning").length} warnings: mail-hygiene check estate.yaml\n`,
  });
  const files = filesIn(join(folder, "out"));
  // cdktf's own command line shows them, and fails for none: annotations of level error would end it.
  const manifest = JSON.parse(files["manifest.json"] ?? "");
  expect(
    manifest.stacks["tenant-contoso"].annotations.map(({ level }: { level: string }) => level),
  ).not.toContain("@cdktf/error");
  expect(files["stacks/tenant-contoso/cdk.tf.json"]).toContain("enabledForReportingButNotEnforced");
});

test("what is broken stops synth under every pack", async () => {
  const broken = START.replace("scuba]", "bulk-sender]").replace(
    "profile: exchange-online",
    "profile: exchange-online\n    dkim: { selectors: { s1: { txt: 'v=DKIM1; p=AAAA' } } }",
  );
  const folder = folderWith({ "estate.yaml": broken });
  const { code, out, err } = await mailHygiene(folder, "synth", "estate.yaml");
  expect([code, out]).toEqual([1, ""]);
  expect(err).toMatch(/s1\._domainkey\.contoso\.com|selectors\.s1/);
});

describe("mail-hygiene check", () => {
  test("prints what the rules find, with its place, and is content with warnings", async () => {
    const folder = folderWith({ "estate.yaml": ESTATE });
    expect(await mailHygiene(folder, "check", "estate.yaml")).toEqual({
      code: 0,
      out: `${POLICY_NONE}1 warning\n`,
      err: "",
    });
  });

  test("fails for warnings where it is told to", async () => {
    const folder = folderWith({ "estate.yaml": ESTATE });
    expect(await mailHygiene(folder, "check", "estate.yaml", "--fail-on", "warning")).toMatchObject({
      code: 1,
    });
  });

  test("holds to another pack than the estate's, at that pack's levels", async () => {
    const folder = folderWith({ "estate.yaml": ESTATE });
    const { code, out } = await mailHygiene(folder, "check", "estate.yaml", "--pack", "scuba", "-f", "json");
    expect(code).toBe(1);
    expect(JSON.parse(out)[0]).toMatchObject({
      rule: "dmarc-policy-none",
      level: "error",
      domain: "contoso.com",
    });
  });

  test("names the controls of a list that it cannot judge, in short or in full, and lets nobody fail for them", async () => {
    const folder = folderWith({
      "estate.yaml": ESTATE.replace("policy: none", "policy: reject"),
    });
    const check = (...more: readonly string[]) =>
      mailHygiene(folder, "check", "estate.yaml", "--pack", "bulk-sender", "--fail-on", "note", ...more);
    expect(await check()).toEqual({
      code: 0,
      out: `not judged: 7 of the 10 controls of bulk-sender, and 3 in part; look yourself (-v tells where)
  DNS: PTR
  messages: TLS, spam-rate, unsubscribe, format, From-gmail, forwarding
  in part: SPF, DKIM, DMARC
no findings; 7 controls not judged
`,
      err: "",
    });
    const { out: full } = await check("-v");
    expect(full.split("\n")).toHaveLength(13);
    expect(full).toContain("\n  TLS: mail sent over TLS; look: messages, ");
    const { out: json } = await check("-f", "json");
    expect(JSON.parse(json).map(({ notJudged }: { notJudged: string }) => notJudged)).toHaveLength(10);
    expect((await check("-f", "junit")).out).toContain('skipped="10"');
    expect((await check("-f", "sarif")).out).toContain('"toolExecutionNotifications"');
  });

  test("says what is accepted and which suppressions nobody needs", async () => {
    const folder = folderWith({
      "estate.yaml": `${ESTATE}rules:
  suppress:
    - { rule: dmarc-policy-none, reason: roll-out of the spring }
    - { rule: spf-ptr, reason: an old relay }
    - { rule: dmarc-policy-none, domains: [contoso.com], reason: last year's, until: 2025-12-31 }
`,
    });
    expect(await mailHygiene(folder, "check", "estate.yaml")).toEqual({
      code: 0,
      out: `estate.yaml:12:7: warning: the suppression of spf-ptr suppresses nothing; remove it
estate.yaml:13:7: warning: the suppression of dmarc-policy-none has expired; it held until 2025-12-31; remove it
no findings; 1 accepted
`,
      err: "",
    });
  });

  test("of some domains only, takes their neighbours into account and tells nothing of them", async () => {
    const folder = folderWith({
      "estate.yaml": `${ESTATE}  news.contoso.com: { profile: send-only, spf: { ip4: [192.0.2.25] }, zone: { cloudflare: { zoneName: contoso.com } }, dmarc: { policy: reject, rua: ["mailto:dmarc@contoso.com"] } }\n`,
    });
    const { out } = await mailHygiene(folder, "check", "estate.yaml", "-d", "news.contoso.com", "-f", "json");
    const found: { rule: string; domain: string }[] = JSON.parse(out);
    expect(found.map(({ rule, domain }) => `${domain} ${rule}`)).toEqual([
      "news.contoso.com dkim-missing",
      "news.contoso.com dmarc-enforced-unauthenticated",
    ]);
  });

  test("no option takes the estate that follows it for a value", async () => {
    const folder = folderWith({ "estate.yaml": ESTATE });
    const packs = async (...args: readonly string[]) => {
      const { code, out } = await mailHygiene(folder, "check", ...args, "--format", "json");
      return [code, JSON.parse(out).map(({ rule }: { rule: string }) => rule)];
    };
    const scuba = await packs("estate.yaml", "--pack", "scuba");
    expect(scuba[1]).toContain("dmarc-policy-none");
    expect(await packs("--pack", "scuba", "estate.yaml")).toEqual(scuba);
    expect(await packs("--pack", "scuba,bulk-sender", "estate.yaml")).toEqual(
      await packs("--pack", "scuba", "--pack", "bulk-sender", "estate.yaml"),
    );
    expect(await mailHygiene(folder, "check", "--pack", "estate.yaml", "estate.yaml")).toMatchObject({
      code: 2,
      err: expect.stringContaining("Allowed choices are recommended, scuba, cis, bulk-sender."),
    });
  });

  test("what deserves a look in a tenant is a finding like others: with a rule, in every format, and it can be accepted", async () => {
    const tenant = (rules: string) => `version: 1
tenants:
  contoso:
    initialDomain: contoso.onmicrosoft.com
    identity:
      breakGlass: { group: sg-break-glass, users: [bg1@contoso.onmicrosoft.com, bg2@contoso.com] }
      mfa: { baseline: none, policies: { device-code: { include: all, authenticationFlows: [deviceCodeFlow], grant: block, state: on } } }
domains: {}
${rules}`;
    const folder = folderWith({
      "estate.yaml": tenant(""),
      "accepted.yaml": tenant(
        "rules: { suppress: [{ rule: ca-unprepared, reason: looked }, { rule: break-glass-custom-domain, reason: looked }] }\n",
      ),
    });
    const own = ({ out }: { readonly out: string }) =>
      JSON.parse(out).filter(({ rule }: { rule: string }) => /unprepared|custom/.test(rule));
    const json = await mailHygiene(folder, "check", "estate.yaml", "-f", "json");
    expect(json.err).toBe("");
    expect(own(json)).toEqual([
      expect.objectContaining({ rule: "break-glass-custom-domain", level: "warning", line: 6 }),
      expect.objectContaining({ rule: "ca-unprepared", level: "warning", line: 7 }),
    ]);
    expect(own(await mailHygiene(folder, "check", "accepted.yaml", "-f", "json"))).toEqual([]);
    expect((await mailHygiene(folder, "check", "estate.yaml", "-f", "sarif")).out).toContain(
      '"ruleId": "ca-unprepared"',
    );
    for (const command of ["records", "synth"]) {
      expect((await mailHygiene(folder, command, "estate.yaml")).err).not.toContain("is on");
    }
  });

  test("an estate that is wrong in itself is told as everywhere", async () => {
    const folder = folderWith({ "estate.yaml": "version: 1\ndomains: { contoso.net: { profile: park } }\n" });
    expect(await mailHygiene(folder, "check", "estate.yaml")).toMatchObject({
      code: 1,
      out: "",
      err: expect.stringContaining("estate.yaml:2:36"),
    });
  });
});

describe("mail-hygiene synth and the rules", () => {
  test("stops at errors, at their places, and writes nothing", async () => {
    const folder = folderWith({
      "estate.yaml": `version: 1
tenants: { contoso: { initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2025-05-01 } }
domains:
  contoso.com:
    tenant: contoso
    profile: exchange-online
    zone: { cloudflare: {} }
    dkim: { microsoft: false, selectors: { s1: { revoked: true } } }
    spf: { all: neutral }
    dmarc: { policy: reject }
    records: { sts: { type: TXT, name: _smtp._tls, value: "v=TLSRPTv1" } }
`,
    });
    const { code, out, err } = await mailHygiene(folder, "synth", "estate.yaml", "--out", "out");
    expect({ code, out }).toEqual({ code: 1, out: "" });
    expect(err).toContain("estate.yaml:11:");
    expect(err).toContain("[near-miss-record]");
    expect(err).toContain("nothing was written");
  });

  test("commands that are suggested can be pasted, whatever a path holds", async () => {
    const folder = folderWith({ "our estate's.yaml": ESTATE });
    const { err } = await mailHygiene(folder, "synth", "our estate's.yaml", "--out", "out");
    expect(err).toBe("1 warning: mail-hygiene check 'our estate'\\''s.yaml'\n");
  });

  test("counts warnings, and cdktf's manifest has them beside the notes", async () => {
    const folder = folderWith({ "estate.yaml": ESTATE });
    const { err } = await mailHygiene(folder, "synth", "estate.yaml", "--out", "out");
    expect(err).toBe("1 warning: mail-hygiene check estate.yaml\n");
    const manifest = require(`${folder}/out/manifest.json`);
    expect(manifest.stacks["contoso.com"].annotations).toEqual([
      {
        constructPath: "contoso.com",
        level: "@cdktf/warn",
        message: expect.stringMatching(/^contoso\.com: the DMARC policy .* \[dmarc-policy-none\]$/),
      },
    ]);
    expect(manifest.stacks["contoso.net"].annotations).toEqual([]);
  });

  test("a change in a domain above is seen in the domain below, though its own entry did not change", async () => {
    const estate = (policy: string) =>
      `version: 1
domains:
  contoso.com: { profile: parked, zone: { cloudflare: {} }, dmarc: { policy: ${policy} } }
  mail.contoso.com: { profile: parked, zone: { cloudflare: {} }, dmarc: { policy: reject } }
`;
    const folder = folderWith({ "estate.yaml": estate("reject") });
    await mailHygiene(folder, "synth", "estate.yaml", "--out", "out");
    const changed = folderWith({ "estate.yaml": estate("quarantine") });
    const cached = await mailHygiene(folder, "synth", `${changed}/estate.yaml`, "--out", "out");
    const cold = await mailHygiene(changed, "synth", "estate.yaml", "--out", "out");
    expect(cached.out).toBe("2 stacks written to out\n");
    expect(cold.out).toBe("2 stacks written to out\n");
  });
});
