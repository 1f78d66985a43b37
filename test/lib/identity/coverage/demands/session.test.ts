import { sessionDemands } from "../../../../../lib/identity/coverage/demands/session";
import type { AccessSessionControls } from "../../../../../lib/identity/coverage/policy";

const every = (time: string) => `a sign-in every ${time}`;

test.each<[AccessSessionControls, string, string]>([
  [{ signInFrequency: { frequencyInterval: "everyTime" } }, "frequency 0 both", every("time")],
  [{ signInFrequency: { value: 1, type: "hours" } }, "frequency 1 both", every("hour")],
  [{ signInFrequency: { value: 4, type: "hours" } }, "frequency 4 both", every("4 hours")],
  [{ signInFrequency: { isEnabled: true, value: 1, type: "days" } }, "frequency 24 both", every("day")],
  [{ signInFrequency: { value: 30, type: "days" } }, "frequency 720 both", every("30 days")],
  // The same period, whatever it is written in.
  [{ signInFrequency: { value: 48, type: "hours" } }, "frequency 48 both", every("2 days")],
  [
    { signInFrequency: { value: 4, type: "hours", authenticationType: "primaryAndSecondaryAuthentication" } },
    "frequency 4 both",
    every("4 hours"),
  ],
  [
    { signInFrequency: { value: 4, type: "hours", authenticationType: "secondaryAuthentication" } },
    "frequency 4 second",
    `${every("4 hours")} with the second factor alone`,
  ],
  [{ persistentBrowser: { mode: "never" } }, "browser never", "a browser session that ends with the browser"],
  [
    { persistentBrowser: { isEnabled: true, mode: "always" } },
    "browser always",
    "a browser session that outlasts the browser",
  ],
  [
    { applicationEnforcedRestrictions: { isEnabled: true } },
    "restrictions",
    "a session that the application restricts",
  ],
  [
    { cloudAppSecurity: { cloudAppSecurityType: "blockDownloads" } },
    "app control blockDownloads",
    "a session without downloads (Defender for Cloud Apps)",
  ],
  [
    { cloudAppSecurity: { isEnabled: true, cloudAppSecurityType: "mcasConfigured" } },
    "app control mcasConfigured",
    "a session under app control (Defender for Cloud Apps)",
  ],
  [
    { cloudAppSecurity: { cloudAppSecurityType: "monitorOnly" } },
    "app control monitorOnly",
    "a monitored session (Defender for Cloud Apps)",
  ],
  [
    { cloudAppSecurity: { cloudAppSecurityType: "watermark" } },
    "app control watermark",
    "a session under app control watermark",
  ],
  [{ secureSignInSession: { isEnabled: true } }, "token protection", "a token bound to its device"],
  [{ secureSignInSession: {} }, "token protection", "a token bound to its device"],
  [{ disableResilienceDefaults: true }, "no resilience", "a session that ends when Entra ID is out"],
])("%j", (controls, key, words) => {
  expect(sessionDemands(controls).map((demand) => [demand.of, demand.key, demand.words])).toEqual([
    ["session", `session ${key}`, words],
  ]);
});

test.each<[AccessSessionControls | undefined]>([
  [undefined],
  [{}],
  [{ signInFrequency: { isEnabled: false, value: 4, type: "hours" } }],
  [{ signInFrequency: { isEnabled: false, frequencyInterval: "everyTime" } }],
  [{ signInFrequency: { isEnabled: true } }],
  [{ persistentBrowser: { isEnabled: false, mode: "always" } }],
  [{ applicationEnforcedRestrictions: { isEnabled: false } }],
  [{ cloudAppSecurity: { isEnabled: false, cloudAppSecurityType: "blockDownloads" } }],
  [{ secureSignInSession: { isEnabled: false } }],
  [{ disableResilienceDefaults: false }],
])("%j demands nothing", (controls) => {
  expect(sessionDemands(controls)).toEqual([]);
});

test("only a browser session that always persists lets more through than none would", () => {
  const loosening = (mode: string) =>
    sessionDemands({ persistentBrowser: { mode } }).map(({ loosens }) => loosens);
  expect([loosening("always"), loosening("never")]).toEqual([[true], [undefined]]);
});

test("controls that stand together are demanded each, in one order", () => {
  expect(
    sessionDemands({
      disableResilienceDefaults: true,
      cloudAppSecurity: { cloudAppSecurityType: "monitorOnly" },
      persistentBrowser: { mode: "never" },
      signInFrequency: { value: 12, type: "hours" },
    }).map(({ key }) => key),
  ).toEqual([
    "session frequency 12 both",
    "session browser never",
    "session app control monitorOnly",
    "session no resilience",
  ]);
});
