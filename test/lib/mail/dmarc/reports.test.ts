import fc from "fast-check";
import { isWithin, parseName } from "../../../../lib/dns/name";
import { unwrap } from "../../../../lib/fault";
import { buildDmarc } from "../../../../lib/mail/dmarc/build";
import { formatDmarc } from "../../../../lib/mail/dmarc/format";
import { isDmarc } from "../../../../lib/mail/dmarc/parse";
import {
  anyReportAuthorizationName,
  externalReportDomains,
  REPORT_AUTHORIZATION,
  reportAuthorizationName,
  reportDomains,
} from "../../../../lib/mail/dmarc/reports";
import { dmarcRecords, domains } from "./arbitrary";

const name = (text: string) => unwrap(text, parseName(text));

const record = unwrap(
  "options",
  buildDmarc({
    rua: ["mailto:a@contoso.com", "mailto:b@reports.example", "mailto:c@dmarc.contoso.com"],
    ruf: ["mailto:d@Reports.example", "mailto:e@notcontoso.com"],
  }),
);

test("report domains are those of rua and ruf, each once", () => {
  expect(reportDomains(record)).toEqual([
    "contoso.com",
    "dmarc.contoso.com",
    "notcontoso.com",
    "reports.example",
  ]);
});

test("the domain itself, what is below it and what is above it need no authorisation", () => {
  expect(externalReportDomains(name("contoso.com"), record)).toEqual(["notcontoso.com", "reports.example"]);
  expect(externalReportDomains(name("news.contoso.com"), record)).toEqual([
    "dmarc.contoso.com",
    "notcontoso.com",
    "reports.example",
  ]);
});

test("the receiver authorises one sender, or anyone", () => {
  expect(reportAuthorizationName(name("contoso.com"), name("reports.example"))).toEqual({
    ok: true,
    value: "contoso.com._report._dmarc.reports.example",
  });
  expect(anyReportAuthorizationName(name("reports.example"))).toBe("*._report._dmarc.reports.example");
});

test("the authorisation is a DMARC record that says nothing", () => {
  expect(formatDmarc({ rua: [], ruf: [], obsolete: [], unknown: [] })).toBe(REPORT_AUTHORIZATION);
  expect(isDmarc(REPORT_AUTHORIZATION)).toBe(true);
});

test("two long domains make a name that DNS cannot hold", () => {
  const long = (end: string) => name(`${"a".repeat(60)}.${"b".repeat(60)}.${end}`);
  const result = reportAuthorizationName(long("com"), long("net"));
  expect(result.ok ? [] : result.faults.map(({ message }) => message)).toEqual(["DNS name of 266 octets"]);
});

test("every report domain is either external or related by name", () => {
  fc.assert(
    fc.property(domains, dmarcRecords, (domain, any) => {
      const external = externalReportDomains(domain, any);
      for (const destination of reportDomains(any)) {
        const related = isWithin(destination, domain) || isWithin(domain, destination);
        expect(external.includes(destination)).toBe(!related);
      }
    }),
  );
});
