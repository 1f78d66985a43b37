import { visibleLine } from "../../../lib/visible";
import { CloudError } from "../../http/cloud-error";
import { text } from "../../http/json";
import { bool, str, UNKNOWN } from "../../plugin/index";
import { resource } from "../m365";
import { waitFor } from "../wait";
import { type Calling, refused, user } from "./account";

/** How long Exchange may still show a sender that it released, in seconds. */
const PATIENCE = { timeout: 60, first: 1, longest: 10 };

/** https://learn.microsoft.com/powershell/module/exchangepowershell/get-blockedsenderaddress, remove-blockedsenderaddress */
export const restrictedSender = resource({
  description:
    "Whether Exchange has stopped an account from sending, as it does with one that sends spam. One that is stopped since stands in " +
    "restricted_again, and is a change. Nothing is released unless release is true; do that after the account was reviewed and " +
    "cleaned: Exchange releases a sender a few times, after that only Microsoft Support does. Destroy changes nothing.",
  attributes: {
    user_principal_name: user,
    release: bool({
      optional: true,
      default: false,
      description:
        "May the account send again? It is released once, and after that only when it is stopped again.",
    }),
    restricted: bool({
      computed: true,
      description: "Is it stopped from sending, as the last apply found it?",
    }),
    restricted_again: str({
      computed: true,
      nullable: true,
      description:
        "Why Exchange has stopped it since. Planned to be null: whatever stands here was not there before.",
    }),
  },

  async modifyPlan({ release }, { prior, warn }) {
    if (prior === undefined) return { values: { restricted_again: null } };
    const { user_principal_name: upn, restricted, restricted_again: again } = prior;
    if (again !== null) {
      warn({
        summary: `${visibleLine(upn)} is stopped from sending since: ${again}`,
        detail: "Mail goes out, or went out, that Exchange takes for spam.",
        path: ["restricted_again"],
      });
    }
    const changes = again !== null || (release === true && restricted);
    return { values: { restricted: changes ? UNKNOWN : restricted, restricted_again: null } };
  },

  create: async (plan, context) => ({ ...plan, ...(await settle(plan, context)) }),

  async read(state, context) {
    const reason = await reasonOf(state.user_principal_name, context);
    const again = state.restricted ? null : (reason ?? null);
    return { ...state, restricted: state.restricted && reason !== undefined, restricted_again: again };
  },

  update: async (plan, context) => ({ ...plan, ...(await settle(plan, context)) }),

  async delete() {
    // Who may send is not for the end of an incident to decide by the way.
  },
});

/** Why an account is stopped from sending; undefined if it is not. */
export async function reasonOf(upn: string, { client, signal }: Calling): Promise<string | undefined> {
  const rows = await client.exchange.invoke("Get-BlockedSenderAddress", { SenderAddress: upn }, { signal });
  const row = rows.find(({ SenderAddress }) => text(SenderAddress)?.toLowerCase() === upn.toLowerCase());
  if (row === undefined) return undefined;
  return visibleLine(text(row.Reason) ?? "a reason that is not shown").slice(0, 300);
}

async function settle(
  { user_principal_name: upn, release }: { readonly user_principal_name: string; readonly release: boolean },
  calling: Calling,
): Promise<{ readonly restricted: boolean; readonly restricted_again: null }> {
  const reason = await reasonOf(upn, calling);
  if (reason === undefined || !release) return { restricted: reason !== undefined, restricted_again: null };
  const { client, signal } = calling;
  try {
    await client.exchange.invoke("Remove-BlockedSenderAddress", { SenderAddress: upn }, { signal });
  } catch (error) {
    if (!(error instanceof CloudError) || error.notFound) throw error;
    const detail = `${error.message}. A sender is released a few times only; after that Microsoft Support does it.`;
    throw refused(`${visibleLine(upn)} is not released as a sender`, detail, ["release"]);
  }
  const gone = await waitFor(client.clock, PATIENCE, signal, async () =>
    (await reasonOf(upn, calling)) === undefined ? true : undefined,
  );
  if (gone) return { restricted: false, restricted_again: null };
  const detail =
    "Exchange took it, and shows the sender still. It can take an hour, a day at most; apply again.";
  throw refused(`${visibleLine(upn)} is still stopped from sending`, detail, ["release"]);
}
