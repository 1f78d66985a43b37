import { nearMissRecord } from "../../../../lib/rules/dns/near-miss-record";
import { online, type RuleCases } from "../fixture";

const SPF = "contoso.com TXT v=spf1 include:spf.protection.outlook.com -all";
const DMARC = "_dmarc.contoso.com TXT v=DMARC1; p=reject;";

const cases: RuleCases = {
  rule: nearMissRecord,
  compliant: {
    "records, and texts of others": online(
      SPF,
      DMARC,
      "contoso.com TXT MS=ms12345678",
      "contoso.com TXT google-site-verification=dmarc1",
      "contoso.com TXT spf2.0/pra include:spf.protection.outlook.com -all",
      "bounce.contoso.com TXT v=spf1 include:amazonses.com -all",
      "_mta-sts.contoso.com TXT v=STSv1; id=20261128;",
      "_smtp._tls.contoso.com TXT v=TLSRPTv1; rua=mailto:tls@contoso.com;",
      "default._bimi.contoso.com TXT v=BIMI1; l=https://contoso.com/logo.svg;",
      "contoso.net._report._dmarc.contoso.com TXT v=DMARC1;",
      "k1._domainkey.contoso.com TXT v=DMARC1; p=none",
    ),
    "a wildcard's text at the names of other records": online(
      SPF,
      DMARC,
      "*.contoso.com TXT v=DMARC1; p=reject;",
      "_mta-sts.contoso.com TXT v=DMARC1; p=reject;",
      "_smtp._tls.contoso.com TXT v=DMARC1; p=reject;",
    ),
    "what stands in place of a missing record has rules of its own": online(
      "contoso.com TXT  v=spf1 -all",
      "_dmarc.contoso.com TXT v=DMARC1, p=reject",
    ),
  },
  violating: {
    "a second text beside the SPF record, and DMARC at the domain itself": {
      ...online(
        SPF,
        DMARC,
        "contoso.com TXT v=DMARC1; p=none",
        "contoso.com TXT v=spf1\tip4:192.0.2.25 -all",
      ),
      finds: [
        {
          level: "warning",
          at: "contoso.com TXT #2",
          message:
            "the text at contoso.com looks like a DMARC record but is none, because receivers ask for a DMARC record at _dmarc.contoso.com only",
          received: '"v=DMARC1; p=none"',
          fix: "remove it, or write what it says into the record that is there",
        },
        {
          level: "warning",
          at: "contoso.com TXT #3",
          message:
            "the text at contoso.com looks like an SPF record but is none, because a tab follows v=spf1, where a space must",
          received: String.raw`"v=spf1\tip4:192.0.2.25 -all"`,
          fix: "remove it, or write what it says into the record that is there",
        },
      ],
    },
    "MTA-STS and TLS reporting that senders do not see, and a logo without a version": {
      ...online(
        SPF,
        DMARC,
        "_mta-sts.contoso.com TXT v=STSV1; id=20261128;",
        "_smtp._tls.contoso.com TXT v=TLSRPT1; rua=mailto:tls@contoso.com",
        "default._bimi.contoso.com TXT v=BIMI; l=https://contoso.com/logo.svg",
      ),
      finds: [
        {
          level: "error",
          at: "_mta-sts.contoso.com TXT",
          message:
            "the text at _mta-sts.contoso.com looks like an MTA-STS record but is none, because the version is case-sensitive, and written STSV1 for STSv1",
          received: '"v=STSV1; id=20261128;"',
          fix: "write v=STSv1; id=20261128; at _mta-sts.contoso.com",
        },
        {
          level: "error",
          at: "_smtp._tls.contoso.com TXT",
          message:
            'the text at _smtp._tls.contoso.com looks like a TLS reporting record but is none, because its version is "TLSRPT1", not TLSRPTv1',
          received: '"v=TLSRPT1; rua=mailto:tls@contoso.com"',
          fix: "write v=TLSRPTv1; rua=mailto:tls@contoso.com; at _smtp._tls.contoso.com",
        },
        {
          level: "warning",
          at: "default._bimi.contoso.com TXT",
          message:
            'the text at default._bimi.contoso.com looks like a BIMI record but is none, because its version is "BIMI", not BIMI1',
          received: '"v=BIMI; l=https://contoso.com/logo.svg"',
          fix: "write v=BIMI1; l=https://contoso.com/logo.svg; at default._bimi.contoso.com",
        },
      ],
    },
    "a name below the domain": {
      ...online(SPF, DMARC, 'bounce.contoso.com TXT "v=spf1 include:amazonses.com -all"'),
      finds: [
        {
          level: "error",
          at: "bounce.contoso.com TXT",
          message:
            "the text at bounce.contoso.com looks like an SPF record but is none, because it stands in quotes",
          received: String.raw`"\"v=spf1 include:amazonses.com -all\""`,
          fix: "write v=spf1 include:amazonses.com -all at bounce.contoso.com",
        },
      ],
    },
    "a full name where one within the zone belongs": {
      ...online(SPF, DMARC, "_mta-sts.contoso.com.contoso.com TXT v=STSv1; id=1;"),
      finds: [
        {
          level: "error",
          at: "_mta-sts.contoso.com.contoso.com TXT",
          message:
            "the text at _mta-sts.contoso.com.contoso.com looks like an MTA-STS record but is none, because receivers ask for an MTA-STS record at _mta-sts.contoso.com only",
          received: '"v=STSv1; id=1;"',
          fix: "write v=STSv1; id=1; at _mta-sts.contoso.com",
        },
      ],
    },
  },
};

export default cases;
