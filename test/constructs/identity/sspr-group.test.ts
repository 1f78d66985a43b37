import { Directory } from "../../../constructs/identity/directory";
import { SsprGroup } from "../../../constructs/identity/sspr-group";
import type { SsprOptions } from "../../../lib/identity/options";
import { configurationOf } from "./identity-stack";

const sspr = (options: Omit<SsprOptions, "group">) =>
  configurationOf((stack) => {
    new SsprGroup(stack, "Sspr", {
      directory: new Directory(stack, "Directory"),
      group: "SSPRSecurityGroupUsers",
      ...options,
    });
  });

const GROUP = {
  display_name: "SSPRSecurityGroupUsers",
  description: "Members may reset their own password (self-service password reset).",
  security_enabled: true,
  prevent_duplicate_names: true,
  lifecycle: { prevent_destroy: true },
};

describe("the group for self-service password reset", () => {
  test("of hundreds of users has one look-up, in the same order whatever order they are written in", () => {
    const users = Array.from(
      { length: 300 },
      (_, index) => `user${String(index).padStart(3, "0")}@contoso.com`,
    );
    const { resource, data } = sspr({ users });
    expect(resource?.azuread_group).toEqual({
      Sspr: { ...GROUP, members: "${data.azuread_users.Sspr__Members.object_ids}" },
    });
    expect(data).toEqual({ azuread_users: { Sspr__Members: { user_principal_names: users } } });
    expect(sspr({ users: users.toReversed() })).toEqual(sspr({ users }));
  });

  test("with a rule is dynamic, and the rule is text", () => {
    const { resource, data } = sspr({ rule: 'user.department -eq "Sales ${x}"', description: "Sales" });
    expect(resource?.azuread_group).toEqual({
      Sspr: {
        ...GROUP,
        description: "Sales",
        types: ["DynamicMembership"],
        dynamic_membership: { enabled: true, rule: 'user.department -eq "Sales $${x}"' },
      },
    });
    expect(data).toBeUndefined();
  });

  test("may have owners beside the identity that applies the stack", () => {
    const { resource, data } = sspr({ users: ["alex@contoso.com"], owners: ["sam@contoso.com"] });
    expect(resource?.azuread_group?.Sspr).toMatchObject({
      owners: "${data.azuread_users.Sspr__Owners.object_ids}",
    });
    expect(data?.azuread_users?.Sspr__Owners).toEqual({ user_principal_names: ["sam@contoso.com"] });
  });

  test("that exists is looked up; one that Terraform created before is let go of, not destroyed", () => {
    const { resource, data, removed } = sspr({ existing: true });
    expect(resource).toBeUndefined();
    expect(data?.azuread_groups).toEqual({
      Group__ssprsecuritygroupusers: { display_names: ["SSPRSecurityGroupUsers"], security_enabled: true },
    });
    expect(removed).toEqual([{ from: "azuread_group.Sspr", lifecycle: { destroy: false } }]);
  });

  test("has its members in one way", () => {
    expect(() => sspr({ users: ["alex@contoso.com"], rule: "user.accountEnabled -eq true" })).toThrow(
      "SsprGroup SSPRSecurityGroupUsers: rule: members in 2 ways at once, got users, rule; expected one of users, rule and existing",
    );
  });
});
