import type { ExchangeObject } from "../exchange/types";
import { CloudError } from "../http/cloud-error";
import { bool, type Context, num, PartialState, str } from "../plugin/index";
import { domainName, oneOf } from "./attributes";
import { dkimConfigOf, dkimStatus } from "./dkim-config";
import { unlessGone } from "./found";
import { type M365, resource } from "./m365";
import { waitFor } from "./wait";

/** Exchange needs a moment to make the keys; their CNAME targets are known then. In seconds. */
const KEYS_TIMEOUT = 120;

/**
 * A domain's DKIM keys in Exchange Online, made with signing off: the CNAMEs must be published before it can be on.
 * Source: https://learn.microsoft.com/defender-office-365/email-authentication-dkim-configure
 */
export const dkimSigningConfig = resource({
  description:
    "The DKIM keys of a domain in Exchange Online, and the CNAME targets that publish them. Signing stays as it is " +
    "(off, for new keys): m365_dkim_signing switches it on once the CNAMEs are published. Destroy removes keys that " +
    "this resource made, and leaves those that were there before.",
  identity: "domain",
  attributes: {
    domain: str({
      required: true,
      requiresReplace: true,
      validate: domainName,
      description: "An accepted domain of the tenant.",
    }),
    key_size: num({
      optional: true,
      default: 2048,
      validate: oneOf(1024, 2048),
      description:
        "Bits of the RSA key that signs, or that will sign once a rotation under way is done. A change rotates: " +
        "Exchange signs with the new key after 96 hours, and the other selector keeps its size until the next rotation.",
    }),
    selector1_cname: str({
      computed: true,
      stable: true,
      description: "Target of selector1._domainkey. Assigned by Microsoft.",
    }),
    selector2_cname: str({
      computed: true,
      stable: true,
      description: "Target of selector2._domainkey. Assigned by Microsoft.",
    }),
    status: str({ computed: true, description: "What Exchange says: CnameMissing, Valid, …" }),
    adopted: bool({
      computed: true,
      stable: true,
      description: "Were the keys there before this resource, or imported? Destroy leaves them then.",
    }),
  },

  async create(plan, context) {
    const { exchange } = context.client;
    const before = await keysOf(plan.domain, context);
    if (!before) {
      const parameters = { DomainName: plan.domain, KeySize: plan.key_size, Enabled: false };
      await exchange.invoke("New-DkimSigningConfig", parameters, { signal: context.signal });
    }
    const keys = before ?? (await keysSoon(plan, context));
    const state = {
      domain: plan.domain,
      key_size: plan.key_size,
      ...facts(keys),
      adopted: before !== undefined,
    };
    if (before && keySize(keys) !== plan.key_size) {
      try {
        await rotate(plan.domain, plan.key_size, context);
      } catch (error) {
        if (!(error instanceof CloudError)) throw error;
        throw new PartialState(
          { ...state, key_size: keySize(keys) },
          {
            summary: `keys of ${plan.domain} not rotated to ${plan.key_size} bits`,
            detail: error.message,
            path: ["key_size"],
          },
        );
      }
    }
    return state;
  },

  async read(state, context) {
    const keys = await keysOf(state.domain, context);
    return keys ? { ...state, key_size: keySize(keys), ...facts(keys) } : null;
  },

  async update(plan, context) {
    if (plan.key_size !== context.prior.key_size) await rotate(plan.domain, plan.key_size, context);
    const keys = await keysOf(plan.domain, context);
    return { ...context.prior, key_size: plan.key_size, ...(keys && facts(keys)) };
  },

  async delete(state, context) {
    if (state.adopted) {
      context.warn({
        summary: `DKIM keys of ${state.domain} left in Exchange Online`,
        detail: "They were there before Terraform, or imported. Remove-DkimSigningConfig removes them.",
      });
      return;
    }
    const { client, signal } = context;
    const parameters = { Identity: state.domain, Confirm: false };
    await unlessGone(client.exchange.invoke("Remove-DkimSigningConfig", parameters, { signal }));
  },

  async import(domain, context) {
    const keys = await keysOf(domain, context);
    return keys ? { domain, key_size: keySize(keys), ...facts(keys), adopted: true } : null;
  },
});

type Calling = Pick<Context<M365>, "client" | "signal">;

/** A domain's signing configuration with keys. One without (status NoDKIMKeys) is what every accepted domain has. */
async function keysOf(domain: string, context: Calling): Promise<ExchangeObject | undefined> {
  const config = await dkimConfigOf(domain, context);
  return config && typeof config.Selector1CNAME === "string" && config.Selector1CNAME !== ""
    ? config
    : undefined;
}

/** @throws PartialState when the keys are not seen: they are this resource's all the same */
async function keysSoon(
  { domain, key_size }: { readonly domain: string; readonly key_size: number },
  context: Calling,
): Promise<ExchangeObject> {
  const patience = { timeout: KEYS_TIMEOUT, longest: 10 };
  const unseen = (detail: string) =>
    new PartialState(
      { domain, key_size, adopted: false },
      { summary: `the DKIM keys made for ${domain} were not seen`, detail, path: ["domain"] },
    );
  try {
    const keys = await waitFor(context.client.clock, patience, context.signal, () => keysOf(domain, context));
    if (keys) return keys;
  } catch (error) {
    if (!(error instanceof CloudError)) throw error;
    throw unseen(error.message);
  }
  throw unseen(`Exchange took New-DkimSigningConfig and shows no selectors after ${KEYS_TIMEOUT} seconds.`);
}

/** Makes the other selector the one that signs, with a new key of so many bits. @throws CloudError */
export async function rotate(domain: string, size: number, { client, signal }: Calling): Promise<void> {
  await client.exchange.invoke("Rotate-DkimSigningConfig", { Identity: domain, KeySize: size }, { signal });
}

/** The size of the key that signs, or will sign after the rotation under way. */
export function keySize(config: ExchangeObject): number {
  const selector = config.SelectorAfterRotateOnDate === "selector2" ? 2 : 1;
  return Number(config[`Selector${selector}KeySize`]);
}

function facts(config: ExchangeObject) {
  return {
    selector1_cname: String(config.Selector1CNAME),
    selector2_cname: String(config.Selector2CNAME),
    status: dkimStatus(config),
  };
}
