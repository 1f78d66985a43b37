import { Match, Template } from "aws-cdk-lib/assertions";
import { formatFault } from "../../../lib/fault";
import { readStateOptions, type StateOptions } from "../../../stacks/aws/state-options";
import { TerraformStateStack } from "../../../stacks/aws/terraform-state-stack";
import { quickApp } from "../../hosts/route53/cloudformation";

const OPTIONS: StateOptions = {
  bucket: "contoso-terraform-state",
  repository: "contoso/mail",
  region: "eu-central-1",
};
const BUCKET = { "Fn::GetAtt": ["Bucket", "Arn"] };
const below = (pattern: string) => ({ "Fn::Join": ["", [BUCKET, `/${pattern}`]] });

function templateOf(more: Partial<StateOptions> = {}): Template {
  const read = readStateOptions({ ...OPTIONS, ...more });
  if (!read.ok) throw new Error(read.faults.map(formatFault).join("\n"));
  return Template.fromStack(new TerraformStateStack(quickApp(), "mail-hygiene-state", read.value));
}

/** A role's trust and its statements by their names. */
function roleOf(template: Template, kind: "plan" | "apply") {
  const roles = Object.values(template.findResources("AWS::IAM::Role"));
  const role = roles.find(
    ({ Properties }) => Properties.Description === `Workflows of contoso/mail ${kind} by it`,
  );
  const statements: readonly { readonly Sid: string }[] =
    role?.Properties.Policies[0].PolicyDocument.Statement ?? [];
  return {
    trust: role?.Properties.AssumeRolePolicyDocument.Statement,
    may: Object.fromEntries(statements.map(({ Sid, ...statement }) => [Sid, statement])),
  };
}

describe("the bucket of Terraform's state", () => {
  const template = templateOf();

  test("keeps old states, is encrypted and not public, and outlives its stack", () => {
    template.hasResource("AWS::S3::Bucket", {
      DeletionPolicy: "Retain",
      UpdateReplacePolicy: "Retain",
      Properties: {
        BucketName: "contoso-terraform-state",
        VersioningConfiguration: { Status: "Enabled" },
        BucketEncryption: {
          ServerSideEncryptionConfiguration: [{ ServerSideEncryptionByDefault: { SSEAlgorithm: "AES256" } }],
        },
        PublicAccessBlockConfiguration: {
          BlockPublicAcls: true,
          BlockPublicPolicy: true,
          IgnorePublicAcls: true,
          RestrictPublicBuckets: true,
        },
        OwnershipControls: { Rules: [{ ObjectOwnership: "BucketOwnerEnforced" }] },
        LifecycleConfiguration: {
          Rules: Match.arrayWith([
            Match.objectLike({
              NoncurrentVersionExpiration: { NoncurrentDays: 90, NewerNoncurrentVersions: 10 },
              Status: "Enabled",
            }),
          ]),
        },
      },
    });
  });

  test("answers over TLS 1.2 or newer only", () => {
    const denied = (Condition: object) =>
      Match.objectLike({
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: [BUCKET, below("*")],
        Condition,
      });
    template.hasResourceProperties("AWS::S3::BucketPolicy", {
      PolicyDocument: {
        Statement: [
          denied({ Bool: { "aws:SecureTransport": "false" } }),
          denied({ NumericLessThan: { "s3:TlsVersion": "1.2" } }),
        ],
      },
    });
  });

  test("needs no table: locks are files", () => {
    template.resourceCountIs("AWS::DynamoDB::Table", 0);
  });
});

