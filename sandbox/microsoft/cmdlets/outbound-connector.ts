import type { Row } from "../table";
import { type Cmdlet, refuse } from "./cmdlet";
import { some, tableCmdlets } from "./table-cmdlets";

/** Flags that only a connector to the premises may have. */
const ON_PREMISES_ONLY = ["AllAcceptedDomains", "RouteAllMessagesViaOnPremises", "SenderRewritingEnabled"];

export const OUTBOUND_CONNECTOR: Readonly<Record<string, Cmdlet>> = {
  ...tableCmdlets({
    noun: "OutboundConnector",
    table: ({ outboundConnectors }) => outboundConnectors,
    settings: {
      AllAcceptedDomains: "flag",
      CloudServicesMailEnabled: "flag",
      Comment: "text",
      ConnectorSource: ["Default", "Migrated", "HybridWizard", "AdminUI"],
      ConnectorType: ["Partner", "OnPremises"],
      Enabled: "flag",
      IsTransportRuleScoped: "flag",
      MtaStsMode: ["Opportunistic", "None"],
      RecipientDomains: "texts",
      RouteAllMessagesViaOnPremises: "flag",
      SenderRewritingEnabled: "flag",
      SmartHosts: "texts",
      SmtpDaneMode: ["Opportunistic", "Mandatory", "None"],
      TestMode: "flag",
      TlsDomain: "text",
      TlsSettings: ["EncryptionOnly", "CertificateValidation", "DomainValidation"],
      UseMXRecord: "flag",
    },
    setOnly: { IsValidated: "flag", LastValidationTimestamp: "instant", ValidationRecipients: "texts" },
    required: [],
    defaults: {
      AllAcceptedDomains: false,
      CloudServicesMailEnabled: false,
      Comment: null,
      ConnectorSource: "Default",
      ConnectorType: "Partner",
      Enabled: true,
      IsTransportRuleScoped: false,
      IsValidated: false,
      LastValidationTimestamp: null,
      MtaStsMode: "Opportunistic",
      RecipientDomains: [],
      RouteAllMessagesViaOnPremises: false,
      SenderRewritingEnabled: false,
      SmartHosts: [],
      SmtpDaneMode: "Opportunistic",
      TestMode: false,
      TlsDomain: null,
      TlsSettings: null,
      UseMXRecord: true,
      ValidationRecipients: null,
    },
    check,
  }),
  "Validate-OutboundConnector": {
    parameters: { Identity: "text", Recipients: "texts", Confirm: "flag" },
    required: ["Identity", "Recipients"],
    // The two tests of the cmdlet. It marks nothing: `Set-OutboundConnector -IsValidated` does. A test makes them fail
    // by the row's `$unreachable`.
    run: ({ Identity, Recipients }, { state }) => {
      const row = state.outboundConnectors.get(Identity);
      const reached = row.$unreachable !== true;
      const hosts = Array.isArray(row.SmartHosts) && row.SmartHosts.length > 0 ? row.SmartHosts : ["MX"];
      return {
        rows: [
          ...hosts.map((host) => task(`Check connectivity to '${host}'`, reached)),
          ...(Array.isArray(Recipients) ? Recipients : []).map((to) =>
            task(`Send test email to '${to}'`, reached),
          ),
        ],
      };
    },
  },
};

function task(name: string, reached: boolean): Row {
  const detail = reached ? "" : "450 4.4.316 Connection refused [Message=Socket error code 10061]";
  return { TaskName: name, IsTaskSuccessful: reached, TaskDetail: detail };
}

function check(row: Row): void {
  if (row.UseMXRecord === false && !some(row.SmartHosts))
    refuse("SmartHosts is required when UseMXRecord is false.");
  if (row.UseMXRecord === true && some(row.SmartHosts))
    refuse("SmartHosts can't be used when UseMXRecord is true.");
  if (row.TlsDomain && row.TlsSettings !== "DomainValidation") {
    refuse("TlsDomain can be used only when TlsSettings is DomainValidation.");
  }
  if (row.TlsSettings === "DomainValidation" && !row.TlsDomain) {
    refuse("TlsDomain is required when TlsSettings is DomainValidation.");
  }
  for (const flag of ON_PREMISES_ONLY) {
    if (row[flag] === true && row.ConnectorType !== "OnPremises") {
      refuse(`${flag} requires the OnPremises connector type.`);
    }
  }
  if (some(row.RecipientDomains) && row.AllAcceptedDomains === true) {
    refuse("RecipientDomains and AllAcceptedDomains can't be used together.");
  }
}
