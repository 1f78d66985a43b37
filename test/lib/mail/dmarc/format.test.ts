import fc from "fast-check";
import { dmarc } from "mailauth/lib/dmarc";
import { parseName } from "../../../../lib/dns/name";
import { unwrap } from "../../../../lib/fault";
import { buildDmarc } from "../../../../lib/mail/dmarc/build";
import { formatDmarc } from "../../../../lib/mail/dmarc/format";
import { isDmarc, parseDmarc } from "../../../../lib/mail/dmarc/parse";
import { effectivePolicy } from "../../../../lib/mail/dmarc/policy";
import { dmarcRecords } from "./arbitrary";

test("p stands second and every tag ends in a semicolon", () => {
  const record = unwrap(
    "options",
    buildDmarc({
      policy: "reject",
      subdomainPolicy: "quarantine",
      nonExistentPolicy: "reject",
      dkimAlignment: "strict",
      spfAlignment: "relaxed",
      test: true,
      publicSuffix: "n",
      rua: ["mailto:dmarc@contoso.com", "mailto:contoso@rua.reports.example"],
      ruf: ["mailto:forensic@contoso.com"],
      failureOptions: ["1", "d"],
    }),
  );
  expect(formatDmarc(record)).toBe(
    "v=DMARC1; p=reject; sp=quarantine; np=reject; adkim=s; aspf=r; t=y; psd=n; " +
      "rua=mailto:dmarc@contoso.com,mailto:contoso@rua.reports.example; ruf=mailto:forensic@contoso.com; fo=1:d;",
  );
});

test("the shortest record of a parked domain is the one CISA's ScubaGear looks for", () => {
  expect(formatDmarc({ policy: "reject", rua: [], ruf: [], obsolete: [], unknown: [] })).toBe(
    "v=DMARC1; p=reject;",
  );
});

test("obsolete and unknown parts are written as they were read", () => {
  const text = "v=DMARC1; p=none; rua=mailto:dmarc@contoso.com!10m; pct=50; x=1;";
  expect(formatDmarc(unwrap(text, parseDmarc(text)))).toBe(text);
});

test("what is written is read as the same record", () => {
  fc.assert(
    fc.property(dmarcRecords, (record) => {
      const text = formatDmarc(record);
      expect(isDmarc(text)).toBe(true);
      expect(parseDmarc(text)).toEqual({ ok: true, value: record });
    }),
    { numRuns: 300 },
  );
});

test("mailauth applies the policy that we say receivers apply", async () => {
  const domain = unwrap("domain", parseName("contoso.com"));
  await fc.assert(
    fc.asyncProperty(dmarcRecords, async (record) => {
      const resolver = async (name: string, type: string) => {
        if (type === "TXT" && name === `_dmarc.${domain}`) return [[formatDmarc(record)]];
        throw Object.assign(new Error(`${name} does not exist`), { code: "ENOTFOUND" });
      };
      const verdict = async (headerFrom: string) => {
        const result = await dmarc({ headerFrom, spfDomains: [], dkimDomains: [], resolver, strict: true });
        return result === false || result.status.result === "none" ? undefined : result;
      };
      const own = await verdict(domain);
      expect(own?.policy).toBe(effectivePolicy(record));
      if (own === undefined) return;
      expect(own.testMode).toBe(record.test === true);
      expect(own.alignment.dkim.strict).toBe(record.adkim === "strict");
      expect(own.alignment.spf.strict).toBe(record.aspf === "strict");
      // With psd=y the name below the public suffix is an Organizational Domain of its own.
      if (record.psd === "y") return;
      const missing = await verdict(`nowhere.${domain}`);
      expect(missing?.policy).toBe(effectivePolicy(record, "non-existent"));
    }),
    { numRuns: 200 },
  );
});
