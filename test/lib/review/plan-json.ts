import { unwrap } from "../../../lib/fault";
import type { Plan } from "../../../lib/plan/plan";
import { readPlan } from "../../../lib/plan/read-plan";

/** Builds what `terraform show -json` prints, in the shape that Terraform 1.11 gives it. */

export interface ResourceJson {
  readonly address: string;
  readonly type: string;
  /** @default what follows from before and after */
  readonly actions?: readonly string[];
  readonly before?: Readonly<Record<string, unknown>>;
  readonly after?: Readonly<Record<string, unknown>>;
  readonly unknown?: Readonly<Record<string, unknown>>;
  readonly sensitive?: Readonly<Record<string, unknown>>;
  readonly importing?: { readonly id: string };
  readonly deposed?: string;
  readonly previousAddress?: string;
}

export function planJson(
  resources: readonly ResourceJson[],
  more: Readonly<Record<string, unknown>> = {},
): string {
  return JSON.stringify({
    format_version: "1.2",
    terraform_version: "1.11.4",
    planned_values: { root_module: {} },
    resource_changes: resources.map(changeJson),
    configuration: { root_module: {} },
    ...more,
  });
}

function changeJson(resource: ResourceJson): object {
  const { address, type, before, after, unknown = {}, sensitive = {}, importing, deposed } = resource;
  const { previousAddress } = resource;
  const name = address.split(".").at(-1)?.replace(/\[.*$/s, "");
  return {
    address,
    mode: "managed",
    type,
    name,
    provider_name: `registry.terraform.io/hashicorp/${type.split("_")[0]}`,
    ...(deposed === undefined ? {} : { deposed }),
    ...(previousAddress === undefined ? {} : { previous_address: previousAddress }),
    change: {
      actions: resource.actions ?? actionsOf(before, after),
      before: before ?? null,
      after: after ?? null,
      after_unknown: unknown,
      before_sensitive: before ? sensitive : false,
      after_sensitive: after ? sensitive : false,
      ...(importing ? { importing } : {}),
    },
  };
}

function actionsOf(before: unknown, after: unknown): readonly string[] {
  if (!before) return ["create"];
  if (!after) return ["delete"];
  return JSON.stringify(before) === JSON.stringify(after) ? ["no-op"] : ["update"];
}

const ZONE_ID = "023e105f4ecef8ad9ca31a8372d0c353";

/** The attributes of a `cloudflare_dns_record`, in part. */
export function cloudflare(
  type: string,
  name: string,
  content: string | object,
  more: object = {},
): Readonly<Record<string, unknown>> {
  return {
    zone_id: ZONE_ID,
    type,
    name,
    ttl: 3600,
    proxied: false,
    ...(typeof content === "string" ? { content } : { data: content }),
    ...more,
  };
}

type Values = Readonly<Record<string, unknown>>;

/** A plan of one stack, read. */
export function planOf(
  stack: string,
  resources: readonly ResourceJson[],
  more: Readonly<Record<string, unknown>> = {},
): Plan {
  return unwrap(stack, readPlan(stack, planJson(resources, more)));
}

/** A resource `<type>.<name>` before and after; `undefined` where there is none. */
export function resource(
  address: string,
  before: Values | undefined,
  after: Values | undefined,
  more: Partial<ResourceJson> = {},
): ResourceJson {
  const [type = ""] = address.split(".");
  return { address, type, ...(before ? { before } : {}), ...(after ? { after } : {}), ...more };
}

/** A `cloudflare_dns_record.<key>` before and after. */
export function dnsRecord(
  key: string,
  before: Values | undefined,
  after: Values | undefined,
  more: Partial<ResourceJson> = {},
): ResourceJson {
  return resource(`cloudflare_dns_record.${key}`, before, after, more);
}

export const txt = (name: string, value: string): Values => cloudflare("TXT", name, `"${value}"`);

export const mx = (name: string, host: string, priority = 10): Values =>
  cloudflare("MX", name, host, { priority });
