import type { ExchangeObject } from "../exchange/types";
import { CloudError } from "../http/cloud-error";
import { type Context, DiagnosticError, str } from "../plugin/index";
import { domainName } from "./attributes";
import { type M365, resource } from "./m365";

/** For how long the list of domains serves one plan, in milliseconds. A write of ours ends it. */
const SHARED_FOR = 60_000;

/**
 * TLSA records at the domain's host, by which senders know its certificate (RFC 7672).
 * Source: https://learn.microsoft.com/purview/how-smtp-dane-works
 */
export const smtpDaneInbound = resource({
  description:
    "SMTP DANE for mail to a domain: Microsoft publishes TLSA records for its host under mx.microsoft. It needs DNSSEC for the domain (m365_dnssec_for_verified_domain) and an MX that names that host. Destroy switches it off.",
  attributes: {
    domain: str({
      required: true,
      requiresReplace: true,
      validate: domainName,
      description: "An accepted domain whose MX names its host under mx.microsoft.",
    }),
    id: str({ computed: true, stable: true, description: "The domain." }),
  },

  async create({ domain }, context) {
    const { client, signal } = context;
    if (!(await isOn(domain, context))) {
      const [made = {}] = await client.exchange
        .invoke("Enable-SmtpDaneInbound", { DomainName: domain }, { signal })
        .catch((error: unknown) => {
          throw refusal(domain, error);
        });
      // A cmdlet that went well may say nothing of it.
      if (made.Result !== undefined && !/^success$/i.test(String(made.Result))) {
        throw new DiagnosticError({
          summary: `SMTP DANE for ${domain} was not enabled`,
          detail: [made.Result, made.ErrorData].flat().filter(Boolean).map(String).join(": "),
          path: ["domain"],
        });
      }
    }
    return { domain, id: domain };
  },

  read: async (state, context) => ((await isOn(state.domain, context)) ? state : null),

  async delete({ domain }, { client, signal }) {
    await client.exchange
      .invoke("Disable-SmtpDaneInbound", { DomainName: domain }, { signal })
      .catch((error: unknown) => {
        if (!(error instanceof CloudError && error.notFound)) throw refusal(domain, error);
      });
  },

  import: async (domain, context) => ((await isOn(domain, context)) ? { domain, id: domain } : null),
});

/** By the list of all domains, in one request for all of a plan. */
async function isOn(
  domain: string,
  { client, signal }: Pick<Context<M365>, "client" | "signal">,
): Promise<boolean> {
  const rows = await client.exchange.invoke("Get-AcceptedDomain", {}, { signal, maxAge: SHARED_FOR });
  const named = ({ DomainName }: ExchangeObject) => String(DomainName).toLowerCase() === domain;
  return rows.some((row) => named(row) && /^enabled$/i.test(String(row.SmtpDaneStatus)));
}

function refusal(domain: string, error: unknown): unknown {
  if (!(error instanceof CloudError)) return error;
  return new DiagnosticError({
    summary: `SMTP DANE for ${domain}: Exchange says no`,
    detail: `${error.message} (${error.code}). Is DNSSEC enabled for the domain, and does its MX name the host under mx.microsoft?`,
    path: ["domain"],
  });
}
