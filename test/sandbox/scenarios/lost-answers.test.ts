import { rolloutScenario } from "./rollout";

const DOMAINS = ["contoso-parked.com", "contoso-ag.example"];
const ESTATE = `version: 1
defaults: { profile: parked }
domains:
  contoso-parked.com: { zone: { cloudflare: { zoneId: 1c4f0a7be2d84936a50d8e3b97f6c201 } } }
  contoso-ag.example: { zone: { cloudflare: { zoneId: 7a9d35c08e1b4f62b4c7d20f6e81a93b } } }
`;

test("records whose creation was carried out and not answered are taken over by the resumed run", async () => {
  const clouds = await rolloutScenario(ESTATE);
  try {
    const cut = {
      kind: "break",
      carriedOut: true,
      service: "cloudflare",
      method: "POST",
      path: "dns_records$",
    };
    await clouds.trouble({ ...cut, count: 4 });
    const first = await clouds.run("deploy", "--yes", "--parallel", "1");
    expect(first.code).toBe(1);
    // Providers ask again, and are told of a record that they know nothing of.
    const there = DOMAINS.map((domain) => clouds.records(domain).length);
    expect(Math.max(...there)).toBeGreaterThan(0);

    const resumed = await clouds.run("deploy", "--yes", "--resume", "latest");
    expect([resumed.code, resumed.err]).toEqual([0, expect.not.stringContaining("failed")]);
    expect(resumed.out).toMatch(/\b\d to import\b/);
    for (const domain of DOMAINS) {
      expect(clouds.records(domain)).toEqual([
        `_dmarc.${domain} 3600 TXT "v=DMARC1; p=reject; sp=reject;"`,
        `${domain} 3600 MX 0 .`,
        `${domain} 3600 TXT "v=spf1 -all"`,
      ]);
    }
    expect((await clouds.run("plan", "--detailed-exitcode")).code).toBe(0);
  } finally {
    await clouds.close();
  }
}, 120_000);
