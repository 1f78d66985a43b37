import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { mailHygiene, write } from "../../cli/command";
import { temporaryFolder } from "../../support/temp";
import { estateScenario } from "./scenario";

/** Mail moves from Google to Exchange Online, and MFA from report-only to on. */
const estate = ({ mx, dmarc, sts, mfa }: Record<"mx" | "dmarc" | "sts" | "mfa", string>) => `version: 1
tenants:
  contoso:
    tenantId: 11111111-1111-4111-8111-111111111111
    initialDomain: contoso.onmicrosoft.com
    domainsAddedBefore: 2026-07-01
    exchange: managed
    identity:
      breakGlass: { group: sg-break-glass, users: [bg1@contoso.onmicrosoft.com, bg2@contoso.onmicrosoft.com] }
      mfa:
        baseline: microsoft
        policies: { mfa-all-users: { state: ${mfa} } }
domains:
  contoso.com:
    tenant: contoso
    profile: exchange-online
    zone: { cloudflare: { zoneName: contoso.com } }
    ${mx}
    dmarc: { policy: ${dmarc}, rua: ["mailto:dmarc@contoso.com"] }
    mtaSts: { mode: ${sts}, mx: ["aspmx.l.google.com", "*.mail.protection.outlook.com"] }
    tlsRpt: { rua: ["mailto:tls@contoso.com"] }
`;
const BEFORE = estate({
  mx: "mx: [{ host: aspmx.l.google.com, priority: 1 }]",
  dmarc: "none",
  sts: "testing",
  mfa: "report-only",
});
const AFTER = estate({ mx: "ttl: 3600", dmarc: "quarantine", sts: "enforce", mfa: "on" });

test("the plans of real Terraform read as a move to Exchange Online, MFA switched on, and what comes after apply", async () => {
  const folder = temporaryFolder();
  write(folder, "estate.yaml", BEFORE);
  const before = await estateScenario(join(folder, "estate.yaml"));
  const save = async (name: string) => {
    await before.stack(name).plan();
    const [json = ""] = (await before.stack(name).ok("show", "-json", "plan.bin")).split("\n");
    writeFileSync(join(folder, `${name}.json`), json);
  };
  try {
    await save("tenant-contoso");
    // The break-glass group has no id yet: it is known by what the policies refer to.
    const first = await mailHygiene(
      folder,
      "review",
      "tenant-contoso.json",
      "-e",
      "estate.yaml",
      "-f",
      "json",
    );
    const [tenant] = JSON.parse(first.out).subjects;
    expect(tenant.findings.new.map(({ rule }: { rule: string }) => rule)).not.toContain("ca-no-break-glass");
    // Ten policies, and the group that they leave out, with its accounts by name.
    expect(tenant.changes).toHaveLength(11);
    expect(tenant.changes.map(({ text }: { text: string }) => text)).toContain(
      "Break-glass group sg-break-glass: new, holds bg1@contoso.onmicrosoft.com, bg2@contoso.onmicrosoft.com",
    );
    for (const name of ["contoso.com", "tenant-contoso"]) await before.stack(name).apply();
    write(folder, "estate.yaml", AFTER);
    expect((await mailHygiene(folder, "synth", "estate.yaml", "--out", before.out, "-q")).code).toBe(0);
    for (const name of ["contoso.com", "tenant-contoso"]) await save(name);
    const seen = await mailHygiene(
      folder,
      "review",
      "contoso.com.json",
      "tenant-contoso.json",
      "-e",
      "estate.yaml",
    );
    expect(seen.err).toBe("");
    expect(seen.out).toMatchSnapshot();
    expect(seen.code).toBe(0);
  } finally {
    await before.close();
  }
}, 120_000);
