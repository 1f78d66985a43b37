import type { ExchangeObject, Parameters } from "../../exchange/types";
import { bool, type Context, type Diagnostic, isUnknown, str, type Unknown } from "../../plugin/index";
import { oneOf } from "../attributes";
import { changed, given } from "../exchange-values";
import { found, unlessGone } from "../found";
import type { M365 } from "../m365";
import { onOff, textAlways, textOrNull } from "./property";

/** What connectors of both directions have. */
export const commonAttributes = {
  name: str({
    required: true,
    description: "Name of the connector, unique among those of the same direction.",
  }),
  connector_type: str({
    optional: true,
    default: "Partner",
    validate: oneOf("Partner", "OnPremises"),
    description: "OnPremises for the organization's own servers, Partner for anyone else's.",
  }),
  cloud_services_mail_enabled: bool({
    optional: true,
    default: false,
    description:
      "Hybrid mail flow: cross-premises headers are kept. The Hybrid Configuration wizard's business.",
  }),
  enabled: bool({ optional: true, default: true, description: "Is the connector in use?" }),
  comment: str({ optional: true, description: "A note for administrators." }),
  id: str({ computed: true, stable: true, description: "Exchange's GUID of the connector." }),
} as const;

export const commonProperties = {
  name: textAlways("Name"),
  connector_type: textAlways("ConnectorType"),
  cloud_services_mail_enabled: onOff("CloudServicesMailEnabled"),
  enabled: onOff("Enabled"),
  comment: textOrNull("Comment", ""),
} as const;

type Calling = Pick<Context<M365>, "client" | "signal">;

/** The cmdlets of one direction's connectors. A connector is known by name or GUID. */
export interface ConnectorCmdlets {
  get(identity: string, calling: Calling): Promise<ExchangeObject | undefined>;
  /** @returns the connector as Exchange made it */
  make(parameters: Parameters, calling: Calling): Promise<ExchangeObject>;
  /** Sends what differs, and nothing where nothing does. */
  change(identity: string, after: Parameters, before: Parameters, calling: Calling): Promise<void>;
  remove(identity: string, calling: Calling): Promise<void>;
  /** Is there a connector of that name before the plan makes one? */
  announce(
    name: string | Unknown | null,
    planning: Planning,
  ): Promise<{ readonly diagnostics: readonly Diagnostic[] } | undefined>;
}

interface Planning {
  readonly client: M365 | undefined;
  readonly signal: AbortSignal;
  /** State before; undefined for a connector that is to be made. */
  readonly prior: object | undefined;
}

/** @param type the resource in Terraform, for what to import */
export function connectorCmdlets(
  noun: "InboundConnector" | "OutboundConnector",
  type: string,
): ConnectorCmdlets {
  const get: ConnectorCmdlets["get"] = (identity, { client, signal }) =>
    found(identity, client.exchange.invoke(`Get-${noun}`, { Identity: identity }, { signal }));
  return {
    get,

    async make(parameters, { client, signal }) {
      const [made] = await client.exchange.invoke(`New-${noun}`, given(parameters), { signal });
      // Asked even when Terraform was told to stop meanwhile: the state must know what was made.
      const look = { client, signal: new AbortController().signal };
      return made ?? (await get(String(parameters.Name), look)) ?? {};
    },

    async change(identity, after, before, { client, signal }) {
      const changes = changed(after, before);
      if (Object.keys(changes).length === 0) return;
      await client.exchange.invoke(`Set-${noun}`, { Identity: identity, ...changes }, { signal });
    },

    async remove(identity, { client, signal }) {
      const parameters = { Identity: identity, Confirm: false };
      await unlessGone(client.exchange.invoke(`Remove-${noun}`, parameters, { signal }));
    },

    // After an apply that was cut off (or somebody's click) the plan says what is there. A warning only: a plan that
    // replaces a connector looks the same from here.
    async announce(name, { client, signal, prior }) {
      if (prior || !client || isUnknown(name) || name === null) return undefined;
      const connector = await get(name, { client, signal });
      if (!connector) return undefined;
      return {
        diagnostics: [
          {
            severity: "warning",
            summary: `Exchange has a connector ${JSON.stringify(name)} already`,
            detail: `Unless this plan replaces it, import it: terraform import ${type}.<name> ${String(connector.Guid)}`,
            path: ["name"],
          },
        ],
      };
    },
  };
}
