import { type ExchangeObject, SHARED_FOR } from "../exchange/types";
import { type Context, DiagnosticError, str } from "../plugin/index";
import { oneOf } from "./attributes";
import { text } from "./exchange-values";
import { unlessGone } from "./found";
import { type M365, resource } from "./m365";

type Calling = Pick<Context<M365>, "client" | "signal">;
const NOUN = "TenantAllowBlockListSpoofItems";
/** All lists of a tenant are in the one of this name. */
const LIST = { Identity: "Default" } as const;
const SPOOF_TYPES = ["External", "Internal"] as const;
const ACTIONS = ["Allow", "Block"] as const;

/**
 * One pair of the Tenant Allow/Block List: whose address may, or may not, be spoofed by whom. A tenant has at most 1024.
 * Source: https://learn.microsoft.com/defender-office-365/tenant-allow-block-list-email-spoof-configure
 */
export const tenantAllowBlockListSpoofItem = resource({
  description:
    "A pair of the Tenant Allow/Block List: an address or domain, and who may, or may not, send as it without authentication. A tenant has at most 1024.",
  attributes: {
    spoofed_user: str({
      required: true,
      requiresReplace: true,
      description: "The address or domain that is shown as the sender; * for any.",
    }),
    sending_infrastructure: str({
      required: true,
      requiresReplace: true,
      description:
        "Who sends: the domain of its PTR, a domain that signed by DKIM, an IPv4 network /24, or *.",
    }),
    spoof_type: str({
      required: true,
      requiresReplace: true,
      validate: oneOf(...SPOOF_TYPES),
      choices: SPOOF_TYPES,
      description: "Is the shown sender of your own domains (Internal), or of others?",
    }),
    action: str({
      required: true,
      validate: oneOf(...ACTIONS),
      choices: ACTIONS,
      description: "May they? What is blocked is treated as phishing.",
    }),
    id: str({ computed: true, stable: true, description: "Exchange's id of the pair." }),
  },

  async create(plan, context) {
    const { client, signal } = context;
    const parameters = {
      ...LIST,
      SpoofedUser: plan.spoofed_user,
      SendingInfrastructure: plan.sending_infrastructure,
      SpoofType: plan.spoof_type,
      Action: plan.action,
    };
    const [made] = await client.exchange.invoke(`New-${NOUN}`, parameters, { signal });
    const look = { client, signal: new AbortController().signal };
    const row = made && text(made, "Identity") ? made : (await items(look)).find((one) => isPair(one, plan));
    if (row) return { ...plan, id: text(row, "Identity") ?? "" };
    throw new DiagnosticError({ summary: `Exchange shows no pair ${JSON.stringify(pairOf(plan))}` });
  },

  async read(state, context) {
    const row = (await items(context)).find(({ Identity }) => Identity === state.id);
    return row ? { ...state, action: text(row, "Action", state.action) ?? "" } : null;
  },

  async update(plan, { client, signal, prior }) {
    await client.exchange.invoke(
      `Set-${NOUN}`,
      { ...LIST, Ids: [prior.id], Action: plan.action },
      { signal },
    );
    return { ...plan, id: prior.id };
  },

  async delete({ id }, { client, signal }) {
    await unlessGone(client.exchange.invoke(`Remove-${NOUN}`, { ...LIST, Ids: [id] }, { signal }));
  },

  async import(id, context) {
    const row = (await items(context)).find(
      (one) => one.Identity === id || pairOf(pair(one)).toLowerCase() === id.toLowerCase(),
    );
    if (row) {
      return {
        ...pair(row),
        spoof_type: text(row, "SpoofType") ?? "",
        action: text(row, "Action") ?? "",
        id: text(row, "Identity") ?? "",
      };
    }
    throw new DiagnosticError({
      summary: `${JSON.stringify(id)} names no pair`,
      detail: "Give the spoofed user, a slash, and who sends, as contoso.com/mail.fabrikam.com.",
    });
  },
});

interface Pair {
  readonly spoofed_user: string;
  readonly sending_infrastructure: string;
}

const items = ({ client, signal }: Calling) =>
  client.exchange.invoke(`Get-${NOUN}`, LIST, { signal, maxAge: SHARED_FOR });

function pair(row: ExchangeObject): Pair {
  return {
    spoofed_user: text(row, "SpoofedUser") ?? "",
    sending_infrastructure: text(row, "SendingInfrastructure") ?? "",
  };
}

const pairOf = ({ spoofed_user, sending_infrastructure }: Pair) =>
  `${spoofed_user}/${sending_infrastructure}`;

function isPair(row: ExchangeObject, wanted: Pair): boolean {
  return pairOf(pair(row)).toLowerCase() === pairOf(wanted).toLowerCase();
}
