import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { BreakGlass } from "../../../constructs/identity/break-glass";
import { Directory } from "../../../constructs/identity/directory";
import { temporaryFolder } from "../../support/temp";
import { terraform } from "../../support/terraform";
import { breakGlassIn, type Configuration, configurationOf } from "./identity-stack";

const BG1 = "data.azuread_user.User__bg1__contoso_onmicrosoft_com.object_id";
const BG2 = "data.azuread_user.User__bg2__contoso_onmicrosoft_com.object_id";

const existing = () =>
  configurationOf((stack) => {
    new BreakGlass(stack, "BreakGlass", {
      directory: new Directory(stack, "Directory"),
      group: "sg-break-glass",
      users: ["bg1@contoso.onmicrosoft.com", "bg2@contoso.onmicrosoft.com"],
      existing: true,
    });
  });

describe("the break-glass group", () => {
  test("is created with its accounts, and no plan destroys it", () => {
    const { resource, removed } = configurationOf(breakGlassIn);
    expect(resource).toEqual({
      azuread_group: {
        BreakGlass: {
          display_name: "sg-break-glass",
          description: "Emergency access accounts. Every Conditional Access policy excludes this group.",
          members: [`\${${BG1}}`, `\${${BG2}}`],
          prevent_duplicate_names: true,
          security_enabled: true,
          lifecycle: {
            ignore_changes: ["administrative_unit_ids", "assignable_to_role"],
            prevent_destroy: true,
          },
        },
      },
    });
    expect(removed).toBeUndefined();
  });

  test("that exists must hold its accounts; one that Terraform created before is let go of, not destroyed", () => {
    const { resource, data, removed } = existing();
    expect(resource).toBeUndefined();
    expect(removed).toEqual([{ from: "azuread_group.BreakGlass", lifecycle: { destroy: false } }]);
    expect(data?.azuread_groups).toEqual({
      "Group__sg-break-glass": { display_names: ["sg-break-glass"], security_enabled: true },
    });
    const lacking = (upn: string) =>
      `${upn} is not a member of the break-glass group sg-break-glass: the policies would bind it. Add it to the group itself, not to a group inside it.`;
    expect(data?.azuread_group).toEqual({
      BreakGlass__Existing: {
        object_id: "${one(data.azuread_groups.Group__sg-break-glass.object_ids)}",
        security_enabled: true,
        lifecycle: {
          postcondition: [
            {
              condition: `\${contains(self.members, ${BG1})}`,
              error_message: lacking("bg1@contoso.onmicrosoft.com"),
            },
            {
              condition: `\${contains(self.members, ${BG2})}`,
              error_message: lacking("bg2@contoso.onmicrosoft.com"),
            },
          ],
        },
      },
    });
  });

  test("stands for its name, in any case, wherever a policy names it", () => {
    const ids: string[] = [];
    const { data } = configurationOf((stack) => {
      const breakGlass = breakGlassIn(stack);
      ids.push(breakGlass.objectId, breakGlass.directory.group("SG-Break-Glass"));
    });
    expect(ids[1]).toBe(ids[0]);
    expect(data).not.toHaveProperty("azuread_groups");
  });

  test("has two accounts at least, and no other fault is kept back", () => {
    const lone = () =>
      configurationOf((stack) => {
        const directory = new Directory(stack, "Directory");
        new BreakGlass(stack, "BreakGlass", {
          directory,
          group: "sg-break-glass ",
          users: ["bg1@contoso.onmicrosoft.com"],
        });
      });
    expect(lone).toThrow(
      /^BreakGlass sg-break-glass : 2 faults\n {2}- group: .*\n {2}- users: one break-glass account/,
    );
  });
});

describe("a break-glass account", () => {
  const SOUND = { account_enabled: true, onpremises_sync_enabled: null, user_type: "Member" };
  const MEMBERS = ["id-of-bg1", "id-of-bg2", "id-of-another"];

  test.each<[string, object, string | undefined]>([
    ["that never was synchronized passes", {}, undefined],
    ["that is no longer synchronized passes", { onpremises_sync_enabled: false }, undefined],
    ["that is synchronized fails", { onpremises_sync_enabled: true }, "is synchronized from on-premises"],
    ["that is disabled fails", { account_enabled: false }, "is disabled"],
    ["of which Graph does not say that it is enabled fails", { account_enabled: null }, "is disabled"],
    ["that is a guest fails", { user_type: "Guest" }, "is a guest"],
  ])("%s", (_, change, complaint) => {
    const { data } = configurationOf(breakGlassIn);
    const account = data?.azuread_user?.User__bg1__contoso_onmicrosoft_com;
    expect(failures(account, { ...SOUND, ...change })).toEqual(
      complaint === undefined
        ? []
        : [expect.stringContaining(`The break-glass account bg1@contoso.onmicrosoft.com ${complaint}`)],
    );
  });

  test.each<[string, readonly string[], readonly string[]]>([
    ["both of them in it pass", MEMBERS, []],
    ["a group that lacks one fails and names it", MEMBERS.slice(1), ["bg1@contoso.onmicrosoft.com"]],
    ["an empty group fails twice", [], ["bg1@contoso.onmicrosoft.com", "bg2@contoso.onmicrosoft.com"]],
  ])("in a group that exists: %s", (_, members, missing) => {
    const group = existing().data?.azuread_group?.BreakGlass__Existing;
    expect(failures(group, { members })).toEqual(
      missing.map((upn) => expect.stringContaining(`${upn} is not a member`)),
    );
  });
});

type DataSource = NonNullable<NonNullable<Configuration["data"]>[string]>[string];

/** The messages of those postconditions that fail when Graph answers this; Terraform itself judges. */
function failures(source: DataSource | undefined, self: object): readonly string[] {
  const { postcondition }: { postcondition: readonly { condition: string; error_message: string }[] } =
    JSON.parse(JSON.stringify(source?.lifecycle));
  const known = postcondition.map(({ condition, error_message }) => ({
    holds: condition
      .replaceAll("self.", "local.self.")
      .replace(/data\.azuread_user\.User__(bg\d)__contoso_onmicrosoft_com\.object_id/g, "local.ids.$1"),
    error_message,
  }));
  const folder = temporaryFolder();
  const locals = { self, ids: { bg1: "id-of-bg1", bg2: "id-of-bg2" } };
  const output = {
    failures: { value: "${[for check in local.checks : check.error_message if !check.holds]}" },
  };
  writeFileSync(
    join(folder, "main.tf.json"),
    JSON.stringify({ locals: { ...locals, checks: known }, output }),
  );
  terraform(folder, "apply", "-auto-approve");
  return JSON.parse(terraform(folder, "output", "-json", "failures"));
}
