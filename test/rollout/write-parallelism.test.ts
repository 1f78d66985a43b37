import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeParallelism } from "../../rollout/write-parallelism";
import { temporaryFolder } from "../support/temp";

/** How many at once a plan of so many resources of a type would be written. */
function atOnce(count: number, type: string, actions: readonly string[] = ["create"]): number | undefined {
  const file = join(temporaryFolder(), "plan.json");
  const resource_changes = Array.from({ length: count }, (_, at) => ({
    address: `${type}.r${at}`,
    mode: "managed",
    type,
    name: `r${at}`,
    provider_name: "registry.terraform.io/hashicorp/azuread",
    change: {
      actions,
      before: actions[0] === "delete" ? {} : null,
      after: actions[0] === "delete" ? null : {},
      after_unknown: {},
      before_sensitive: false,
      after_sensitive: {},
    },
  }));
  writeFileSync(
    file,
    JSON.stringify({ format_version: "1.2", terraform_version: "1.11.4", resource_changes }),
  );
  return writeParallelism("tenant-contoso", file);
}

test.each([
  [10, "azuread_conditional_access_policy", ["create"], undefined],
  [11, "azuread_conditional_access_policy", ["create"], 5],
  [11, "azuread_conditional_access_policy", ["no-op"], undefined],
  [11, "azuread_named_location", ["delete"], 5],
  [30, "cloudflare_dns_record", ["create"], undefined],
])("%i of %s, %j: %p at once", (count, type, actions, expected) => {
  expect(atOnce(count, type, actions)).toBe(expected);
});

test("what is no plan is Terraform's to refuse", () => {
  const file = join(temporaryFolder(), "plan.json");
  expect(writeParallelism("tenant-contoso", file)).toBeUndefined();
  writeFileSync(file, '"azuread_named_location"');
  expect(writeParallelism("tenant-contoso", file)).toBeUndefined();
});
