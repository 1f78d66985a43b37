import type { GraphObject } from "../graph/types";
import { bool, type Context, DiagnosticError, PartialState, str } from "../plugin/index";
import { domainName } from "./attributes";
import { unlessGone } from "./found";
import { type M365, resource } from "./m365";
import { domainOf, domainPath, refusedElsewhere } from "./tenant-domains";
import { waitFor } from "./wait";

/** Graph shows the records of a domain that was just added a moment later; in seconds. */
const RECORDS_TIMEOUT = 120;

/** Dependents that are named. */
const MOST_NAMED = 20;

/**
 * A domain in the tenant, verified or not, with the record that proves whose it is.
 * Source: https://learn.microsoft.com/graph/api/domain-post-domains
 */
export const domainMembership = resource({
  description:
    "A domain in the tenant, and the TXT record that proves it the tenant's own: publish it, then m365_verified_domain " +
    "has it verified. One that is there already is taken up as it is. Destroy leaves it in the tenant unless " +
    "remove_on_destroy says otherwise, and then removes it only if nothing uses it.",
  attributes: {
    domain: str({
      required: true,
      requiresReplace: true,
      validate: domainName,
      description: "The domain's name.",
    }),
    remove_on_destroy: bool({
      optional: true,
      default: false,
      description: "Is it removed from the tenant on destroy? Only if nothing uses it: what does is named.",
    }),
    verification_txt: str({
      computed: true,
      stable: true,
      nullable: true,
      description:
        "The text of the TXT record at the domain that proves it: MS=ms…. None where a domain above it is verified: then it needs none.",
    }),
    id: str({ computed: true, stable: true, description: "The domain." }),
  },

  async create(plan, context) {
    const there = (await domainOf(plan.domain, context)) ?? (await add(plan.domain, context));
    refuseInitial(plan.domain, there, "Leave it out: it is there as long as the tenant is.");
    const state = { ...plan, id: plan.domain };
    try {
      return { ...state, verification_txt: await proofSoon(plan.domain, there, context) };
    } catch (error) {
      // It was added: the next apply goes on from there.
      throw new PartialState(
        { domain: plan.domain, remove_on_destroy: plan.remove_on_destroy, id: plan.domain },
        {
          summary: `${plan.domain} was added to the tenant, and its verification record was not seen`,
          detail: error instanceof Error ? error.message : String(error),
          path: ["domain"],
        },
      );
    }
  },

  async read(state, context) {
    const there = await domainOf(state.domain, context);
    return there ? { ...state, id: state.domain } : null;
  },

  update: async (plan, { prior }) => ({ ...prior, remove_on_destroy: plan.remove_on_destroy }),

  async delete({ domain, remove_on_destroy }, context) {
    const { client, signal, warn } = context;
    if (!remove_on_destroy) {
      warn({
        summary: `${domain} stays in the tenant`,
        detail: "Set remove_on_destroy to have it removed, once nothing uses it.",
      });
      return;
    }
    const there = await domainOf(domain, context);
    if (!there) return;
    refuseInitial(domain, there, "It cannot be removed.");
    const dependents = await dependentsOf(domain, context);
    if (dependents.length > 0) {
      const named = dependents.slice(0, MOST_NAMED);
      const more = dependents.length - named.length;
      throw new DiagnosticError({
        summary: `${domain} is in use by ${dependents.length}, and stays in the tenant`,
        detail: [
          ...named,
          ...(more > 0 ? [`… and ${more} more`] : []),
          "Give them other names or addresses, then destroy again.",
        ].join("\n"),
        path: ["domain"],
      });
    }
    await unlessGone(client.graph.delete(domainPath(domain), { signal }));
  },

  async import(name, context) {
    const domain = name.toLowerCase();
    const there = await domainOf(domain, context);
    if (!there) return null;
    refuseInitial(domain, there, "Leave it out: it is there as long as the tenant is.");
    return {
      domain,
      remove_on_destroy: false,
      verification_txt: (await proofOf(domain, context)) ?? null,
      id: domain,
    };
  },
});

type Call = Pick<Context<M365>, "client" | "signal">;

async function add(domain: string, { client, signal }: Call): Promise<GraphObject> {
  try {
    return await client.graph.post("domains", { id: domain }, { signal });
  } catch (error) {
    throw refusedElsewhere(domain, error);
  }
}

function refuseInitial(domain: string, { isInitial }: GraphObject, fix: string): void {
  if (isInitial !== true) return;
  throw new DiagnosticError({
    summary: `${domain} is the tenant's initial domain, which Microsoft made with it`,
    detail: fix,
    path: ["domain"],
  });
}

/** The proof, as soon as Graph shows it; none of a domain that was verified with the one above it. */
async function proofSoon(domain: string, { isVerified }: GraphObject, context: Call): Promise<string | null> {
  const patience = { timeout: isVerified === true ? 0 : RECORDS_TIMEOUT, longest: 10 };
  const proof = await waitFor(context.client.clock, patience, context.signal, () => proofOf(domain, context));
  if (proof !== undefined) return proof;
  if (isVerified === true) return null;
  throw new Error(`Graph gives no TXT record to verify it by after ${RECORDS_TIMEOUT} seconds.`);
}

/** https://learn.microsoft.com/graph/api/domain-list-verificationdnsrecords */
async function proofOf(domain: string, { client, signal }: Call): Promise<string | undefined> {
  const records = await client.graph.list(domainPath(domain, "/verificationDnsRecords"), { signal });
  const texts = records.flatMap(({ recordType, text }) =>
    String(recordType).toLowerCase() === "txt" && typeof text === "string" && text !== "" ? [text] : [],
  );
  return texts[0];
}

/** Everything in the tenant that has a name in the domain, and the domains below it: each a line. */
async function dependentsOf(domain: string, { client, signal }: Call): Promise<readonly string[]> {
  const [references, domains] = await Promise.all([
    client.graph.list(domainPath(domain, "/domainNameReferences"), { signal }),
    client.graph.list("domains", { signal }),
  ]);
  const below = domains.flatMap(({ id }) =>
    typeof id === "string" && id.toLowerCase().endsWith(`.${domain}`) ? [`domain ${id}`] : [],
  );
  return [...references.map(describe), ...below].sort();
}

function describe(reference: GraphObject): string {
  const kind = String(reference["@odata.type"] ?? "object").replace(/^#microsoft\.graph\./, "");
  const name = reference.userPrincipalName ?? reference.mail ?? reference.displayName ?? reference.id;
  return `${kind} ${String(name)}`;
}
