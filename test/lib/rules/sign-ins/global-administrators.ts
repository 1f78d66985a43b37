import { globalAdministrators } from "../../../../lib/rules/sign-ins/global-administrators";
import { type RuleCases, tenant } from "../fixture";

const where = {};
const holders = (accounts: readonly string[], groups: readonly string[] = []) =>
  tenant({
    roleHolders: [
      { role: "Global Administrator", accounts, groups, where },
      { role: "User Administrator", accounts: ["helen@contoso.com"], groups: [], where },
    ],
  });
const many = (count: number) => Array.from({ length: count }, (_, place) => `admin${place}@contoso.com`);

export default {
  rule: globalAdministrators,
  compliant: {
    "nothing is known of who has roles": tenant({}),
    "other roles alone are named": tenant({
      roleHolders: [{ role: "User Administrator", accounts: [], groups: [], where }],
    }),
    "two accounts": holders(many(2)),
    "eight accounts": holders(many(8)),
    "a group of whom nobody knows how many are in it": holders([], ["sg-admins"]),
  },
  violating: {
    "one account": {
      ...holders(many(1)),
      finds: [
        {
          level: "warning",
          message: "1 accounts have the role Global Administrator",
          received: "1",
          expected: "2 to 8",
          at: "contoso",
        },
      ],
    },
    "nine accounts": {
      ...holders(many(9)),
      finds: [
        {
          level: "warning",
          message: "9 accounts have the role Global Administrator",
          received: "9",
          expected: "2 to 8",
          at: "contoso",
        },
      ],
    },
  },
} satisfies RuleCases;
