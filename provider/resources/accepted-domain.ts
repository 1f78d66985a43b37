import type { ExchangeObject } from "../exchange/types";
import { bool, type Diagnostic, DiagnosticError, isUnknown, str } from "../plugin/index";
import { domainName, oneOf } from "./attributes";
import { flag, text } from "./exchange-values";
import { found } from "./found";
import { resource } from "./m365";

/** Settings of a domain that the tenant has: Microsoft makes it when the domain is verified, and removes it with it. */
export const acceptedDomain = resource({
  description:
    "How Exchange Online treats an accepted domain. The domain is there once it is verified in Microsoft 365; " +
    "destroy leaves it and its settings as they are.",
  attributes: {
    domain: str({
      required: true,
      requiresReplace: true,
      validate: domainName,
      description: "A verified domain.",
    }),
    domain_type: str({
      required: true,
      validate: oneOf("Authoritative", "InternalRelay"),
      description:
        "Authoritative: all recipients are known to Exchange Online, others are refused. InternalRelay: mail for " +
        "unknown recipients goes on, over an outbound connector.",
    }),
    match_sub_domains: bool({
      optional: true,
      default: false,
      description: "InternalRelay: takes mail for all subdomains too.",
    }),
  },

  validate({ domain_type, match_sub_domains }): readonly Diagnostic[] {
    if (match_sub_domains !== true || isUnknown(domain_type) || domain_type === "InternalRelay") return [];
    return [
      {
        summary: "match_sub_domains: only an internal relay takes mail for subdomains",
        detail: 'Set domain_type = "InternalRelay", or leave match_sub_domains out.',
        path: ["match_sub_domains"],
      },
    ];
  },

  async create(plan, { client, signal }) {
    const before = await found(
      plan.domain,
      client.exchange.invoke("Get-AcceptedDomain", { Identity: plan.domain }, { signal }),
    );
    if (!before) {
      throw new DiagnosticError({
        summary: `${plan.domain} is no accepted domain of this tenant`,
        detail: "Verify the domain in Microsoft 365 and give it the Email service first.",
        path: ["domain"],
      });
    }
    const { domain_type, match_sub_domains } = settings(before);
    if (domain_type !== plan.domain_type || match_sub_domains !== plan.match_sub_domains) {
      await client.exchange.invoke("Set-AcceptedDomain", parameters(plan), { signal });
    }
    return plan;
  },

  async read(state, { client, signal }) {
    const domain = await found(
      state.domain,
      client.exchange.invoke("Get-AcceptedDomain", { Identity: state.domain }, { signal }),
    );
    return domain ? { domain: state.domain, ...settings(domain) } : null;
  },

  async update(plan, { client, signal }) {
    await client.exchange.invoke("Set-AcceptedDomain", parameters(plan), { signal });
    return plan;
  },

  async delete() {
    // Authoritative or relay, the domain has to be something: there is no state before to go back to.
  },

  async import(name, { client, signal }) {
    const domain = await found(
      name,
      client.exchange.invoke("Get-AcceptedDomain", { Identity: name }, { signal }),
    );
    return domain ? { domain: name, ...settings(domain) } : null;
  },
});

function parameters(plan: {
  readonly domain: string;
  readonly domain_type: string;
  readonly match_sub_domains: boolean;
}) {
  return { Identity: plan.domain, DomainType: plan.domain_type, MatchSubDomains: plan.match_sub_domains };
}

function settings(domain: ExchangeObject) {
  return {
    domain_type: text(domain, "DomainType") ?? "",
    match_sub_domains: flag(domain, "MatchSubDomains"),
  };
}
