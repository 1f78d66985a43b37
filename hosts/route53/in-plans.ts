import type { HostInPlans } from "../host";
import { declaredPolicy } from "./policies-in-plans";
import { route53Record } from "./records-in-plans";
import { route53ZoneFeatures } from "./zones-in-plans";

/** The host's resources in Terraform plans, and those of stacks of the AWS CDK as a review makes plans of estates. */
export const route53InPlans: HostInPlans = {
  records: { aws_route53_record: route53Record, "AWS::Route53::RecordSet": route53Record },
  policies: { "AWS::ApiGatewayV2::Api": declaredPolicy },
  zoneFeatures: route53ZoneFeatures,
  zones: { aws_route53_zone: ["zone_id", "id"] },
};
