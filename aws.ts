/**
 * Constructs and stacks for programs of the AWS CDK; they need the package aws-cdk-lib.
 * @module cdktf-mail-hygiene/aws
 */

export * from "./constructs/mail/index";
export {
  Route53DomainStack,
  type Route53DomainStackProps,
} from "./hosts/route53/constructs/route53-domain-stack";
export {
  Route53Zone,
  type Route53ZoneById,
  type Route53ZoneByName,
  type Route53ZoneCreated,
} from "./hosts/route53/constructs/route53-zone";
export { readStateOptions, type StateBootstrap, type StateOptions } from "./stacks/aws/state-options";
export type { StateRoles } from "./stacks/aws/state-roles";
export { TerraformStateStack } from "./stacks/aws/terraform-state-stack";
