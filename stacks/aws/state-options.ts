import * as v from "valibot";
import { type Fault, type Result, settle } from "../../lib/fault";
import { agrees } from "../../lib/schema/agree";
import { readOptions } from "../../lib/schema/read-options";
import { flag, texts } from "../../lib/schema/scalars";
import { closed, may } from "../../lib/schema/shapes";

/** Where Terraform's state is to be kept, and which workflows may come at it. */
export interface StateOptions {
  /** Name of the bucket. */
  readonly bucket: string;
  /** The GitHub repository whose workflows use the state: `owner/name`. */
  readonly repository: string;
  /** Region of the bucket and the stack. */
  readonly region: string;
  /** The AWS account: 12 digits. @default the one that deploys */
  readonly account?: string;
  /** Which workflows may plan, in GitHub's words. @default pull requests, and branch main */
  readonly planSubjects?: readonly string[];
  /** Which workflows may apply, in GitHub's words. @default those of environment production */
  readonly applySubjects?: readonly string[];
  /** Does the account trust GitHub already? It can have one OIDC provider for it. @default false */
  readonly existingProvider?: boolean;
  /** May the roles act for `cdk diff` and `cdk deploy` too, by the roles of `cdk bootstrap`? @default false */
  readonly withCdk?: boolean;
}

/** Options that were checked, with their defaults. */
export interface StateBootstrap extends Required<Omit<StateOptions, "account">> {
  /** The AWS account, 12 digits. */
  readonly account?: string;
}

/**
 * `pull_request`, `ref:refs/heads/main`, `environment:production`: what GitHub writes behind the repository. CloudFormation
 * would put a value in place of `{{resolve:…}}`.
 */
const SUBJECT = /^(?!.*\{\{)(?:pull_request|ref:refs\/(?:heads|tags)\/\S+|environment:\S(?:.*\S)?)$/;

const OptionsEntries = {
  bucket: v.string(),
  repository: v.string(),
  region: v.string(),
  account: may(v.string()),
};

const StateOptionsSchema = agrees<StateOptions>()(
  closed({
    ...OptionsEntries,
    planSubjects: may(v.array(v.string())),
    applySubjects: may(v.array(v.string())),
    existingProvider: may(flag),
    withCdk: may(flag),
  }),
);

/** What {@link readStateOptions} answers. */
export const StateBootstrapSchema = agrees<StateBootstrap>()(
  closed({
    ...OptionsEntries,
    planSubjects: texts,
    applySubjects: texts,
    existingProvider: flag,
    withCdk: flag,
  }),
);

/** Checks options and fills in defaults, or tells everything that is wrong with them. */
export function readStateOptions(options: StateOptions): Result<StateBootstrap> {
  const given = readOptions(StateOptionsSchema, options);
  return given.ok ? readGiven(given.value) : given;
}

function readGiven(options: StateOptions): Result<StateBootstrap> {
  const { bucket, repository, region, account } = options;
  const {
    planSubjects = ["pull_request", "ref:refs/heads/main"],
    applySubjects = ["environment:production"],
    existingProvider = false,
    withCdk = false,
  } = options;
  const faults: Fault[] = [
    ...unlike(bucket, isBucketName(bucket), "bucket", "not the name of an S3 bucket", BUCKET_FORM),
    ...unlike(
      repository,
      /^[\w.-]+\/[\w.-]+$/.test(repository),
      "repository",
      "not a GitHub repository",
      "owner/name",
    ),
    ...unlike(
      region,
      /^[a-z]{2}(?:-[a-z]+)+-[1-9]$/.test(region),
      "region",
      "not a region of AWS",
      "a code such as eu-central-1",
    ),
    ...(account === undefined
      ? []
      : unlike(account, /^\d{12}$/.test(account), "account", "not the id of an AWS account", "12 digits")),
    ...planSubjects.flatMap((subject) => subjectFaults(subject, "plan-subject")),
    ...applySubjects.flatMap((subject) => applyFaults(subject)),
  ];
  return settle(faults, () => ({
    bucket,
    repository,
    region,
    ...(account === undefined ? {} : { account }),
    planSubjects,
    applySubjects,
    existingProvider,
    withCdk,
  }));
}

const BUCKET_FORM = "3 to 63 lower-case letters, digits, hyphens and dots, such as contoso-terraform-state";

/** Source: https://docs.aws.amazon.com/AmazonS3/latest/userguide/bucketnamingrules.html */
function isBucketName(name: string): boolean {
  return (
    /^[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]$/.test(name) &&
    !name.includes("..") &&
    !/^\d+(?:\.\d+){3}$/.test(name) &&
    !/^(?:xn--|sthree-|amzn-s3-demo-)|(?:-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$/.test(name)
  );
}

function unlike(
  received: string,
  isRight: boolean,
  option: string,
  message: string,
  expected: string,
): readonly Fault[] {
  return isRight ? [] : [{ path: [option], message, received: JSON.stringify(received), expected }];
}

function subjectFaults(subject: string, option: string): readonly Fault[] {
  return unlike(
    subject,
    SUBJECT.test(subject),
    option,
    "not a subject of GitHub's tokens",
    "pull_request, ref:refs/heads/<branch>, ref:refs/tags/<tag> or environment:<name>, without the repository",
  );
}

/** Whoever may open a pull request must not be able to apply. */
function applyFaults(subject: string): readonly Fault[] {
  const faults = subjectFaults(subject, "apply-subject");
  const isOpen =
    subject === "pull_request" || /^(?:ref:refs\/(?:heads|tags)\/|environment:)\*$/.test(subject);
  if (faults.length > 0 || !isOpen) return faults;
  return [
    {
      path: ["apply-subject"],
      message: "anyone who can push a branch or open a pull request could apply",
      received: JSON.stringify(subject),
      expected: "an environment with reviewers, or a protected branch",
      fix: "write environment:production or ref:refs/heads/main",
    },
  ];
}
