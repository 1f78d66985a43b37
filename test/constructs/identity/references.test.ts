import { DataAzureadUser } from "@cdktf/provider-azuread/lib/data-azuread-user";
import { Group } from "@cdktf/provider-azuread/lib/group";
import { Fn, TerraformVariable, Token } from "cdktf";
import { BreakGlass } from "../../../constructs/identity/break-glass";
import { ConditionalAccessPolicy } from "../../../constructs/identity/conditional-access-policy";
import { Directory } from "../../../constructs/identity/directory";
import { SsprGroup } from "../../../constructs/identity/sspr-group";
import { breakGlassIn, configurationOf } from "./identity-stack";

test("users and groups of a policy may be references to object ids, and nothing is looked up for them", () => {
  const { resource, data } = configurationOf((stack) => {
    const breakGlass = breakGlassIn(stack);
    const pilot = new Group(stack, "Pilot", { displayName: "sg-pilot", securityEnabled: true });
    const kim = new DataAzureadUser(stack, "Kim", { userPrincipalName: "kim@contoso.com" });
    new ConditionalAccessPolicy(stack, "mfa", {
      breakGlass,
      policy: {
        displayName: "MFA for the pilot",
        include: { groups: [pilot.objectId] },
        exclude: { users: [kim.objectId] },
        applications: "all",
        grant: { controls: ["mfa"] },
      },
    });
  });
  expect(resource?.azuread_conditional_access_policy?.mfa).toMatchObject({
    conditions: {
      users: {
        included_groups: ["${azuread_group.Pilot.object_id}"],
        excluded_users: ["${data.azuread_user.Kim.object_id}"],
        excluded_groups: ["${azuread_group.BreakGlass.object_id}"],
      },
    },
  });
  expect(JSON.stringify(data)).not.toMatch(/known-by-terraform|pilot/i);
});

test("any other reference is refused, with its place", () => {
  const problem = (make: (name: string, directory: Directory) => void): unknown => {
    let thrown: unknown;
    configurationOf((stack) => {
      const name = new TerraformVariable(stack, "name", {}).stringValue;
      try {
        make(name, new Directory(stack, "Directory"));
      } catch (error) {
        thrown = error;
      }
    });
    return thrown instanceof Error ? thrown.message : thrown;
  };
  expect(
    problem((name, directory) => new SsprGroup(directory, "Sspr", { directory, group: name, rule: name })),
  ).toBe(
    [
      "SsprGroup: 2 faults",
      "  - group: a value that is unknown at synth, got a Terraform reference; expected a value that is known",
      "  - rule: a value that is unknown at synth, got a Terraform reference; expected a value that is known",
    ].join("\n"),
  );
  const USERS = ["bg1@contoso.onmicrosoft.com", "bg2@contoso.onmicrosoft.com"];
  expect(
    problem((name, directory) => new BreakGlass(directory, "Own", { directory, group: name, users: USERS })),
  ).toMatch(/^BreakGlass: .*group: a value that is unknown at synth/s);
  expect(
    problem((name, directory) => {
      const breakGlass = new BreakGlass(directory, "Own", {
        directory,
        group: "sg-break-glass",
        users: USERS,
      });
      new ConditionalAccessPolicy(directory, "mfa", {
        breakGlass,
        policy: { displayName: name, include: "all", applications: "all", grant: "block" },
      });
    }),
  ).toMatch(/displayName: a value that is unknown at synth.*only users and groups may be references/s);
  // An object id has nothing around it, and of a list nobody can say which ids it holds.
  for (const groups of [
    (name: string) => [`sg-${name}`],
    (name: string) => Token.asList(Fn.split(",", name)),
  ] as const) {
    expect(
      problem((name, directory) => {
        const breakGlass = new BreakGlass(directory, "Own", {
          directory,
          group: "sg-break-glass",
          users: USERS,
        });
        new ConditionalAccessPolicy(directory, "mfa", {
          breakGlass,
          policy: {
            displayName: "x",
            include: { groups: groups(name) },
            applications: "all",
            grant: "block",
          },
        });
      }),
    ).toMatch(
      /include\.groups(?:\[0\])?: a value that is unknown at synth, got a Terraform reference; expected/,
    );
  }
  for (const lookUp of ["user", "group", "existingGroup"] as const) {
    expect(problem((name, directory) => directory[lookUp](name))).toMatch(
      /^(?:user|group): a name that is unknown at synth, got a Terraform reference; expected a name that is known/,
    );
  }
});
