import { unwrap } from "../../../../lib/fault";
import { buildDmarc } from "../../../../lib/mail/dmarc";
import { buildMtaSts } from "../../../../lib/mail/mta-sts";
import type { DmarcOptions } from "../../../../lib/options";
import type { Demands } from "../../../../lib/posture/demands";
import { hostedRecordDiffers } from "../../../../lib/rules/dns/hosted-record-differs";
import { CONTOSO, type Fixture, type RuleCases, recordOf } from "../fixture";

/** contoso.com with a record that fabrikam.com publishes for it, and what is expected of that. */
function hosted(demands: Demands, records: readonly string[], policy?: string): Fixture {
  return {
    domains: [
      {
        domain: "contoso.com",
        profile: "exchange-online",
        tenant: CONTOSO,
        records: records.filter((line) => !line.includes(".fabrikam.com TXT")),
        demands,
        ...(policy === undefined ? {} : { policy }),
      },
      {
        domain: "fabrikam.com",
        profile: "parked",
        records: records.filter((line) => line.includes(".fabrikam.com TXT")),
      },
    ],
  };
}

const dmarc = (options: DmarcOptions, value: string) =>
  hosted({ dmarc: unwrap("DMARC", buildDmarc(options)) }, [
    "_dmarc.contoso.com CNAME contoso.dmarc.fabrikam.com",
    `contoso.dmarc.fabrikam.com TXT ${value}`,
  ]);
const tlsRpt = (rua: string) =>
  hosted({ tlsRpt: ["mailto:tls@contoso.com"] }, [
    "_smtp._tls.contoso.com CNAME contoso.tls.fabrikam.com",
    `contoso.tls.fabrikam.com TXT v=TLSRPTv1; rua=${rua}`,
  ]);
const mtaSts = (mode: string) =>
  hosted(
    { mtaSts: unwrap("MTA-STS", buildMtaSts({ mode: "enforce", mx: ["mx.contoso.com"] }, [])) },
    ["_mta-sts.contoso.com CNAME contoso.sts.fabrikam.com", "contoso.sts.fabrikam.com TXT v=STSv1; id=1;"],
    `version: STSv1\nmode: ${mode}\nmx: mx.contoso.com\nmax_age: 604800\n`,
  );
const SELECTOR =
  "selector1._domainkey.contoso.com CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com";

const SAME = {
  level: "error",
  subject: "contoso.com",
  fix: "have the other party publish it, or expect less",
} as const;

