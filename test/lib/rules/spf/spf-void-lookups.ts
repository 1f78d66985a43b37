import { spfVoidLookups } from "../../../../lib/rules/spf/spf-void-lookups";
import { online, type RuleCases } from "../fixture";

const cases: RuleCases = {
  rule: spfVoidLookups,
  compliant: {
    "two names that hold nothing": {
      ...online("contoso.com TXT v=spf1 a:old1.contoso.org a:old2.contoso.org -all"),
      outside: ["old1.contoso.org A", "old2.contoso.org A"],
    },
  },
  violating: {
    "three names that hold nothing": {
      ...online("contoso.com TXT v=spf1 a:old1.contoso.org a:old2.contoso.org a:old3.contoso.org -all"),
      outside: ["old1.contoso.org A", "old2.contoso.org A", "old3.contoso.org A"],
      finds: [
        {
          level: "error",
          at: "contoso.com TXT",
          message: "the SPF record of contoso.com asks for 3 names that hold nothing",
          received: "old1.contoso.org, old2.contoso.org, old3.contoso.org",
          expected: "at most 2",
          fix: "remove the terms of senders that are gone",
        },
      ],
    },
  },
};

export default cases;
