import { CloudError } from "../http/cloud-error";
import { type Context, DiagnosticError, num, str } from "../plugin/index";
import { domainName, seconds } from "./attributes";
import { dkimConfigOf, dkimStatus } from "./dkim-config";
import { describeAnswer, holds } from "./dns/answer";
import { unlessGone } from "./found";
import { type M365, resource } from "./m365";
import { waitFor } from "./wait";

/**
 * DKIM signing of a domain, on as long as this resource exists. Exchange refuses to switch it on before it sees both
 * selectors' CNAMEs itself, so each attempt is also the question whether it sees them.
 */
export const dkimSigning = resource({
  description:
    "DKIM signing of a domain in Exchange Online, switched on. Waits until Exchange itself sees the CNAMEs of " +
    "m365_dkim_signing_config. Destroy switches signing off.",
  identity: "domain",
  attributes: {
    domain: str({
      required: true,
      requiresReplace: true,
      validate: domainName,
      description: "A domain with an m365_dkim_signing_config.",
    }),
    timeout: num({
      optional: true,
      default: 900,
      validate: seconds,
      description: "Seconds to wait until Exchange sees the CNAMEs.",
    }),
    status: str({ computed: true, description: "What Exchange says: Valid once it signs." }),
  },

  async create(plan, context) {
    const { clock } = context.client;
    let refusal: CloudError | undefined;
    const on = await waitFor(clock, { timeout: plan.timeout, first: 5 }, context.signal, async () => {
      refusal = await refusalToSign(plan.domain, context);
      if (!refusal) return true;
      context.progress(`${plan.domain}: Exchange does not see the DKIM CNAMEs yet`);
      return undefined;
    });
    if (!on && refusal) throw await notSeen(plan.domain, plan.timeout, refusal, context);
    return { domain: plan.domain, timeout: plan.timeout, status: await statusSeen(plan.domain, context) };
  },

  async read(state, context) {
    const config = await dkimConfigOf(state.domain, context);
    return config?.Enabled === true ? { ...state, status: dkimStatus(config) } : null;
  },

  async update(plan, { prior }) {
    return { ...prior, timeout: plan.timeout };
  },

  async delete(state, { client, signal }) {
    const parameters = { Identity: state.domain, Enabled: false };
    await unlessGone(client.exchange.invoke("Set-DkimSigningConfig", parameters, { signal }));
  },

  async import(domain, context) {
    const config = await dkimConfigOf(domain, context);
    return config?.Enabled === true ? { domain, timeout: 900, status: dkimStatus(config) } : null;
  },
});

type Calling = Pick<Context<M365>, "client" | "signal">;

/** What Exchange says of signing that is on. Empty if that cannot be asked now: the next refresh will. */
async function statusSeen(domain: string, context: Calling): Promise<string> {
  try {
    const config = await dkimConfigOf(domain, context);
    return config ? dkimStatus(config) : "";
  } catch (error) {
    if (error instanceof CloudError) return "";
    throw error;
  }
}

/**
 * Switches signing on.
 * @returns Exchange's refusal when it is for want of CNAMEs
 */
async function refusalToSign(domain: string, { client, signal }: Calling): Promise<CloudError | undefined> {
  try {
    await client.exchange.invoke("Set-DkimSigningConfig", { Identity: domain, Enabled: true }, { signal });
    return undefined;
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    if (error.notFound) {
      throw new DiagnosticError({
        summary: `${domain} has no DKIM keys`,
        detail: `Exchange: ${error.message}\nDeclare an m365_dkim_signing_config for the domain, and depend on it.`,
        path: ["domain"],
      });
    }
    // "CNAME record does not exist for this config. Please publish the following two CNAME records first. …"
    if (/CNAME record does not exist|CnameMissing/i.test(error.message)) return error;
    throw error;
  }
}

/** Exchange names both CNAMEs whichever is missing: the DNS is asked which. */
async function notSeen(
  domain: string,
  timeout: number,
  refusal: CloudError,
  context: Calling,
): Promise<DiagnosticError> {
  const config = await dkimConfigOf(domain, context);
  const looked = await Promise.all(
    [1, 2].map(async (selector) => {
      const name = `selector${selector}._domainkey.${domain}`;
      const wanted = String(config?.[`Selector${selector}CNAME`] ?? "");
      const answer = await context.client.dns.ask(name, "CNAME");
      const there = holds(answer, "CNAME", [wanted]);
      return {
        name,
        there,
        line: `${name} CNAME ${wanted}: DNS has ${there ? "it" : describeAnswer(answer)}`,
      };
    }),
  );
  const missing = looked.filter(({ there }) => !there).map(({ name }) => name);
  return new DiagnosticError({
    summary:
      missing.length > 0
        ? `DKIM signing of ${domain} is not on: ${missing.join(" and ")} not published`
        : `DKIM signing of ${domain} is not on: Exchange does not see the CNAMEs yet`,
    detail: [
      `Waited ${timeout} seconds.`,
      ...looked.map(({ line }) => line),
      `Exchange: ${refusal.message}`,
      missing.length > 0
        ? "Publish what is missing as CNAMEs, not proxied, and apply again."
        : "Exchange caches what it saw: apply again later, or give a longer timeout.",
    ].join("\n"),
    path: ["domain"],
  });
}
