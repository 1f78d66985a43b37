import { visibleLine } from "../../../lib/visible";
import { CloudError } from "../../http/cloud-error";
import { text } from "../../http/json";
import { bool, str } from "../../plugin/index";
import { unlessGone } from "../found";
import { resource } from "../m365";
import { waitFor } from "../wait";
import { accountOf, type Calling, refused, user } from "./account";

const CONFIRMED = "confirmedCompromised";
/** How long Graph may take to show a risk that it took, in seconds. */
const PATIENCE = { timeout: 120, first: 1, longest: 10 };

/** https://learn.microsoft.com/graph/api/riskyuser-confirmcompromised */
export const userConfirmedCompromised = resource({
  description:
    "An account that Identity Protection is told is compromised: its risk is high, and policies that ask for the risk of users " +
    "bite, whoever opens it again. Needs Entra ID P2. A risk that somebody dismissed since is a change. Destroy dismisses the " +
    "risk, unless dismiss_on_destroy is false.",
  identity: "user_principal_name",
  attributes: {
    user_principal_name: user,
    dismiss_on_destroy: bool({
      optional: true,
      default: true,
      description: "Does destroy dismiss the risk? False leaves it to whoever reviews the account.",
    }),
    risk_state: str({
      computed: true,
      description: `What Identity Protection says of the account. Planned to be ${CONFIRMED}.`,
    }),
  },

  async modifyPlan(_, { prior, warn }) {
    if (prior !== undefined && prior.risk_state !== CONFIRMED) {
      warn({
        summary: `${visibleLine(prior.user_principal_name)} is no longer told to be compromised: its risk is ${prior.risk_state}`,
        detail: "Somebody has dismissed the risk since, or a change of the password has ended it.",
        path: ["risk_state"],
      });
    }
    return { values: { risk_state: CONFIRMED } };
  },

  async create(plan, context) {
    await confirm(plan.user_principal_name, context);
    return { ...plan, risk_state: CONFIRMED };
  },

  async read(state, context) {
    const account = await unlessGone(accountOf(state.user_principal_name, context));
    return account && { ...state, risk_state: await riskState(account.id, context) };
  },

  async update(plan, context) {
    await confirm(plan.user_principal_name, context);
    return { ...plan, risk_state: CONFIRMED };
  },

  async delete({ user_principal_name: upn, dismiss_on_destroy }, context) {
    if (!dismiss_on_destroy) return;
    const account = await unlessGone(accountOf(upn, context));
    if (account !== null) await act("dismiss", account.id, upn, context);
  },

  async import(upn, context) {
    const account = await unlessGone(accountOf(upn, context));
    return (
      account && {
        user_principal_name: upn,
        dismiss_on_destroy: true,
        risk_state: await riskState(account.id, context),
      }
    );
  },
});

async function confirm(upn: string, calling: Calling): Promise<void> {
  const { id } = await accountOf(upn, calling);
  await act("confirmCompromised", id, upn, calling);
  const shown = await waitFor(calling.client.clock, PATIENCE, calling.signal, async () =>
    (await riskState(id, calling)) === CONFIRMED ? true : undefined,
  );
  if (shown) return;
  throw refused(
    `nothing proves that the risk of ${visibleLine(upn)} is high`,
    `Graph took the call, and riskState is not ${CONFIRMED}. Apply again.`,
    ["risk_state"],
  );
}

async function act(
  what: "confirmCompromised" | "dismiss",
  id: string,
  upn: string,
  { client, signal }: Calling,
): Promise<void> {
  try {
    const options = { signal, needs: "IdentityRiskyUser.ReadWrite.All", idempotent: true };
    await client.graph.post(`identityProtection/riskyUsers/${what}`, { userIds: [id] }, options);
  } catch (error) {
    if (!(error instanceof CloudError) || error.status !== 403) throw error;
    const detail = `${error.message}. identityProtection/riskyUsers needs Entra ID P2.`;
    throw refused(`the risk of ${visibleLine(upn)} cannot be changed`, detail, ["user_principal_name"]);
  }
}

/** `none` for an account that Identity Protection has never seen at risk. */
async function riskState(id: string, { client, signal }: Calling): Promise<string> {
  const path = `identityProtection/riskyUsers/${encodeURIComponent(id)}`;
  const found = await unlessGone(client.graph.get(path, { signal, needs: "IdentityRiskyUser.Read.All" }));
  if (found === null) return "none";
  return visibleLine(text(found.riskState) ?? "not shown").slice(0, 60);
}
