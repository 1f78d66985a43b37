import { resolve } from "node:path";
import { AWS_CDK } from "../hosts/index";
import { formatFault } from "../lib/fault";
import { shellWord } from "../lib/shell-word";
import { readStateOptions } from "../stacks/aws/state-options";
import { requirePackage } from "../stacks/require-package";
import type { Console } from "./console";
import { Misuse } from "./misuse";

/** As the command line has them; commander names them. */
export interface BootstrapAwsOptions {
  readonly out: string;
  readonly bucket: string;
  readonly repository: string;
  readonly region: string;
  readonly account?: string;
  readonly planSubject?: readonly string[];
  readonly applySubject?: readonly string[];
  readonly existingOidcProvider?: boolean;
  readonly withCdk?: boolean;
}

/** `mail-hygiene bootstrap aws`: a bucket for Terraform's state, and roles for those who plan and apply. */
export async function bootstrapAws(options: BootstrapAwsOptions, console: Console): Promise<0> {
  const { out, bucket, repository, region, account, planSubject, applySubject } = options;
  const read = readStateOptions({
    bucket,
    repository,
    region,
    ...(account === undefined ? {} : { account }),
    ...(planSubject === undefined ? {} : { planSubjects: planSubject }),
    ...(applySubject === undefined ? {} : { applySubjects: applySubject }),
    existingProvider: options.existingOidcProvider ?? false,
    withCdk: options.withCdk ?? false,
  });
  if (!read.ok) {
    throw new Misuse(read.faults.map((fault) => `--${formatFault({ ...fault })}`).join("\nmail-hygiene: "));
  }
  requirePackage("bootstrap aws needs", AWS_CDK);
  const { STATE_STACK, synthesizeBootstrap } = await import("../stacks/aws/bootstrap.js");
  synthesizeBootstrap(resolve(console.folder, out), read.value);
  console.err(`${STATE_STACK} written to ${out}\n`);
  console.out(`# deploy it, with an administrator's credentials of the account:
npx aws-cdk@2 deploy --app ${shellWord(out)}
# move the stacks' state there, once the estate says so and is synthesized:
terraform -chdir=cdktf.out/stacks/<stack> init -migrate-state

# in the estate:
state:
  s3: { bucket: ${bucket}, key: "{stack}.tfstate", region: ${region} }
`);
  return 0;
}
