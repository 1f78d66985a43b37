import { verdict } from "../../../provider/resources/irm-test";
import { type Scenario, scenario } from "../scenarios/scenario";

let world: Scenario;
beforeAll(async () => {
  world = await scenario("contoso.com");
});
afterAll(() => world.close());

const ENCRYPTION = `
resource "m365_irm_configuration" "this" {
  azure_rms_licensing_enabled = true
  licensing_location          = ["https://5c6bb73b.rms.eu.aadrm.com/_wmcs/licensing"]
}
`;
const questions = (after = "") => `
data "m365_irm_test" "x" {
  sender     = "anna@contoso.com"
  recipient  = "bert@contoso.com"
  depends_on = [${after}]
}
data "m365_rms_templates" "x" {
  depends_on = [${after}]
}
`;
/** By the state, what both data sources gave. */
const given = () => {
  const { resources } = JSON.parse(world.workspace.stateText());
  const data: { type: string; instances: { attributes: object }[] }[] = resources;
  return Object.fromEntries(data.map(({ type, instances }) => [type, instances[0]?.attributes]));
};

test("encryption that does not work is a value, with the steps that failed", async () => {
  await world.workspace.apply(questions());
  expect(given()).toMatchObject({
    m365_irm_test: {
      passed: false,
      failed_steps: [
        "Results : Acquiring RMS Templates",
        "Verifying encryption from anna@contoso.com to bert@contoso.com",
      ],
    },
    m365_rms_templates: { names: [] },
  });
});

test("once it works there are templates", async () => {
  await world.workspace.apply(`${ENCRYPTION}${questions("m365_irm_configuration.this")}`);
  expect(given()).toMatchObject({
    m365_irm_test: { passed: true, failed_steps: [] },
    m365_rms_templates: { names: ["Confidential \\ All Employees", "Do Not Forward", "Encrypt"] },
  });
});

test("only the overall result is the verdict", () => {
  expect(verdict("a ...\n - PASS\nOVERALL RESULT: PASS with warnings\nOVERALL RESULT: FAIL").passed).toBe(
    false,
  );
  expect(verdict("Loading ...\r\n - FAIL: x\r\n   OVERALL RESULT: PASS\r\n")).toEqual({
    passed: true,
    failed_steps: ["Loading"],
  });
  expect(verdict("")).toEqual({ passed: false, failed_steps: [] });
});
