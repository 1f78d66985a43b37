import type { ExchangeKind, Value } from "../objects";
import type { ProtectionBaseline } from "../options";

/** A baseline that says something. */
export type SayingBaseline = Exclude<ProtectionBaseline, "none">;

/** What a value is taken from where the tenant alone knows it: the options under `protection`, or its initial domain. */
export type ToldValue = "sensitiveUsers" | "partnerDomains" | "notify" | "initialDomain";

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
      "MS.SECURITYSUITE.3.1v1": "loss of data is not declared here",
      "MS.SECURITYSUITE.3.2v1": "loss of data is not declared here",
      "MS.SECURITYSUITE.3.3v1": "loss of data is not declared here",
      "MS.SECURITYSUITE.3.4v1": "loss of data is not declared here",
      "MS.SECURITYSUITE.4.1v1": "Microsoft's own alerts are switched on in the Defender portal",
      "MS.SECURITYSUITE.5.2v1": "how long audit logs are kept is not declared here",
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
      "CIS 6.2.2":
        "the absence of a rule is nothing that a stack makes; the rule no-scl-bypass keeps it out of the estate",
    },
  },
};
