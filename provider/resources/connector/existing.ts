import { type Diagnostic, isUnknown, type Unknown } from "../../plugin/index";
import { found } from "../found";
import type { M365 } from "../m365";

interface Planning {
  readonly client: M365 | undefined;
  readonly signal: AbortSignal;
  /** State before; undefined for a connector that is to be made. */
  readonly prior: object | undefined;
}

/**
 * Is there a connector of that name before the plan makes one? After an apply that was cut off (or somebody's click)
 * the plan says so. A warning only: a plan that replaces a connector looks the same from here.
 */
export async function existing(
  kind: "InboundConnector" | "OutboundConnector",
  name: string | Unknown | null,
  { client, signal, prior }: Planning,
): Promise<{ readonly diagnostics: readonly Diagnostic[] } | undefined> {
  if (prior || !client || isUnknown(name) || name === null) return undefined;
  const connector = await found(client.exchange.invoke(`Get-${kind}`, { Identity: name }, { signal }));
  if (!connector) return undefined;
  const type = kind === "InboundConnector" ? "m365_inbound_connector" : "m365_outbound_connector";
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
}
