import type { AccessSessionControls, AccessSignInFrequency } from "../policy";
import type { SessionDemand, SignInFrequency } from "./demand";

/**
 * What session controls demand. Controls that differ imply nothing of each other, frequencies aside: a tenant may
 * ask for both.
 * https://learn.microsoft.com/entra/identity/conditional-access/concept-conditional-access-session
 */
export function sessionDemands(controls: AccessSessionControls | undefined): readonly SessionDemand[] {
  if (!controls) return [];
  const { persistentBrowser, cloudAppSecurity } = controls;
  const frequency = controls.signInFrequency && frequencyOf(controls.signInFrequency);
  return [
    ...(frequency ? [frequencyDemand(frequency)] : []),
    ...(persistentBrowser && persistentBrowser.isEnabled !== false
      ? [persistence(persistentBrowser.mode)]
      : []),
    ...(isOn(controls.applicationEnforcedRestrictions)
      ? [plain("restrictions", "a session that the application restricts")]
      : []),
    ...(cloudAppSecurity && cloudAppSecurity.isEnabled !== false
      ? [appControl(cloudAppSecurity.cloudAppSecurityType)]
      : []),
    ...(isOn(controls.secureSignInSession) ? [plain("token protection", "a token bound to its device")] : []),
    ...(controls.disableResilienceDefaults === true
      ? [plain("no resilience", "a session that ends when Entra ID is out")]
      : []),
  ];
}

function isOn(control: { readonly isEnabled?: boolean } | undefined): boolean {
  return control !== undefined && control.isEnabled !== false;
}

function frequencyOf(control: AccessSignInFrequency): SignInFrequency | undefined {
  const { isEnabled, frequencyInterval, value, type, authenticationType } = control;
  if (isEnabled === false) return undefined;
  const both = authenticationType !== "secondaryAuthentication";
  if (frequencyInterval === "everyTime") return { hours: 0, both };
  return value === undefined ? undefined : { hours: type === "days" ? 24 * value : value, both };
}

function frequencyDemand(frequency: SignInFrequency): SessionDemand {
  const { hours, both } = frequency;
  const every = hours === 0 ? "time" : hours % 24 === 0 ? unit(hours / 24, "day") : unit(hours, "hour");
  return {
    ...plain(
      `frequency ${hours} ${both ? "both" : "second"}`,
      `a sign-in every ${every}${both ? "" : " with the second factor alone"}`,
    ),
    frequency,
  };
}

function unit(count: number, name: string): string {
  return count === 1 ? name : `${count} ${name}s`;
}

function persistence(mode: string): SessionDemand {
  if (mode === "never") return plain("browser never", "a browser session that ends with the browser");
  return { ...plain(`browser ${mode}`, "a browser session that outlasts the browser"), loosens: true };
}

const APP_CONTROL: Readonly<Record<string, string>> = {
  blockDownloads: "a session without downloads (Defender for Cloud Apps)",
  mcasConfigured: "a session under app control (Defender for Cloud Apps)",
  monitorOnly: "a monitored session (Defender for Cloud Apps)",
};

function appControl(type: string): SessionDemand {
  return plain(`app control ${type}`, APP_CONTROL[type] ?? `a session under app control ${type}`);
}

function plain(name: string, words: string): SessionDemand {
  return { of: "session", key: `session ${name}`, words };
}
