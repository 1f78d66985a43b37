import type { HostInPlans } from "../host";
import { route53Record } from "./records-in-plans";

/** The host's resources in Terraform plans. */
export const route53InPlans: HostInPlans = {
  records: { aws_route53_record: route53Record },
  policies: {},
  zones: { aws_route53_zone: ["zone_id", "id"] },
};
