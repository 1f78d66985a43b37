import { addM365Provider, type TenantAccess } from "../../../constructs/exchange/add-m365-provider";
import { MailStack } from "../../../stacks/mail-stack";
import { synthesized } from "../../support/synth";

const configured = (access: TenantAccess) =>
  synthesized((stack) => void addM365Provider(stack, "M365", access), MailStack).provider;

test("the provider is told the cloud, and tenant and credentials where the estate does", () => {
  expect(configured({})).toEqual({ m365: [{ environment: "public" }] });
  const own = {
    cloud: "gcc-high",
    tenantId: "11111111-1111-4111-8111-111111111111",
    credentials: { prefix: "CONTOSO" },
  } as const;
  expect(configured(own)).toEqual({
    m365: [{ environment: "usgovernmentl4", tenant_id: own.tenantId, credentials_prefix: "CONTOSO" }],
  });
});
