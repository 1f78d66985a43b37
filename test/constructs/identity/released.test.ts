import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { Released } from "../../../constructs/identity/released";
import { temporaryFolder } from "../../support/temp";
import { terraform } from "../../support/terraform";
import { configurationOf } from "./identity-stack";

/** What Terraform plans once a resource that was guarded by `prevent_destroy` is no longer configured. */
function planAfterwards(configuration: object): string {
  const folder = temporaryFolder();
  const write = (content: object) => writeFileSync(join(folder, "main.tf.json"), JSON.stringify(content));
  const lifecycle = { prevent_destroy: true };
  write({ resource: { terraform_data: { BreakGlass: { input: "sg-break-glass", lifecycle } } } });
  terraform(folder, "init");
  terraform(folder, "apply", "-auto-approve");
  write({ locals: {}, ...configuration });
  return terraform(folder, "plan");
}

describe("a resource that is no longer configured", () => {
  test("is destroyed, whatever guarded it", () => {
    expect(planAfterwards({})).toContain("terraform_data.BreakGlass will be destroyed");
  });

  test("stays where it is released, and Terraform forgets it", () => {
    const { removed } = configurationOf((stack) => {
      new Released(stack, "BreakGlass", "terraform_data");
    });
    expect(planAfterwards({ removed })).toContain(
      "terraform_data.BreakGlass will no longer be managed by Terraform, but will not be destroyed",
    );
  });
});
