import type { TenantPosture } from "../../../lib/posture/model";
import type { SignInChange } from "../../../lib/review/changes/sign-ins";
import { exceededByChanges, LIMITS, TENANT_LIMITS } from "../../../lib/review/limits";

const GROUP = "0f9a7f5e-0000-4000-8000-00000000000a";
const ADA = "0f9a7f5e-0000-4000-8000-0000000000b1";
const NOTHING = { changes: [], unjudged: [] };

/** The tenant contoso, with a break-glass group of this rule and these members. */
function contoso(
  members: readonly string[],
  more: Partial<TenantPosture> & { rule?: string } = {},
): TenantPosture {
  const { rule, ...rest } = more;
  const group = { id: GROUP, name: "sg-break-glass", members, ...(rule === undefined ? {} : { rule }) };
  return { name: "contoso", breakGlass: GROUP, objects: { groups: [group] }, where: {}, ...rest };
}

function change(kind: SignInChange["kind"], text: string): SignInChange {
  return { kind, risk: "high", text };
}

test("limits of tenants are those of sign-ins and of Exchange", () => {
  expect(LIMITS.filter((limit) => TENANT_LIMITS.has(limit))).toEqual([
    "policy-on",
    "sign-ins-weakened",
    "break-glass",
    "protection-loosened",
    "not-judged",
  ]);
});

test("what a tenant's plan does to sign-ins is told by limit, the worst first", () => {
  expect(
    exceededByChanges(
      [],
      [
        {
          name: "contoso",
          before: contoso([ADA], { rule: "a" }),
          after: contoso([], { rule: "b", unknown: ["the named location Office"] }),
          signIns: {
            changes: [
              change("untried", "All users now need MFA"),
              change("weaker", "Guests get in without MFA"),
              change("tried", "Admins now need MFA"),
            ],
            unjudged: ['the policy "mfa": known after apply'],
          },
        },
      ],
    ),
  ).toEqual([
    { limit: "sign-ins-weakened", subject: "contoso", message: "Guests get in without MFA" },
    {
      limit: "policy-on",
      subject: "contoso",
      message: "All users now need MFA: never seen in report-only",
    },
    { limit: "break-glass", subject: "contoso", message: `${ADA} is no longer in sg-break-glass` },
    { limit: "break-glass", subject: "contoso", message: "another rule says who is in sg-break-glass" },
    {
      limit: "not-judged",
      subject: "contoso",
      message: 'not judged: the policy "mfa": known after apply',
    },
    {
      limit: "not-judged",
      subject: "contoso",
      message: 'not judged: the group "sg-break-glass": another rule says who is in it',
    },
    { limit: "not-judged", subject: "contoso", message: "not judged: the named location Office" },
  ]);
});

test.each<[count: number, last: string]>([
  [5, "kind 5"],
  [6, "1 more of the kind at contoso"],
  [9, "4 more of the kind at contoso"],
])("of %i messages of one limit five are said", (count, last) => {
  const changes = Array.from({ length: count }, (_, index) => change("weaker", `kind ${index + 1}`));
  const tenant = contoso([]);
  const exceeded = exceededByChanges(
    [],
    [{ name: "contoso", before: tenant, after: tenant, signIns: { ...NOTHING, changes } }],
  );
  expect(exceeded.map(({ message }) => message)).toEqual([
    ...["kind 1", "kind 2", "kind 3", "kind 4", "kind 5"],
    ...(count > 5 ? [last] : []),
  ]);
  expect(exceeded.every(({ limit, subject }) => limit === "sign-ins-weakened" && subject === "contoso")).toBe(
    true,
  );
});

test("a tenant of which nothing changes exceeds no limit", () => {
  const tenant = contoso([ADA], { rule: "a" });
  expect(
    exceededByChanges([], [{ name: "contoso", before: tenant, after: tenant, signIns: NOTHING }]),
  ).toEqual([]);
});
