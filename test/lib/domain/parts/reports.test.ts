import { reportAuthorizationRecords } from "../../../../lib/domain/parts/dmarc";
import { faultsOf, linesOf } from "../../posture/declared";

const DOMAIN = "contoso.com";

describe("authorisation of other domains' DMARC reports", () => {
  const acceptsReportsFrom = [
    "tailspin.com@reports.contoso.com",
    "Fabrikam.com",
    "tailspin.com",
    "fabrikam.com",
  ];

  test("one record a sender, at the receiver it writes to, whatever the order and however often named", () => {
    expect(linesOf(reportAuthorizationRecords({ domain: DOMAIN, acceptsReportsFrom }))).toEqual([
      "DmarcReports-fabrikam.com: fabrikam.com._report._dmarc.contoso.com TXT v=DMARC1;",
      "DmarcReports-tailspin.com: tailspin.com._report._dmarc.contoso.com TXT v=DMARC1;",
      "DmarcReports-tailspin.com@reports.contoso.com: tailspin.com._report._dmarc.reports.contoso.com TXT v=DMARC1;",
    ]);
  });

  test("or one wildcard a receiver", () => {
    expect(
      linesOf(reportAuthorizationRecords({ domain: DOMAIN, acceptsReportsFrom, reportAuthorization: "any" })),
    ).toEqual([
      "DmarcReports: *._report._dmarc.contoso.com TXT v=DMARC1;",
      "DmarcReports@reports.contoso.com: *._report._dmarc.reports.contoso.com TXT v=DMARC1;",
    ]);
  });

  test("never in somebody else's domain, and never at a name too long for DNS", () => {
    const long = `${"a".repeat(60)}.${"b".repeat(60)}.${"c".repeat(60)}.${"d".repeat(50)}.com`;
    expect(
      faultsOf(
        reportAuthorizationRecords({
          domain: DOMAIN,
          acceptsReportsFrom: ["fabrikam.com@reports.tailspin.com", "a@b@contoso.com", long, "fabrikam..com"],
        }),
      ).map((fault) => fault.split(", got")[0]),
    ).toEqual([
      "acceptsReportsFrom[0]: the receiver of the reports lies outside the domain",
      'acceptsReportsFrom[1]: label "b@contoso" is not legal in a host name',
      "acceptsReportsFrom[2]: DNS name of 264 octets",
      "acceptsReportsFrom[3]: empty label",
    ]);
  });
});
