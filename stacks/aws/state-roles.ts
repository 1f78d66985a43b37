import { CfnOIDCProvider, CfnRole } from "aws-cdk-lib/aws-iam";
import { Fn } from "aws-cdk-lib/core";
import { Construct } from "constructs";
import type { StateBootstrap } from "./state-options";

export interface StateRolesProps extends Omit<StateBootstrap, "bucket" | "region" | "account"> {
  readonly bucketArn: string;
}

const ISSUER = "token.actions.githubusercontent.com";

/** The roles of `cdk bootstrap`, by what a workflow does: reading what is deployed, and deploying. */
const CDK_ROLES = { plan: ["lookup"], apply: ["lookup", "deploy", "file-publishing"] } as const;

/**
 * Who may plan and who may apply: two roles that workflows of one repository take on by GitHub's OIDC tokens, without a
 * key that could leak. A plan reads states and locks them; only an apply writes them. Neither deletes any.
 * Source: https://developer.hashicorp.com/terraform/language/backend/s3#permissions-required
 */
export class StateRoles extends Construct {
  /** Reads states, to plan. */
  readonly plan: CfnRole;
  /** Reads and writes states, to apply. */
  readonly apply: CfnRole;

  constructor(scope: Construct, id: string, props: StateRolesProps) {
    super(scope, id);
    const provider = props.existingProvider
      ? Fn.sub(`arn:\${AWS::Partition}:iam::\${AWS::AccountId}:oidc-provider/${ISSUER}`)
      : new CfnOIDCProvider(this, "GitHub", {
          url: `https://${ISSUER}`,
          clientIdList: ["sts.amazonaws.com"],
        }).attrArn;
    const { planSubjects, applySubjects } = props;
    this.plan = addRole(this, "plan", {
      ...props,
      provider,
      subjects: planSubjects,
      onStates: ["s3:GetObject"],
    });
    this.apply = addRole(this, "apply", {
      ...props,
      provider,
      subjects: applySubjects,
      onStates: ["s3:GetObject", "s3:PutObject"],
    });
  }
}

interface RoleProps extends StateRolesProps {
  /** ARN of the OIDC provider. */
  readonly provider: string;
  readonly subjects: readonly string[];
  /** What the role may do with states; every role may take and give back locks. */
  readonly onStates: readonly string[];
}

function addRole(scope: StateRoles, kind: keyof typeof CDK_ROLES, props: RoleProps): CfnRole {
  const { bucketArn, provider, repository, subjects, onStates, withCdk } = props;
  const statements = [
    { Sid: "ListStates", Effect: "Allow", Action: "s3:ListBucket", Resource: bucketArn },
    { Sid: "States", Effect: "Allow", Action: onStates, Resource: `${bucketArn}/*` },
    {
      Sid: "Locks",
      Effect: "Allow",
      Action: ["s3:GetObject", "s3:PutObject", "s3:DeleteObject"],
      Resource: `${bucketArn}/*.tflock`,
    },
    ...(withCdk
      ? [{ Sid: "Cdk", Effect: "Allow", Action: "sts:AssumeRole", Resource: CDK_ROLES[kind].map(cdkRole) }]
      : []),
  ];
  return new CfnRole(scope, kind === "plan" ? "Plan" : "Apply", {
    description: `Workflows of ${repository} ${kind} by it`,
    assumeRolePolicyDocument: {
      Version: "2012-10-17",
      Statement: [
        {
          Effect: "Allow",
          Principal: { Federated: provider },
          Action: "sts:AssumeRoleWithWebIdentity",
          Condition: {
            StringEquals: { [`${ISSUER}:aud`]: "sts.amazonaws.com" },
            // GitHub's subjects hold no wildcards: where an option has one, it is meant.
            StringLike: { [`${ISSUER}:sub`]: subjects.map((subject) => `repo:${repository}:${subject}`) },
          },
        },
      ],
    },
    policies: [
      {
        policyName: "terraform-state",
        policyDocument: { Version: "2012-10-17", Statement: statements },
      },
    ],
  });
}

function cdkRole(name: string): string {
  return Fn.sub(
    `arn:\${AWS::Partition}:iam::\${AWS::AccountId}:role/cdk-hnb659fds-${name}-role-\${AWS::AccountId}-*`,
  );
}
