import type { IdentityOptions, PolicyOptions } from "../../../lib/identity/options";
import { planIdentity } from "../../../lib/identity/plan";
import { CONTOSO } from "./contoso";

/** What is wrong with policies of these options, and what deserves a look. */
function plan(policies: Readonly<Record<string, PolicyOptions>>, more: IdentityOptions = {}) {
  const planned = planIdentity(
    {
      breakGlass: {
        group: "sg-break-glass",
        users: ["bg1@contoso.onmicrosoft.com", "bg2@contoso.onmicrosoft.com"],
      },
      mfa: { baseline: "none", licence: "p2", policies },
      ...more,
    },
    CONTOSO,
  );
  const messages = (
    faults: readonly { readonly path?: readonly (string | number)[]; readonly message: string }[],
  ) => faults.map(({ path = [], message }) => `${path.join(".")}: ${message}`);
  return planned.ok ? { advice: messages(planned.value.advice) } : { faults: messages(planned.faults) };
}

const EVERYONE = "the policy blocks every sign-in of every user";

describe("a policy that shuts everybody out is refused, in any state", () => {
  test.each<[string, PolicyOptions]>([
    ["without a condition", {}],
    [
      "client by client",
      { clients: ["browser", "mobileAppsAndDesktopClients", "exchangeActiveSync", "other"] },
    ],
    [
      "platform by platform",
      { platforms: { include: ["android", "iOS", "linux", "macOS", "windows", "windowsPhone"] } },
    ],
    [
      "modern clients on every platform",
      { clients: ["browser", "mobileAppsAndDesktopClients"], platforms: { include: "all" } },
    ],
    ["all but guests", { exclude: { guests: true } }],
    ["all but the emergency accounts by name", { exclude: { groups: ["sg-break-glass"] } }],
  ])("%s", (_title, options) => {
    for (const state of ["on", "report-only", "off"] as const) {
      expect(plan({ block: { include: "all", grant: "block", state, ...options } })).toEqual({
        faults: [`mfa.policies.block.grant: ${EVERYONE}`],
      });
    }
  });

  test("every Global Administrator", () => {
    expect(plan({ block: { include: { roles: ["Global Administrator"] }, grant: "block" } })).toEqual({
      faults: ["mfa.policies.block.grant: the policy blocks every sign-in of every administrator"],
    });
    expect(plan({ block: { include: { roles: ["SharePoint Administrator"] }, grant: "block" } })).toEqual({
      advice: [],
    });
  });
});

describe("policies that shut everybody out between them", () => {
  const half = (
    state: NonNullable<PolicyOptions["state"]>,
    ...include: readonly ("windows" | "macOS" | "linux" | "iOS" | "android" | "windowsPhone")[]
  ): PolicyOptions => ({
    include: "all",
    grant: "block",
    state,
    platforms: { include },
  });
  const others = ["macOS", "linux", "iOS", "android", "windowsPhone"] as const;

  test("are refused once they are on", () => {
    expect(plan({ a: half("on", "windows"), b: half("on", ...others) })).toEqual({
      faults: ["mfa.policies.a.grant: a and b block every sign-in of every user between them"],
    });
  });

  test("deserve a look while one of them only reports, and none once it is off", () => {
    const [on] = plan({ a: half("on", "windows") }).advice ?? [];
    const report = plan({ a: half("on", "windows"), b: half("report-only", ...others) });
    expect(report).toEqual({
      advice: [on, "mfa.policies.a.grant: a and b would block every sign-in of every user between them"],
    });
    expect(plan({ a: half("on", "windows"), b: half("off", ...others) })).toEqual({ advice: [on] });
  });

  test("by places, whose addresses count", () => {
    const locations = {
      namedLocations: { office: { ip: ["192.0.2.0/24"] }, same: { ip: ["192.0.2.0/25", "192.0.2.128/25"] } },
    };
    const inside: PolicyOptions = {
      include: "all",
      grant: "block",
      state: "on",
      includeLocations: ["office"],
    };
    const outside: PolicyOptions = {
      include: "all",
      grant: "block",
      state: "on",
      excludeLocations: ["same"],
    };
    expect(plan({ inside, outside }, locations)).toEqual({
      faults: [
        "mfa.policies.inside.grant: inside and outside block every sign-in of every user between them",
      ],
    });
  });
});

describe("a policy that leaves a way in is none of these", () => {
  test.each<[string, PolicyOptions]>([
    ["another group is left out", { exclude: { groups: ["sg-admins"] } }],
    ["a platform is left out", { platforms: { include: "all", exclude: ["iOS"] } }],
    ["risky sign-ins alone", { signInRisk: ["high"] }],
    ["legacy clients alone", { clients: ["exchangeActiveSync", "other"] }],
    [
      "devices that are compliant are left out",
      { deviceFilter: { mode: "exclude", rule: "device.isCompliant -eq True" } },
    ],
  ])("%s", (_title, options) => {
    expect(plan({ block: { include: "all", grant: "block", ...options } })).toEqual({ advice: [] });
  });
});
