import type { ExchangeKind, Value } from "../objects";
import type { ProtectionBaseline } from "../options";

/** A baseline that says something. */
export type SayingBaseline = Exclude<ProtectionBaseline, "none">;

/** What a value is taken from where the tenant alone knows it: what `protection` or `userReports` tells, or its initial domain. */
export type ToldValue = "sensitiveUsers" | "partnerDomains" | "notify" | "mailbox" | "initialDomain";

/** What a baseline wants of an attribute: a value, or one that follows from what the tenant tells. */
export type Wanted = Value | { readonly from: ToldValue };

/** One attribute of one object, and what the baselines want of it. Control ids are those of the lists. */
export interface BaselineValue {
  readonly kind: ExchangeKind;
  /** In the estate's spelling. */
  readonly attribute: string;
  readonly wanted: Readonly<Partial<Record<SayingBaseline, Wanted>>>;
  /** Set only where the tenant tells these. */
  readonly with?: ToldValue;
  /** Controls that it takes part in: `MS.SECURITYSUITE.6.1v1` of CISA's SCuBA, `CIS 2.1.14` of CIS Microsoft 365 Foundations 7.0. */
  readonly controls: readonly string[];
}

/** A baseline as a whole. */
export interface BaselineFacts {
  readonly title: string;
  readonly source: string;
  /** Ready mail flow rules that belong to it, with the controls that they meet. */
  readonly rules: Readonly<Record<string, readonly string[]>>;
  /** Controls on what Exchange holds that it does not meet by itself, and why. */
  readonly unmet: Readonly<Record<string, string>>;
}

/** The baselines that say something. */
export const BASELINES: Readonly<Record<SayingBaseline, BaselineFacts>> = {
  "microsoft-standard": {
    title: "Microsoft's recommended settings, Standard",
    source: "https://learn.microsoft.com/defender-office-365/recommended-settings-for-eop-and-office365",
    rules: {},
    unmet: {},
  },
  "microsoft-strict": {
    title: "Microsoft's recommended settings, Strict",
    source: "https://learn.microsoft.com/defender-office-365/recommended-settings-for-eop-and-office365",
    rules: {},
    unmet: {},
  },
  scuba: {
    title: "CISA SCuBA, Secure Configuration Baselines for Exchange Online and the security suite",
    source: "https://github.com/cisagov/ScubaGear/tree/main/PowerShell/ScubaGear/baselines",
    rules: { "external-tag": ["MS.EXO.7.1v1"] },
    unmet: {
      "MS.SECURITYSUITE.2.1v1":
        "needs protection.sensitiveUsers, and the same people in ScubaGear's configuration",
      "MS.SECURITYSUITE.2.3v1":
        "needs protection.partnerDomains, and the same domains in ScubaGear's configuration",
      "MS.SECURITYSUITE.7.1v1":
        "ScubaGear counts a policy of your own only if its rule names nobody, which Exchange does not take; a preset for everyone meets it",
      "MS.SECURITYSUITE.7.2v1": "as MS.SECURITYSUITE.7.1v1",
      "MS.SECURITYSUITE.7.3v1": "as MS.SECURITYSUITE.7.1v1",
      "MS.SECURITYSUITE.3.5v1":
        "what applications on devices may do is a setting of endpoints in the Purview portal",
      "MS.SECURITYSUITE.4.1v1":
        "Microsoft's own alerts are switched on in the Defender portal; alerts.baseline looks at them",
      "MS.SECURITYSUITE.4.2v1":
        "whom they tell is changed in the Defender portal; alerts.baseline looks at that too",
    },
  },
  cis: {
    title: "CIS Microsoft 365 Foundations Benchmark 7.0",
    source: "https://www.cisecurity.org/benchmark/microsoft_365",
    rules: {},
    unmet: {
      "CIS 2.1.3": "needs protection.notify",
      "CIS 2.1.6": "needs protection.notify",
      "CIS 2.1.7": "needs protection.sensitiveUsers beside the rest",
      "CIS 2.1.11":
        "the benchmark's list of file types is its own; write it as antiMalware.default.fileTypes",
      "CIS 2.4.2": "needs presets.strict for priority accounts",
      "CIS 3.2.1":
        "the benchmark names no kinds of data: write dataLoss.policies, or take scuba's baseline there",
      "CIS 3.2.2": "as CIS 3.2.1, with teamsLocation",
      "CIS 8.6.1": "that users may report messages of Teams is a setting of the Teams admin center",
      "CIS 6.2.2":
        "the absence of a rule is nothing that a stack makes; the rule no-scl-bypass keeps it out of the estate",
    },
  },
};
