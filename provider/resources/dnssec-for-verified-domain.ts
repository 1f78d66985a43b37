import type { ExchangeObject } from "../exchange/types";
import { CloudError } from "../http/cloud-error";
import { field } from "../http/json";
import { bool, type Context, DiagnosticError, str } from "../plugin/index";
import { domainName } from "./attributes";
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
    const [made = {}] = await client.exchange
      .invoke("Enable-DnssecForVerifiedDomain", { DomainName: plan.domain }, { signal })
      .catch((error: unknown) => {
        throw refusal(plan.domain, error);
      });
    const host = bare(made.DnssecMxValue);
    if (/^success$/i.test(String(made.Result)) && host) return { ...plan, mx_host: host, id: plan.domain };
    throw new DiagnosticError({
      summary: `DNSSEC for ${plan.domain} was not enabled`,
      detail: [made.Result, made.ErrorData].flat().filter(Boolean).map(String).join(": "),
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
    await client.exchange
      .invoke("Disable-DnssecForVerifiedDomain", { DomainName: domain }, { signal })
      .catch((error: unknown) => {
        throw refusal(domain, error);
      });
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
      throw refusal(domain, error);
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

function refusal(domain: string, error: unknown): unknown {
  if (!(error instanceof CloudError)) return error;
  return new DiagnosticError({
    summary: `DNSSEC for ${domain}: Exchange says no`,
    detail: `${error.message} (${error.code})`,
    path: ["domain"],
  });
}
