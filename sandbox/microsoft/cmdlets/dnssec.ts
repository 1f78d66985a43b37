import type { TenantState } from "../state";
import type { Row } from "../table";
import { serviceRecords } from "../tenant/domain";
import { mxHost, type Naming } from "../tenant/names";
import { type Cmdlet, refuse } from "./cmdlet";

const DOMAIN = { parameters: { DomainName: "text" }, required: ["DomainName"] } as const;
const LOOK = { SkipDnsValidation: "flag", SkipMtaStsValidation: "flag", SkipMxValidation: "flag" } as const;

/** By https://learn.microsoft.com/purview/how-smtp-dane-works */
export const DNSSEC: Readonly<Record<string, Cmdlet>> = {
  "Enable-DnssecForVerifiedDomain": {
    ...DOMAIN,
    run: ({ DomainName }, { state }) => {
      const domain = accepted(DomainName, state);
      domain.$dnssec = true;
      const verified = state.domains.get(String(domain.DomainName));
      if (verified) verified.serviceConfigurationRecords = serviceRecords(verified.id, signed(state));
      return { rows: [{ Result: "Success", DnssecMxValue: host(domain, state), ErrorData: null }] };
    },
  },
  "Disable-DnssecForVerifiedDomain": {
    ...DOMAIN,
    run: ({ DomainName }, { state }) => {
      const domain = accepted(DomainName, state);
      if (domain.SmtpDaneStatus === "Enabled") refuse("SMTP DANE has to be disabled for the domain first.");
      domain.$dnssec = false;
      const verified = state.domains.get(String(domain.DomainName));
      if (verified) verified.serviceConfigurationRecords = serviceRecords(verified.id, state);
      return { rows: [{ Result: "Success", ErrorData: null }] };
    },
  },
  "Get-DnssecStatusForVerifiedDomain": {
    parameters: { DomainName: "text", ...LOOK },
    required: ["DomainName"],
    run: ({ DomainName }, { state }) => {
      const domain = accepted(DomainName, state);
      const on = domain.$dnssec === true;
      return {
        rows: [
          {
            DnssecFeatureStatus: { Value: on ? "Enabled" : "Disabled" },
            ExpectedMxRecord: on ? { Record: `@ 60 IN MX 10 ${host(domain, state)}` } : null,
            Errors: [],
            Warnings: [],
            DnsValidation: null,
            MxValidation: null,
            MtaStsValidation: null,
          },
        ],
      };
    },
  },
  "Enable-SmtpDaneInbound": {
    ...DOMAIN,
    run: ({ DomainName }, { state }) => {
      const domain = accepted(DomainName, state);
      if (domain.$dnssec !== true) refuse("DNSSEC has to be enabled for the domain first.");
      domain.SmtpDaneStatus = "Enabled";
      return { rows: [{ Result: "Success", ErrorData: null }] };
    },
  },
  "Disable-SmtpDaneInbound": {
    ...DOMAIN,
    run: ({ DomainName }, { state }) => {
      accepted(DomainName, state).SmtpDaneStatus = "Disabled";
      return { rows: [{ Result: "Success", ErrorData: null }] };
    },
  },
};

function accepted(name: unknown, state: TenantState): Row {
  return state.acceptedDomains.get(name);
}

function signed(state: TenantState): Naming {
  return {
    cloud: state.cloud,
    initialDomain: state.initialDomain,
    hosts: state.hosts,
    partitions: { mx: "e", ...state.partitions },
  };
}

function host({ DomainName }: Row, state: TenantState): string {
  return mxHost(String(DomainName), signed(state));
}
