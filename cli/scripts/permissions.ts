import { APIS } from "../../lib/permissions/apis";
import { type Need, needsOf, unknownKeys } from "../../lib/permissions/needs";
import { stateUse } from "../../lib/permissions/state";
import { resourceUses } from "../../stacks/resource-uses";
import { domainsOfKind } from "../../stacks/stack-makers";
import type { Console } from "../console";
import { openEstate } from "../open-estate";
import { formatTable } from "../table";

export interface PermissionsOptions {
  readonly format: "terminal" | "json";
}

/** `mail-hygiene permissions`: the least that planning and applying an estate takes, by API and credentials. */
export async function permissionsCommand(
  path: string,
  { format }: PermissionsOptions,
  console: Console,
): Promise<0 | 1> {
  const opened = openEstate(path, console);
  if (!opened) return 1;
  const { estate, declared } = opened;
  const domains = domainsOfKind("terraform", declared.domains);
  const resources = await resourceUses({ ...declared, domains }, estate);
  const byCdk = domainsOfKind("aws", declared.domains).map(({ estate: { name } }) => ({
    key: "aws cdk",
    stack: name,
    credentials: "AWS_*",
  }));
  const stacks = [...new Set(resources.map(({ stack }) => stack))];
  const state = stateUse(estate.state, stacks);
  const uses = [...resources, ...byCdk, ...state.uses];
  const unknown = unknownKeys(uses);
  if (unknown.length > 0) {
    const types = unknown.join(", ");
    console.err(
      `it is not known what these take: ${types}; nothing was printed, since it would not be all\n`,
    );
    return 1;
  }
  const needs = needsOf(uses);
  console.out(format === "json" ? asJson(needs, state.notes) : asTables(needs));
  if (format === "terminal") for (const note of state.notes) console.err(`${note}\n`);
  return 0;
}

function asJson(needs: readonly Need[], notes: readonly string[]): string {
  const permissions = needs.map(({ api, causes, ...need }) => ({
    api: APIS[api].name,
    kind: APIS[api].kind,
    ...need,
    askedBy: causes,
  }));
  return `${JSON.stringify({ permissions, notKnown: notes }, undefined, 2)}\n`;
}

function asTables(needs: readonly Need[]): string {
  if (needs.length === 0) return "No permission is needed.\n";
  const rows = needs.map(({ api, credentials, right, plan, apply, causes }) => [
    APIS[api].name,
    credentials,
    `${right} (${APIS[api].kind})`,
    plan ? "yes" : "no",
    apply ? "yes" : "no",
    causes.map(({ feature, stacks }) => `${feature} (${stacksOf(stacks)})`).join(", "),
  ]);
  return formatTable(["API", "CREDENTIALS", "PERMISSION", "PLAN", "APPLY", "ASKED BY"], rows);
}

function stacksOf(stacks: readonly string[]): string {
  const [first = "", ...more] = stacks;
  return more.length === 0 ? first : `${first} and ${more.length} more`;
}
