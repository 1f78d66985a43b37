import { caaBlocksMtaSts } from "../../../../lib/rules/mta-sts/caa-blocks-mta-sts";
import { online, type RuleCases } from "../fixture";

const STS = "_mta-sts.contoso.com TXT v=STSv1; id=1;";

/** Above the host: what stands at names between, an observer is told, and an estate or a plan does not know whole. */
function above(form: "certain" | "uncertain", received: string) {
  return {
    sources: form === "certain" ? (["observed"] as const) : (["declared", "planned"] as const),
    finds: [
      {
        level: form === "certain" ? ("error" as const) : ("warning" as const),
        at: "contoso.com CAA",
        message: "no certification authority may issue for mta-sts.contoso.com",
        received,
        expected: "an authority that issues the host's certificate",
        fix: "add a CAA record for the authority at contoso.com, or at mta-sts.contoso.com alone",
      },
    ],
  };
}

const cases: RuleCases = {
  rule: caaBlocksMtaSts,
  compliant: {
    "records that are not known yet": {
      ...online(STS, "contoso.com CAA 0 issue ;"),
      unknown: ["mta-sts.contoso.com CAA"],
    },
    "one of two is an authority": online(
      STS,
      "contoso.com CAA 0 issue ;",
      "contoso.com CAA 0 issue pki.goog; accounturi=https://pki.goog/1",
    ),
    "only reports are asked for": online(STS, "contoso.com CAA 0 iodef mailto:ca@contoso.com"),
    "an authority is allowed": online(STS, "contoso.com CAA 0 issue pki.goog"),
    "the host's own record decides": online(
      STS,
      "contoso.com CAA 0 issue ;",
      "mta-sts.contoso.com CAA 0 issue pki.goog",
    ),
    "no MTA-STS": online("contoso.com CAA 0 issue ;"),
    "only wildcards are restricted": online(STS, "contoso.com CAA 0 issuewild ;"),
  },
  violating: {
    "other records stand beside them": {
      ...online(
        "contoso.com MX 0 contoso-com.mail.protection.outlook.com",
        STS,
        "contoso.com CAA 0 iodef mailto:ca@contoso.com",
        "contoso.com CAA 0 issue ;",
      ),
      ...above("certain", 'CAA at contoso.com: issue ";"'),
    },
    "an authority is given by parameters alone": {
      ...online(STS, "contoso.com CAA 0 ISSUE ; policy=ev", "contoso.com CAA 0 issue ;"),
      ...above("certain", 'CAA at contoso.com: ISSUE "; policy=ev", issue ";"'),
    },
    "the host's own record blocks": {
      ...online(STS, "contoso.com CAA 0 issue pki.goog", "mta-sts.contoso.com CAA 0 issue ;"),
      finds: [
        {
          level: "error",
          at: "mta-sts.contoso.com CAA",
          message: "no certification authority may issue for mta-sts.contoso.com",
          received: 'CAA at mta-sts.contoso.com: issue ";"',
          expected: "an authority that issues the host's certificate",
          fix: "add a CAA record for the authority at mta-sts.contoso.com",
        },
      ],
    },
    "nobody may issue": {
      ...online(STS, "contoso.com CAA 0 issue ;"),
      ...above("certain", 'CAA at contoso.com: issue ";"'),
    },
    "nobody may issue, unless somebody has published more at the host by hand": {
      ...online(STS, "contoso.com CAA 0 issue ;"),
      ...above("uncertain", 'CAA at contoso.com: issue ";"'),
    },
  },
};

export default cases;
