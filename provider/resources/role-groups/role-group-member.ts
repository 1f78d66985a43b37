import type { ExchangeObject } from "../../exchange/types";
import { CloudError } from "../../http/cloud-error";
import { atService } from "../../objects/table";
import { DiagnosticError, str } from "../../plugin/index";
import { resource } from "../m365";
import {
  BYPASS,
  calledBest,
  cmdletsFor,
  GROUP,
  idOf,
  isCalled,
  membersOf,
  membersOfThe,
  refusal,
} from "./role-group";

/**
 * One member of a role group, whoever else is in it.
 * Source: https://learn.microsoft.com/powershell/module/exchangepowershell/add-rolegroupmember
 */
export const roleGroupMember = resource({
  description: "One member of a role group. Others stay. Destroy takes it out.",
  attributes: {
    ...GROUP,
    member: str({
      required: true,
      requiresReplace: true,
      description:
        "Who: an address, a name, or the id in Entra ID, of a user, a mail-enabled security group or a service principal.",
    }),
    id: str({
      computed: true,
      stable: true,
      description: "The member's id, which stays when its name changes.",
    }),
  },

  async create(plan, context) {
    const { client, signal } = context;
    const look = { client, signal: new AbortController().signal };
    const before = await membersOfThe(plan, context);
    const parameters = { Identity: plan.role_group, Member: plan.member, ...BYPASS };
    try {
      await cmdletsFor(plan, client).invoke("Add-RoleGroupMember", parameters, { signal });
    } catch (error) {
      const there = before.find((row) => isCalled(row, plan.member));
      if (error instanceof CloudError && /already a member/i.test(error.message) && there) {
        return { ...plan, id: idOf(there) };
      }
      throw refusal(plan, error);
    }
    // Shown by other names than it was added by, it is the one that was not there.
    const after = (await membersOf(plan, look)) ?? [];
    const known = new Set(before.map(idOf));
    const added = after.filter((row) => !known.has(idOf(row)));
    const row =
      after.find((one) => isCalled(one, plan.member)) ?? (added.length === 1 ? added[0] : undefined);
    if (row) return { ...plan, id: idOf(row) };
    throw new DiagnosticError({
      summary: `${JSON.stringify(plan.member)} was added, and which member it is cannot be told`,
      detail: `The group has ${told(after)}. Write it so, and import it.`,
      path: ["member"],
    });
  },

  async read(state, context) {
    const rows = await membersOf(state, context);
    const row = rows?.find((one) => isCalled(one, state.id) || isCalled(one, state.member));
    return row ? { ...state, id: idOf(row) } : null;
  },

  async delete(state, { client, signal }) {
    const parameters = { Identity: state.role_group, Member: state.member, ...BYPASS };
    try {
      await cmdletsFor(state, client).invoke("Remove-RoleGroupMember", parameters, { signal });
    } catch (error) {
      const gone = error instanceof CloudError && (error.notFound || /MemberNotFound/i.test(error.code));
      if (!gone) throw refusal(state, error);
    }
  },

  async import(id, context) {
    const at = atService(id);
    const [role_group = "", ...rest] = at?.rest.split("/") ?? [];
    const member = rest.join("/");
    if (!at || role_group === "" || member === "") {
      throw new DiagnosticError({
        summary: `${JSON.stringify(id)} names no member of a role group`,
        detail:
          "Give the service, the group and the member, as purview/Service Assurance User/anna@contoso.com.",
      });
    }
    const { service } = at;
    const row = (await membersOf({ service, role_group }, context))?.find((one) => isCalled(one, member));
    return row ? { service, role_group, member, id: idOf(row) } : null;
  },
});

function told(rows: readonly ExchangeObject[]): string {
  return rows.length === 0 ? "no members" : rows.map(calledBest).join(", ");
}
