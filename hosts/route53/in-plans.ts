import type { HostInPlans } from "../host";
import { route53Record } from "./records-in-plans";
import { route53ZoneFeatures } from "./zones-in-plans";

/** The host's resources in Terraform plans. */
export const route53InPlans: HostInPlans = {
  records: { aws_route53_record: route53Record },
  policies: {},
  zoneFeatures: route53ZoneFeatures,
  zones: { aws_route53_zone: ["zone_id", "id"] },
};
