import { planContent, totalOf } from "../../rollout/changes";

function plan(
  ...changes: readonly (readonly [type: string, actions: readonly string[], importing?: object])[]
): string {
  return JSON.stringify({
    format_version: "1.2",
    resource_changes: changes.map(([type, actions, importing], place) => ({
      address: `${type}.r${place}`,
      mode: "managed",
      type,
      change: { actions, before: {}, after: {}, ...(importing ? { importing } : {}) },
    })),
  });
}

test("a plan is counted by what happens to each resource", () => {
  const { changes, creates, resources } = planContent(
    "contoso.com",
    plan(
      ["cloudflare_zone", ["create"]],
      ["cloudflare_dns_record", ["create"]],
      [
        "cloudflare_dns_record",
        ["update"],
        { id: "023e105f4ecef8ad9ca31a8372d0c353/372e67954025e0ba6aaa6d586b9e0b59" },
      ],
      [
        "cloudflare_dns_record",
        ["no-op"],
        { id: "023e105f4ecef8ad9ca31a8372d0c353/3f5a1c2b4d6e7f8091a2b3c4d5e6f708" },
      ],
      ["cloudflare_dns_record", ["delete"]],
      ["azuread_conditional_access_policy", ["delete", "create"]],
      ["azuread_named_location", ["create", "delete"]],
      // OpenTofu and Terraform 1.12: one is made, and the old one stays, out of their hands.
      ["azuread_group", ["create", "forget"]],
      ["azuread_group", ["forget"]],
      ["cloudflare_zone", ["read"]],
    ),
  );
  expect(changes).toEqual({ add: 3, change: 1, replace: 2, destroy: 1, import: 2, forget: 2 });
  expect([...creates]).toEqual(["cloudflare_zone", "cloudflare_dns_record", "azuread_group"]);
  // Two are created beside eight, two of which come by import; three are let go of, or deleted.
  expect(resources).toEqual({ held: 6, planned: 8 });
  const other = { add: 1, change: 10, replace: 100, destroy: 1000, import: 10_000, forget: 100_000 };
  expect(totalOf([changes, other])).toEqual({
    add: 4,
    change: 11,
    replace: 102,
    destroy: 1001,
    import: 10_002,
    forget: 100_002,
  });
});

test("a plan of nothing changes nothing", () => {
  expect(planContent("contoso.com", plan())).toEqual({
    changes: { add: 0, change: 0, replace: 0, destroy: 0, import: 0, forget: 0 },
    creates: new Set(),
    resources: { held: 0, planned: 0 },
  });
});

test("what is no plan fails with the stack's name, and is never quoted", () => {
  expect(() => planContent("contoso.com", '{"api_token":"s3cr3t')).toThrow(
    "the plan of contoso.com: not a plan, got text that is no JSON; expected what terraform show -json prints of a saved plan",
  );
});
