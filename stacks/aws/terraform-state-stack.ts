import { CfnBucket, CfnBucketPolicy } from "aws-cdk-lib/aws-s3";
import {
  CfnOutput,
  type IStackSynthesizer,
  LegacyStackSynthesizer,
  RemovalPolicy,
  Stack,
} from "aws-cdk-lib/core";
import type { Construct } from "constructs";
import { dataProps, readProps } from "../../constructs/read-props";
import { type StateBootstrap, StateBootstrapSchema } from "./state-options";
import { StateRoles } from "./state-roles";

/**
 * A bucket for Terraform's state with roles for GitHub's workflows. Terraform locks by a file beside each state
 * (`use_lockfile`, Terraform 1.10), so that no table is needed.
 */
export class TerraformStateStack extends Stack {
  /** Where states are kept. */
  readonly bucket: CfnBucket;
  /** Who may read and write them. */
  readonly roles: StateRoles;

  /** @throws FaultError with every fault of the options */
  constructor(scope: Construct, id: string, props: StateBootstrap) {
    const options = readProps(
      "TerraformStateStack",
      StateBootstrapSchema,
      dataProps("TerraformStateStack", props),
    );
    const { region, account } = options;
    super(scope, id, {
      description: "Terraform state of mail stacks, and the roles that plan and apply with it",
      env: { region, ...(account === undefined ? {} : { account }) },
      terminationProtection: true,
      // By the credentials at hand: nothing of `cdk bootstrap` is needed, since there are no assets. Its types were not
      // written for exactOptionalPropertyTypes.
      synthesizer: new LegacyStackSynthesizer() as IStackSynthesizer,
    });
    this.bucket = addBucket(this, options.bucket);
    this.roles = new StateRoles(this, "Roles", { bucketArn: this.bucket.attrArn, ...options });
    new CfnOutput(this, "BucketName", { value: this.bucket.ref });
    new CfnOutput(this, "PlanRoleArn", { value: this.roles.plan.attrArn });
    new CfnOutput(this, "ApplyRoleArn", { value: this.roles.apply.attrArn });
  }
}

/** Old states are kept for 90 days, and the last ten for ever. */
function addBucket(stack: Stack, bucketName: string): CfnBucket {
  const bucket = new CfnBucket(stack, "Bucket", {
    bucketName,
    versioningConfiguration: { status: "Enabled" },
    bucketEncryption: {
      serverSideEncryptionConfiguration: [{ serverSideEncryptionByDefault: { sseAlgorithm: "AES256" } }],
    },
    publicAccessBlockConfiguration: {
      blockPublicAcls: true,
      blockPublicPolicy: true,
      ignorePublicAcls: true,
      restrictPublicBuckets: true,
    },
    ownershipControls: { rules: [{ objectOwnership: "BucketOwnerEnforced" }] },
    lifecycleConfiguration: {
      rules: [
        {
          id: "old-states",
          status: "Enabled",
          noncurrentVersionExpiration: { noncurrentDays: 90, newerNoncurrentVersions: 10 },
        },
        // Every lock that is given back leaves a marker.
        { id: "delete-markers", status: "Enabled", expiredObjectDeleteMarker: true },
        { id: "uploads", status: "Enabled", abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } },
      ],
    },
  });
  bucket.applyRemovalPolicy(RemovalPolicy.RETAIN);
  const everything = [bucket.attrArn, `${bucket.attrArn}/*`];
  const deny = (Sid: string, Condition: object) => ({
    Sid,
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: everything,
    Condition,
  });
  new CfnBucketPolicy(stack, "BucketPolicy", {
    bucket: bucket.ref,
    policyDocument: {
      Version: "2012-10-17",
      Statement: [
        deny("TlsOnly", { Bool: { "aws:SecureTransport": "false" } }),
        deny("Tls12OrNewer", { NumericLessThan: { "s3:TlsVersion": "1.2" } }),
      ],
    },
  });
  return bucket;
}