const cases: RuleCases = {
  rule: hostedRecordDiffers,
  compliant: {
    "a policy as expected": dmarc(
      { policy: "quarantine", rua: ["mailto:dmarc@contoso.com"] },
      "v=DMARC1; p=quarantine; rua=mailto:dmarc@contoso.com,mailto:c@fabrikam.com",
    ),
    "a stronger policy": dmarc({ policy: "none" }, "v=DMARC1; p=reject;"),
    "TLS reports to the expected address and another": tlsRpt(
      "mailto:tls@fabrikam.com,mailto:tls@contoso.com",
    ),
    "an enforced policy": mtaSts("enforce"),
    "a selector as expected": hosted({ selectors: [recordOf(SELECTOR)] }, [SELECTOR]),
    "records of which nothing is expected": hosted({}, ["_dmarc.contoso.com TXT v=DMARC1; p=none;"]),
  },
  violating: {
    "no record where the DMARC alias leads": {
      ...dmarc({ policy: "reject" }, "hello"),
      finds: [
        {
          ...SAME,
          at: "_dmarc.contoso.com CNAME",
          message: "the hosted DMARC record of contoso.com is missing",
          received: "CNAME contoso.dmarc.fabrikam.com, and no such record there",
          expected: "a DMARC record at contoso.dmarc.fabrikam.com",
        },
      ],
    },
    "no record where the alias of TLS reports leads": {
      ...hosted({ tlsRpt: [] }, [
        "_smtp._tls.contoso.com CNAME contoso.tls.fabrikam.com",
        "contoso.tls.fabrikam.com TXT hello",
      ]),
      finds: [
        {
          ...SAME,
          at: "_smtp._tls.contoso.com CNAME",
          message: "the hosted TLS reporting record of contoso.com is missing",
          received: "CNAME contoso.tls.fabrikam.com, and no such record there",
          expected: "a TLS reporting record at contoso.tls.fabrikam.com",
        },
      ],
    },
    "no record where the MTA-STS alias leads": {
      ...hosted({ mtaSts: unwrap("MTA-STS", buildMtaSts({ mode: "enforce", mx: ["mx.contoso.com"] }, [])) }, [
        "_mta-sts.contoso.com CNAME contoso.sts.fabrikam.com",
        "contoso.sts.fabrikam.com TXT hello",
      ]),
      finds: [
        {
          ...SAME,
          at: "_mta-sts.contoso.com CNAME",
          message: "the hosted MTA-STS record of contoso.com is missing",
          received: "CNAME contoso.sts.fabrikam.com, and no such record there",
          expected: "an MTA-STS record at contoso.sts.fabrikam.com",
        },
      ],
    },
    "alignment that is looser": {
      ...dmarc({ policy: "reject", dkimAlignment: "strict" }, "v=DMARC1; p=reject;"),
      finds: [
        {
          ...SAME,
          at: "_dmarc.contoso.com CNAME",
          message: "the hosted DMARC record of contoso.com takes more mail for aligned than expected",
          received: "adkim=r at _dmarc.contoso.com",
          expected: "adkim=s",
        },
      ],
    },
    "a milder policy": {
      ...dmarc({ policy: "reject" }, "v=DMARC1; p=none;"),
      finds: [
        {
          ...SAME,
          at: "_dmarc.contoso.com CNAME",
          message: "the hosted DMARC record of contoso.com is milder than expected",
          received: "p=none at _dmarc.contoso.com",
          expected: "p=reject",
        },
      ],
    },
    "a policy that is milder for subdomains, in test mode": {
      ...dmarc({ policy: "quarantine" }, "v=DMARC1; p=reject; sp=quarantine; t=y;"),
      finds: [
        {
          ...SAME,
          at: "_dmarc.contoso.com CNAME",
          message: "the hosted DMARC record of contoso.com is milder than expected",
          received: "sp=none at _dmarc.contoso.com",
          expected: "sp=quarantine",
        },
      ],
    },
    "a record without our address": {
      ...dmarc(
        { policy: "reject", rua: ["mailto:dmarc@contoso.com"] },
        "v=DMARC1; p=reject; rua=mailto:c@fabrikam.com",
      ),
      finds: [
        {
          ...SAME,
          at: "_dmarc.contoso.com CNAME",
          message: "the hosted DMARC record of contoso.com lacks an address for reports",
          received: "mailto:c@fabrikam.com",
          expected: "mailto:dmarc@contoso.com",
        },
      ],
    },
    "TLS reports to others only": {
      ...tlsRpt("mailto:tls@fabrikam.com"),
      finds: [
        {
          ...SAME,
          at: "_smtp._tls.contoso.com CNAME",
          message: "the hosted TLS reporting record of contoso.com lacks an address for reports",
          received: "mailto:tls@fabrikam.com at _smtp._tls.contoso.com",
          expected: "mailto:tls@contoso.com",
        },
      ],
    },
    "a policy that only tests": {
      ...mtaSts("testing"),
      finds: [
        {
          ...SAME,
          at: "MTA-STS policy of contoso.com",
          message: "the hosted MTA-STS policy of contoso.com is milder than expected",
          received: "mode: testing",
          expected: "mode: enforce",
        },
      ],
    },
    "another target for a selector": {
      ...hosted({ selectors: [recordOf(SELECTOR)] }, [
        "selector1._domainkey.contoso.com CNAME selector1.dkim.vendor.example",
      ]),
      finds: [
        {
          ...SAME,
          at: "selector1._domainkey.contoso.com CNAME",
          message:
            "the hosted zone of keys of contoso.com does not hold selector1._domainkey.contoso.com as expected",
          received: "CNAME selector1.dkim.vendor.example",
          expected: "CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
        },
      ],
    },
    "a key of its own in place of the alias": {
      ...hosted({ selectors: [recordOf(SELECTOR)] }, ["selector1._domainkey.contoso.com TXT v=DKIM1; p="]),
      finds: [
        {
          ...SAME,
          at: "contoso.com",
          message:
            "the hosted zone of keys of contoso.com does not hold selector1._domainkey.contoso.com as expected",
          received: "no such record",
          expected: "CNAME selector1-contoso-com._domainkey.contoso.onmicrosoft.com",
        },
      ],
    },
  },
};

export default cases;
