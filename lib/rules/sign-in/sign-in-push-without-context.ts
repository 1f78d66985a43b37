import { objectsOf, titled, valueIn } from "../../posture/facts/exchange-objects";
import { scubaPoliciesMissing } from "../../posture/facts/scuba-policies";
import type { ExchangeObjectPosture, TenantPosture } from "../../posture/model";
import { type Hit, tenantRule } from "../rule";

const FEATURES = ["displayAppInformation", "displayLocationInformation"] as const;

export const signInPushWithoutContext = tenantRule({
  id: "sign-in-push-without-context",
  reads: "authentication-method",
  asks: [
    "state",
    ...FEATURES.flatMap((feature) => [`${feature}State`, `${feature}Group`]),
    "softwareOathEnabled",
  ],
  title: "Microsoft Authenticator does not show what is being approved",
  why: "People approve a request that they did not make because nothing tells it from one that they did. With the application and the place on the screen they see that it is not theirs. A code that the app shows can be read out to whoever asks; CISA wants it off unless everybody needs a phishing-resistant factor.",
  level: "warning",
  sources: [],
  controls: { scuba: ["MS.AAD.3.3v2"], cis: ["5.2.3.1"] },
  recommended: false,
  check: (tenant, _posture, packs) =>
    objectsOf(tenant, "authentication-method").flatMap((object): readonly Hit[] => {
      if (object.name !== "MicrosoftAuthenticator" || valueIn(object, "state") === "disabled") return [];
      if (isCisaContent(tenant) && !packs.includes("cis")) return [];
      const oath =
        packs.includes("scuba") && !isCisaContent(tenant) && valueIn(object, "softwareOathEnabled") === true
          ? [hit(object, "softwareOathEnabled", true, "false")]
          : [];
      return [...FEATURES.flatMap((feature) => contextHits(object, feature)), ...oath];
    }),
});

/** CISA's test is met where one policy asks everybody for a phishing-resistant factor. */
function isCisaContent(tenant: TenantPosture): boolean {
  const isSeen = tenant.policies?.every(({ unknown, unread }) => !unknown && !unread) ?? false;
  return isSeen && !scubaPoliciesMissing(tenant).includes("MS.AAD.3.1v1");
}

function contextHits(object: ExchangeObjectPosture, feature: (typeof FEATURES)[number]): readonly Hit[] {
  const [state, group] = [valueIn(object, `${feature}State`), valueIn(object, `${feature}Group`)];
  if (state !== undefined && state !== "enabled") return [hit(object, `${feature}State`, state, "enabled")];
  return group === undefined || group === "all_users"
    ? []
    : [hit(object, `${feature}Group`, group, "all_users")];
}

function hit(object: ExchangeObjectPosture, attribute: string, value: unknown, expected: string): Hit {
  return {
    message: `${titled(object)} does not let people see what they approve`,
    received: `${attribute}: ${String(value)}`,
    expected,
    fix: `set ${attribute} to ${expected}`,
    where: object.where,
  };
}
