import fc from "fast-check";
import { Directory } from "../../../constructs/identity/directory";
import { configurationOf } from "./identity-stack";

describe("a directory", () => {
  test("looks a user and a group up once, however often and in whatever case they are named", () => {
    const ids: string[] = [];
    const { data } = configurationOf((stack) => {
      const directory = new Directory(stack, "Directory");
      ids.push(directory.user("Alex@Contoso.com"), directory.user("alex@contoso.com"));
      ids.push(directory.group("SG-Finance"), directory.group("sg-finance"));
    });
    expect(ids[0]).toBe(ids[1]);
    expect(ids[2]).toBe(ids[3]);
    expect(data).toEqual({
      azuread_user: { User__alex__contoso_com: { user_principal_name: "alex@contoso.com" } },
      azuread_groups: {
        "Group__sg-finance": { display_names: ["SG-Finance"], security_enabled: true },
      },
    });
  });

  test("gives what the stack declares before it looks into the tenant", () => {
    const { data } = configurationOf((stack) => {
      const directory = new Directory(stack, "Directory");
      directory.declareGroup("SSPRSecurityGroupUsers", "id-of-the-group");
      directory.declareLocation("head-office", "id-of-the-location");
      expect(directory.group("ssprsecuritygroupusers")).toBe("id-of-the-group");
      expect(directory.location("head-office")).toBe("id-of-the-location");
    });
    expect(data).toBeUndefined();
  });

  test.each<[string, (directory: Directory) => void, string]>([
    [
      "a user without a domain",
      (directory) => directory.user("alex"),
      'user: not a user principal name, got "alex"; expected a name such as alex@contoso.com',
    ],
    [
      "a location that nobody declared",
      (directory) => {
        directory.declareLocation("head-office", "1");
        directory.location("branch-office");
      },
      "named location: no named location of this key, got branch-office; expected head-office",
    ],
    [
      "two groups of one name",
      (directory) => {
        directory.declareGroup("sg-a", "1");
        directory.declareGroup("SG-A", "2");
      },
      "group: two groups of one name, got SG-A",
    ],
    [
      "a group that a policy meant as one in the tenant",
      (directory) => {
        directory.group("sg-a");
        directory.declareGroup("sg-a", "1");
      },
      "group: named before the stack declares it, got sg-a; declare the group before the policies that name it",
    ],
    [
      "two locations of one key",
      (directory) => {
        directory.declareLocation("head-office", "1");
        directory.declareLocation("head-office", "2");
      },
      "named location: two named locations of one key, got head-office",
    ],
  ])("refuses %s", (_, use, message) => {
    expect(() => configurationOf((stack) => use(new Directory(stack, "Directory")))).toThrow(message);
  });

  test("no two groups share a look-up, and each asks for its own name, whatever names they have", () => {
    const hostile = fc.oneof(
      fc.string({ unit: "grapheme", minLength: 1, maxLength: 12 }),
      fc.string({
        unit: fc.constantFrom("a", "A", "/", "-", "_", ".", "%", "\n", "2f", "$", "{", "'", '"', " "),
      }),
    );
    const names = fc.uniqueArray(hostile, { maxLength: 8, selector: (name) => name.toLowerCase() });
    fc.assert(
      fc.property(names, (some) => {
        const asked = some.filter((name) => name !== "");
        const { data } = configurationOf((stack) => {
          const directory = new Directory(stack, "Directory");
          for (const name of asked) directory.group(name);
        });
        const found = Object.values(data?.azuread_groups ?? {}).map(({ display_names }) => display_names);
        expect(found).toEqual(expect.arrayContaining(asked.map((name) => [inTemplate(name)])));
        expect(found).toHaveLength(asked.length);
      }),
      { numRuns: 60 },
    );
  });

  test("no two users share a look-up, whatever Entra ID allows in their names", () => {
    const local = fc.string({ unit: fc.constantFrom(..."ab1'._!#^~-"), minLength: 1, maxLength: 6 });
    const domain = fc.constantFrom("contoso.com", "a.contoso.com", "b.example", "con--toso.com");
    const upns = fc.uniqueArray(
      fc.tuple(local, domain).map((parts) => parts.join("@")),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(upns, (some) => {
        const { data } = configurationOf((stack) => {
          const directory = new Directory(stack, "Directory");
          for (const upn of some) directory.user(upn);
        });
        const found = Object.values(data?.azuread_user ?? {}).map((user) => user.user_principal_name);
        expect(found.sort()).toEqual([...some].sort());
      }),
      { numRuns: 60 },
    );
  });
});

/** Text in Terraform's JSON syntax, where `${` and `%{` would begin an expression. */
function inTemplate(text: string): string {
  return text.replace(/([$%])\{/g, "$1$1{");
}
