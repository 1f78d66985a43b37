/** Constructs and stacks for programs of the AWS CDK, `cdktf-mail-hygiene/aws`; they need the package aws-cdk-lib. */
export * from "./constructs/mail/index";
// lib/ has a type of this name, which is the record taken apart.
export { SpfPolicy } from "./constructs/mail/spf-policy";
export type { MailZone, ServedPolicy } from "./constructs/zone/mail-zone";
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
export * from "./lib/index";
export { readStateOptions, type StateBootstrap, type StateOptions } from "./stacks/aws/state-options";
export { TerraformStateStack } from "./stacks/aws/terraform-state-stack";
