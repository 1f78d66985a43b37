import { type Cmdlet, refuse } from "./cmdlet";

export const ACCEPTED_DOMAIN: Readonly<Record<string, Cmdlet>> = {
  "Get-AcceptedDomain": {
    parameters: { Identity: "text" },
    run: ({ Identity }, { state }) => ({
      rows: Identity === undefined ? state.acceptedDomains.all() : [state.acceptedDomains.get(Identity)],
    }),
  },
  "Set-AcceptedDomain": {
    parameters: {
      Identity: "text",
      DomainType: ["Authoritative", "InternalRelay"],
      MatchSubDomains: "flag",
      CanHaveCloudCache: "flag",
      SendingFromDomainDisabled: "flag",
      OutboundOnly: "flag",
      EnableNego2Authentication: "flag",
    },
    required: ["Identity"],
    run: ({ Identity, ...settings }, { state }) => {
      const row = state.acceptedDomains.get(Identity);
      const wanted = { ...row, ...settings };
      if (wanted.MatchSubDomains === true && wanted.DomainType !== "InternalRelay") {
        refuse("MatchSubDomains requires the InternalRelay domain type.");
      }
      Object.assign(row, wanted);
      return { rows: [] };
    },
  },
};
