import type { TerraformStack } from "cdktf";
import { M365Provider } from "../../../constructs/exchange/m365/provider";
import { TenantExchange } from "../../../constructs/exchange/tenant-exchange";
import { Directory } from "../../../constructs/identity/directory";
import { TenantSettings } from "../../../constructs/identity/tenant-settings";
import type { ExchangePlan, PlannedObject } from "../../../lib/exchange/exchange-plan";
import { MailStack } from "../../../stacks/mail-stack";
import { synthesized } from "../../support/synth";

const policy = (id: string, more: Partial<PlannedObject> = {}): PlannedObject => ({
  id,
  kind: "hosted-content-filter-policy",
  values: { name: id },
  names: {},
  path: [],
  ...more,
});

const exchangeOf = (plan: Partial<ExchangePlan>) =>
  synthesized((stack: TerraformStack) => {
    const provider = new M365Provider(stack, "M365", {});
    new TenantExchange(stack, "Exchange", {
      plan: { objects: [], orders: [], byHand: [], ...plan },
      provider,
    });
  }, MailStack);

test("an object that has to wait for another depends on it, wherever it stands in the plan", () => {
  const { resource } = exchangeOf({ objects: [policy("A", { after: ["B"] }), policy("B")] });
  const policies = Object.values(resource?.m365_hosted_content_filter_policy ?? {});
  expect(policies.find(({ name }) => name === "A")?.depends_on).toEqual([
    expect.stringMatching(/^m365_hosted_content_filter_policy\.\w*B$/),
  ]);
  expect(policies.find(({ name }) => name === "B")).not.toHaveProperty("depends_on");
});

test("a plan with two objects of one id is refused", () => {
  expect(() => exchangeOf({ objects: [policy("A"), policy("A")] })).toThrow("two objects have one id");
});

test("Microsoft's alert policies may have to tell anybody, or somebody", () => {
  const alerts = (recipients: readonly string[]) =>
    Object.values(exchangeOf({ systemAlerts: { recipients } }).data?.m365_system_alerts ?? {});
  expect(alerts([])).toEqual([{ provider: "m365" }]);
  expect(alerts(["soc@contoso.com"])).toEqual([{ provider: "m365", recipients: ["soc@contoso.com"] }]);
});

test("settings with two objects of one id, or an attribute that the kind has not, are refused", () => {
  const settings = [policy("A"), policy("A", { values: { colour: "red" } })];
  const build = (stack: TerraformStack) => {
    const provider = new M365Provider(stack, "M365", {});
    new TenantSettings(stack, "Settings", {
      directory: new Directory(stack, "Directory"),
      settings,
      provider,
    });
  };
  expect(() => synthesized(build, MailStack)).toThrow(
    /two objects have one id[\s\S]*the kind has no such attribute/,
  );
});
