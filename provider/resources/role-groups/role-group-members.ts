import type { ExchangeObject } from "../../exchange/types";
import { atService } from "../../objects/table";
import { type Context, DiagnosticError, set, str } from "../../plugin/index";
import { type M365, resource } from "../m365";
import {
  BYPASS,
  calledBest,
  cmdletsFor,
  GROUP,
  type Group,
  idOf,
  isCalled,
  isFed,
  membersOf,
  membersOfThe,
  refusal,
} from "./role-group";

/**
 * All members of a role group: who is not named is taken out. Those that Entra ID feeds in stay, and are not shown.
 * Source: https://learn.microsoft.com/powershell/module/exchangepowershell/update-rolegroupmember
 */
export const roleGroupMembers = resource({
  description:
    "All members of a role group: whoever is not named is taken out, but for groups that Entra ID feeds in, as TenantAdmins_…. Destroy leaves the members.",
  attributes: {
    ...GROUP,
    members: set(str(), {
      required: true,
      description:
        "Who: addresses, names, or ids in Entra ID. Purview shows no addresses: name members by their id or their name there.",
    }),
    id: str({ computed: true, stable: true, description: "The service and the group." }),
  },

  async create(plan, context) {
    await settle(plan, context);
    return { ...plan, id: `${plan.service}/${plan.role_group}` };
  },

  async read(state, context) {
    const rows = await membersOf(state, context);
    return rows ? { ...state, members: spelled(rows, state.members) } : null;
  },

  async update(plan, context) {
    await settle(plan, context);
    return { ...plan, id: context.prior.id };
  },

  async delete({ role_group }, context) {
    context.warn({
      summary: `the members of ${JSON.stringify(role_group)} stay`,
      detail: "An empty set of members takes all of them out; m365_role_group_member takes out its one.",
    });
  },

  async import(id, context) {
    const at = atService(id);
    if (!at) {
      throw new DiagnosticError({
        summary: `${JSON.stringify(id)} names no role group`,
        detail: "Give the service and the group, as purview/Service Assurance User.",
      });
    }
    const { service, rest: role_group } = at;
    const rows = await membersOf({ service, role_group }, context);
    return rows ? { service, role_group, members: spelled(rows, []), id } : null;
  },
});

async function settle(
  plan: Group & { readonly members: readonly string[] },
  { client, signal }: Pick<Context<M365>, "client" | "signal">,
): Promise<void> {
  const before = await membersOfThe(plan, { client, signal });
  const members = [...plan.members, ...before.filter(isFed).map(idOf)];
  try {
    await cmdletsFor(plan, client).invoke(
      "Update-RoleGroupMember",
      { Identity: plan.role_group, Members: members, ...BYPASS },
      { signal },
    );
  } catch (error) {
    throw refusal(plan, error);
  }
  const after = (await membersOf(plan, { client, signal: new AbortController().signal })) ?? [];
  const unseen = plan.members.filter((member) => !after.some((row) => isCalled(row, member)));
  if (unseen.length === 0) return;
  throw new DiagnosticError({
    summary: `members that the group shows under other names: ${unseen.join(", ")}`,
    detail: `They were added, and would be drift at every plan. The group shows ${after.map(calledBest).join(", ")}: write them so.`,
    path: ["members"],
  });
}

/** As the configuration writes them, where it means the same. */
function spelled(rows: readonly ExchangeObject[], before: readonly string[]): readonly string[] {
  return rows
    .filter((row) => !isFed(row))
    .map((row) => before.find((member) => isCalled(row, member)) ?? calledBest(row));
}
