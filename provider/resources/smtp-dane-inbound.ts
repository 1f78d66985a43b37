import { SHARED_FOR } from "../exchange/types";
import { type Context, str } from "../plugin/index";
import { domainName } from "./attributes";
import { done, refusal } from "./domain-feature";
import { found, unlessGone } from "./found";
import { type M365, resource } from "./m365";

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
      try {
        const rows = await client.exchange.invoke(
          "Enable-SmtpDaneInbound",
          { DomainName: domain },
          { signal },
        );
        done(rows, `SMTP DANE for ${domain} was not enabled`);
      } catch (error) {
        throw refused(domain, error);
      }
    }
    return { domain, id: domain };
  },

  read: async (state, context) => ((await isOn(state.domain, context)) ? state : null),

  async delete({ domain }, { client, signal }) {
    try {
      const rows = client.exchange.invoke("Disable-SmtpDaneInbound", { DomainName: domain }, { signal });
      await unlessGone(rows.then((given) => done(given, `SMTP DANE for ${domain} was not disabled`)));
    } catch (error) {
      throw refused(domain, error);
    }
  },

  import: async (domain, context) => ((await isOn(domain, context)) ? { domain, id: domain } : null),
});

/** By the list of all domains, in one request for all of a plan. */
async function isOn(
  domain: string,
  { client, signal }: Pick<Context<M365>, "client" | "signal">,
): Promise<boolean> {
  const rows = client.exchange.invoke("Get-AcceptedDomain", {}, { signal, maxAge: SHARED_FOR });
  const row = await found(domain, rows);
  return /^enabled$/i.test(String(row?.SmtpDaneStatus));
}

function refused(domain: string, error: unknown): unknown {
  const hint = "Is DNSSEC enabled for the domain, and does its MX name the host under mx.microsoft?";
  return refusal(`SMTP DANE for ${domain}: Exchange says no`, error, hint);
}
