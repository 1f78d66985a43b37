import type { ExchangeObject } from "../exchange/types";
import { CloudError } from "../http/cloud-error";
import { field } from "../http/json";
import { bool, type Context, DiagnosticError, str } from "../plugin/index";
import { domainName } from "./attributes";
import { done, refusal } from "./domain-feature";
import { unlessGone } from "./found";
import { type M365, resource } from "./m365";

/** The record is wanted, not what the DNS says of it. */
const BARE = { SkipDnsValidation: true, SkipMtaStsValidation: true, SkipMxValidation: true } as const;

/**
 * The host under mx.microsoft, whose zone is signed, that takes the mail of a domain. Its name holds a letter that Microsoft
 * assigns.
 * Source: https://learn.microsoft.com/purview/how-smtp-dane-works
 */
export const dnssecForVerifiedDomain = resource({
  description:
    "DNSSEC for mail to a verified domain: gives it a host under mx.microsoft, whose zone is signed. Nothing changes for mail before the MX names that host. Destroy leaves it on unless disable_on_destroy says otherwise: an MX may still name it.",
  attributes: {
    domain: str({
      required: true,
      requiresReplace: true,
      validate: domainName,
      description: "A verified domain that is an accepted domain.",
    }),
    disable_on_destroy: bool({
      optional: true,
      default: false,
      description: "Is it switched off on destroy? First bring the MX back, and switch SMTP DANE off.",
    }),
    mx_host: str({ computed: true, stable: true, description: "The host that the domain's MX has to name." }),
    id: str({ computed: true, stable: true, description: "The domain." }),
  },

  async create(plan, context) {
    const { client, signal } = context;
    const there = await hostOf(plan.domain, context);
    if (there) return { ...plan, mx_host: there, id: plan.domain };
    const rows = await client.exchange
      .invoke("Enable-DnssecForVerifiedDomain", { DomainName: plan.domain }, { signal })
      .catch((error: unknown) => {
        throw refused(plan.domain, error);
      });
    const host = bare(done(rows, `DNSSEC for ${plan.domain} was not enabled`).DnssecMxValue);
    if (host) return { ...plan, mx_host: host, id: plan.domain };
    throw new DiagnosticError({
      summary: `DNSSEC for ${plan.domain} was enabled, and Exchange does not say the host`,
      detail: "Apply again: what is on is adopted.",
      path: ["domain"],
    });
  },

  async read(state, context) {
    const host = await hostOf(state.domain, context);
    return host ? { ...state, mx_host: host } : null;
  },

  update: async (plan, { prior }) => ({ ...plan, mx_host: prior.mx_host, id: prior.id }),

  async delete({ domain, disable_on_destroy }, { client, signal, warn }) {
    if (!disable_on_destroy) {
      warn({
        summary: `DNSSEC for ${domain} stays on`,
        detail: "An MX that names the host would lose its mail. Set disable_on_destroy once none does.",
      });
      return;
    }
    try {
      const rows = client.exchange.invoke(
        "Disable-DnssecForVerifiedDomain",
        { DomainName: domain },
        { signal },
      );
      await unlessGone(rows.then((given) => done(given, `DNSSEC for ${domain} was not disabled`)));
    } catch (error) {
      throw refused(domain, error);
    }
  },

  async import(domain, context) {
    const host = await hostOf(domain, context);
    return host ? { domain, disable_on_destroy: false, mx_host: host, id: domain } : null;
  },
});

/** The domain's host under mx.microsoft; undefined while it has none. */
async function hostOf(
  domain: string,
  { client, signal }: Pick<Context<M365>, "client" | "signal">,
): Promise<string | undefined> {
  const [status = {}] = await client.exchange
    .invoke("Get-DnssecStatusForVerifiedDomain", { DomainName: domain, ...BARE }, { signal })
    .catch((error: unknown): readonly ExchangeObject[] => {
      if (error instanceof CloudError && error.notFound) return [];
      throw refused(domain, error);
    });
  const { DnssecFeatureStatus, ExpectedMxRecord } = status;
  // Either the word itself, or an object that has it.
  const feature = field(DnssecFeatureStatus, "Value") ?? DnssecFeatureStatus;
  return /^enabled$/i.test(String(feature)) ? hostIn(ExpectedMxRecord) : undefined;
}

/** Of a record in a zone file's form, `@ 60 IN MX 10 contoso-com.e-v1.mx.microsoft`. */
function hostIn(record: unknown): string | undefined {
  const text = String(field(record, "Record") ?? record);
  return bare(/\bMX\s+\d+\s+(\S+)/i.exec(text)?.[1]);
}

function bare(host: unknown): string | undefined {
  return typeof host === "string" && host !== "" ? host.replace(/\.$/, "").toLowerCase() : undefined;
}

function refused(domain: string, error: unknown): unknown {
  return refusal(`DNSSEC for ${domain}: Exchange says no`, error);
}