describe("the roles", () => {
  test("plan reads states and holds locks; it writes no state", () => {
    expect(roleOf(templateOf(), "plan").may).toEqual({
      ListStates: { Effect: "Allow", Action: "s3:ListBucket", Resource: BUCKET },
      States: { Effect: "Allow", Action: ["s3:GetObject"], Resource: below("*") },
      Locks: {
        Effect: "Allow",
        Action: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
        Resource: below("*.tflock"),
      },
    });
  });

  test("apply writes states; it deletes nothing but locks", () => {
    expect(roleOf(templateOf(), "apply").may).toEqual({
      ...roleOf(templateOf(), "plan").may,
      States: { Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: below("*") },
    });
  });

  test("are taken on by workflows of the repository alone, by what they run for", () => {
    const template = templateOf({
      planSubjects: ["pull_request"],
      applySubjects: ["ref:refs/heads/release/*"],
    });
    const [provider = ""] = Object.keys(template.findResources("AWS::IAM::OIDCProvider"));
    const trust = (...subjects: readonly string[]) => [
      {
        Effect: "Allow",
        Principal: { Federated: { "Fn::GetAtt": [provider, "Arn"] } },
        Action: "sts:AssumeRoleWithWebIdentity",
        Condition: {
          StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" },
          StringLike: { "token.actions.githubusercontent.com:sub": subjects },
        },
      },
    ];
    expect(roleOf(template, "plan").trust).toEqual(trust("repo:contoso/mail:pull_request"));
    expect(roleOf(template, "apply").trust).toEqual(trust("repo:contoso/mail:ref:refs/heads/release/*"));
    template.hasResourceProperties("AWS::IAM::OIDCProvider", {
      Url: "https://token.actions.githubusercontent.com",
      ClientIdList: ["sts.amazonaws.com"],
    });
  });

  test("plan on pull requests and main, apply in environment production, unless told otherwise", () => {
    const subjects = (kind: "plan" | "apply") =>
      roleOf(templateOf(), kind).trust[0].Condition.StringLike["token.actions.githubusercontent.com:sub"];
    expect(subjects("plan")).toEqual([
      "repo:contoso/mail:pull_request",
      "repo:contoso/mail:ref:refs/heads/main",
    ]);
    expect(subjects("apply")).toEqual(["repo:contoso/mail:environment:production"]);
  });

  test("use the provider that the account has, if told so", () => {
    const template = templateOf({ existingProvider: true });
    template.resourceCountIs("AWS::IAM::OIDCProvider", 0);
    expect(roleOf(template, "plan").trust[0].Principal).toEqual({
      Federated: {
        "Fn::Sub":
          "arn:${AWS::Partition}:iam::${AWS::AccountId}:oidc-provider/token.actions.githubusercontent.com",
      },
    });
  });

  test("act for the CDK only if told so: plan looks, apply deploys", () => {
    const cdk = (kind: "plan" | "apply") => roleOf(templateOf({ withCdk: true }), kind).may.Cdk;
    const role = (name: string) => ({
      "Fn::Sub": `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/cdk-hnb659fds-${name}-role-\${AWS::AccountId}-*`,
    });
    expect(cdk("plan")).toMatchObject({ Action: "sts:AssumeRole", Resource: [role("lookup")] });
    expect(cdk("apply")).toMatchObject({
      Resource: [role("lookup"), role("deploy"), role("file-publishing")],
    });
  });
});

test("everything that is wrong with the options is told at once", () => {
  const read = readStateOptions({
    bucket: "Contoso_State",
    repository: "mail",
    region: "frankfurt",
    account: "1111",
    planSubjects: ["repo:contoso/mail:pull_request"],
    applySubjects: ["pull_request", "environment:*"],
  });
  expect(read.ok ? [] : read.faults.map(formatFault)).toEqual([
    'bucket: not the name of an S3 bucket, got "Contoso_State"; expected 3 to 63 lower-case letters, digits, hyphens and dots, such as contoso-terraform-state',
    'repository: not a GitHub repository, got "mail"; expected owner/name',
    'region: not a region of AWS, got "frankfurt"; expected a code such as eu-central-1',
    'account: not the id of an AWS account, got "1111"; expected 12 digits',
    'plan-subject: not a subject of GitHub\'s tokens, got "repo:contoso/mail:pull_request"; expected pull_request, ref:refs/heads/<branch>, ref:refs/tags/<tag> or environment:<name>, without the repository',
    ...["pull_request", "environment:*"].map(
      (subject) =>
        `apply-subject: anyone who can push a branch or open a pull request could apply, got "${subject}"; expected an environment with reviewers, or a protected branch; write environment:production or ref:refs/heads/main`,
    ),
  ]);
});
