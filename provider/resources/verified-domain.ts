import type { GraphObject } from "../graph/types";
import { CloudError } from "../http/cloud-error";
import { type Context, DiagnosticError, num, str } from "../plugin/index";
import { domainName, seconds } from "./attributes";
import { describeAnswer, holds } from "./dns/answer";
import { found } from "./found";
import { type M365, resource } from "./m365";
import { domainOf, domainPath, isElsewhere, refusedElsewhere, servicesOf } from "./tenant-domains";
import { waitFor } from "./wait";

/**
 * A domain that is proven to be the tenant's own and receives mail. Verifying through Graph alone does not give a domain to
 * Exchange: its service Email does.
 * Source: https://learn.microsoft.com/graph/api/domain-verify, https://learn.microsoft.com/graph/api/domain-update
 */
export const verifiedDomain = resource({
  description:
    "A domain of the tenant, verified, with the service Email and known to Exchange Online as an accepted domain: asks " +
    "Microsoft to look at the TXT record of m365_domain, which has to be published, and waits. Destroy does nothing: a domain " +
    "stays verified as long as it is in the tenant.",
  attributes: {
    domain: str({
      required: true,
      requiresReplace: true,
      validate: domainName,
      description: "A domain of the tenant, as m365_domain adds it.",
    }),
    timeout: num({
      optional: true,
      default: 1800,
      validate: seconds,
      description: "Seconds to wait, for everything together.",
    }),
    id: str({ computed: true, stable: true, description: "The domain." }),
  },

  async create(plan, context) {
    const { clock } = context.client;
    const deadline = clock.now() + plan.timeout * 1000;
    const left = () => Math.max(0, Math.ceil((deadline - clock.now()) / 1000));
    await verified(plan.domain, left, context);
    await withEmail(plan.domain, left, context);
    await accepted(plan.domain, left, context);
    return { ...plan, id: plan.domain };
  },

  async read(state, context) {
    const there = await domainOf(state.domain, context);
    return there && isUsable(there) ? { ...state, id: state.domain } : null;
  },

  update: async (plan, { prior }) => ({ ...plan, id: prior.id }),

  async delete() {
    // A domain stays verified as long as it is in the tenant.
  },

  async import(name, context) {
    const domain = name.toLowerCase();
    const there = await domainOf(domain, context);
    return there && isUsable(there) ? { domain, timeout: 1800, id: domain } : null;
  },
});

type Call = Pick<Context<M365>, "client" | "signal" | "progress">;

/** Seconds that are left of the whole. */
type Left = () => number;

/** Is it the tenant's own, with mail? Some have mail for relaying only: EmailInternalRelayOnly. */
function isUsable(domain: GraphObject): boolean {
  return domain.isVerified === true && servicesOf(domain).some((service) => service.startsWith("Email"));
}

async function verified(domain: string, left: Left, context: Call): Promise<void> {
  const there = await domainOf(domain, context);
  if (!there) {
    throw new DiagnosticError({
      summary: `${domain} is no domain of this tenant`,
      detail: "Declare an m365_domain for it, and depend on it.",
      path: ["domain"],
    });
  }
  if (there.isVerified === true) return;
  const { client, signal } = context;
  let refusal: CloudError | undefined;
  const patience = { timeout: left(), first: 5, longest: 60 };
  const done = await waitFor(client.clock, patience, signal, async () => {
    try {
      const answer = await client.graph.post(domainPath(domain, "/verify"), {}, { signal });
      // It may be done in the background.
      if (answer.isVerified === true || (await domainOf(domain, context))?.isVerified === true) return true;
    } catch (error) {
      // Somebody else may have asked in the meantime.
      if ((await domainOf(domain, context))?.isVerified === true) return true;
      // What Graph says of a record that it does not see is no documented code: any other refusal of the request is told.
      if (!(error instanceof CloudError && (error.status === 400 || error.retryable)) || isElsewhere(error)) {
        throw refusedElsewhere(domain, error);
      }
      refusal = error;
    }
    context.progress(`${domain}: Microsoft does not see the TXT record yet`);
    return undefined;
  });
  if (!done) throw await notSeen(domain, refusal, context);
}

/** Microsoft says that it sees no record; the DNS is asked whether it is there. */
async function notSeen(domain: string, refusal: CloudError | undefined, { client, signal }: Call) {
  const records = await client.graph.list(domainPath(domain, "/verificationDnsRecords"), { signal });
  const wanted = records.flatMap(({ text }) => (typeof text === "string" ? [text] : []));
  const answer = await client.dns.ask(domain, "TXT");
  const there = wanted.length > 0 && holds(answer, "TXT", wanted);
  return new DiagnosticError({
    summary: there
      ? `${domain} is not verified: Microsoft does not see its TXT record yet`
      : `${domain} is not verified: its TXT record is not published`,
    detail: [
      `Wanted: ${domain} TXT ${wanted.join(" ") || "(Graph gives none)"}: DNS has ${there ? "it" : describeAnswer(answer)}.`,
      ...(refusal ? [`Graph: ${refusal.message}`] : []),
      there
        ? "Apply again later, or give a longer timeout."
        : "Publish it, or see that the registrar delegates the domain to the zone that has it; then apply again.",
    ].join("\n"),
    path: ["domain"],
  });
}

/** Gives the domain the service Email, beside what it has. */
async function withEmail(domain: string, left: Left, context: Call): Promise<void> {
  const { client, signal } = context;
  const there = await domainOf(domain, context);
  if (there && isUsable(there)) return;
  const services = [...(there ? servicesOf(there) : []), "Email"];
  await client.graph.patch(domainPath(domain), { supportedServices: services }, { signal });
  const done = await waitFor(client.clock, { timeout: left() }, signal, async () => {
    const now = await domainOf(domain, context);
    return now && isUsable(now) ? true : undefined;
  });
  if (!done) throw late(domain, "has no service Email yet");
}

/** Waits until Exchange has it among its accepted domains. */
async function accepted(domain: string, left: Left, context: Call): Promise<void> {
  const { client, signal } = context;
  const done = await waitFor(client.clock, { timeout: left(), longest: 60 }, signal, async () => {
    const rows = client.exchange.invoke("Get-AcceptedDomain", { Identity: domain }, { signal });
    if (await found(domain, rows)) return true;
    context.progress(`${domain}: Exchange Online does not have the domain yet`);
    return undefined;
  });
  if (!done) throw late(domain, "is verified, and Exchange Online does not have it yet");
}

function late(domain: string, what: string): DiagnosticError {
  return new DiagnosticError({
    summary: `${domain} ${what}`,
    detail: "Microsoft takes its time: apply again later, or give a longer timeout.",
    path: ["domain"],
  });
}
