import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { App } from "aws-cdk-lib/core";
import { readStateOptions } from "../../../stacks/aws/state-options";
import { TerraformStateStack } from "../../../stacks/aws/terraform-state-stack";
import { domainsOfKind } from "../../../stacks/stack-makers";
import { hostedStack } from "../../hosts/route53/cloudformation";
import { HOSTED_ESTATE } from "../../hosts/route53/hosted-estate";
import { declaredBy } from "../../support/estate";
import { temporaryFolder } from "../../support/temp";

// The one test file in which CloudFormation's own rules are run: they take seconds, over whatever number of templates.
jest.setTimeout(60_000);

/** A template that breaks a rule is an error in it. */
const app = new App({
  outdir: temporaryFolder(),
  context: { "@aws-cdk/core:validateAgainstDefaultRules": true },
});
for (const domain of domainsOfKind("aws", declaredBy(HOSTED_ESTATE).domains)) hostedStack(domain, app);
const state = readStateOptions({
  bucket: "contoso-terraform-state",
  repository: "contoso/mail",
  region: "eu-central-1",
  withCdk: true,
});
if (state.ok) new TerraformStateStack(app, "mail-hygiene-state", state.value);

/** What the rules print is not for the reader of test results. */
function synthesized(): string {
  const { error } = console;
  const written = jest.spyOn(process.stderr, "write").mockReturnValue(true);
  console.error = () => {};
  try {
    return app.synth().directory;
  } finally {
    console.error = error;
    written.mockRestore();
  }
}

test("every kind of template is one that CloudFormation's rules accept", () => {
  const folder = synthesized();
  const report = JSON.parse(readFileSync(join(folder, "validation-report.json"), "utf8"));
  // There is a report only where rules were run, and only what they refuse is in it.
  expect(report.pluginReports).toEqual([]);
  expect(readdirSync(folder).filter((file) => file.endsWith(".template.json"))).toHaveLength(5);
});

const cfnLint = spawnSync("cfn-lint", ["--version"]).status === 0;

// Not to be had from npm or Debian: it judges where it is installed.
(cfnLint ? test : test.skip)("cfn-lint finds nothing in them", () => {
  const { outdir } = app;
  const templates = readdirSync(outdir).filter((file) => file.endsWith(".template.json"));
  const { stdout, status } = spawnSync(
    "cfn-lint",
    templates.map((file) => join(outdir, file)),
    { encoding: "utf8" },
  );
  expect([stdout, status]).toEqual(["", 0]);
});
