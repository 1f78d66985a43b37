import { spfLookups } from "../../../../lib/rules/spf/spf-lookups";
import { online, type RuleCases } from "../fixture";

const includes = (count: number) =>
  Array.from({ length: count }, (_, index) => `include:s${index}.contoso.org`).join(" ");

const cases: RuleCases = {
  rule: spfLookups,
  compliant: {
    "ten terms that ask, and addresses": online(
      `contoso.com TXT v=spf1 ip4:192.0.2.0/24 ${includes(10)} -all`,
    ),
    "terms behind all are never evaluated": online(`contoso.com TXT v=spf1 mx -all ${includes(10)}`),
  },
  violating: {
    eleven: {
      ...online(`contoso.com TXT v=spf1 mx ${includes(10)} -all`),
      finds: ["the SPF record of contoso.com needs 11 DNS look-ups"],
    },
  },
};

export default cases;
