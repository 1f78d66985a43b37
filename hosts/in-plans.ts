import { azureInPlans } from "./azure/in-plans";
import { cloudflareInPlans } from "./cloudflare/in-plans";
import type { HostInPlans } from "./host";
import { route53InPlans } from "./route53/in-plans";

/** The resources of all hosts in Terraform plans. Apart from the hosts: only a review reads plans. */
export const IN_PLANS: readonly HostInPlans[] = [cloudflareInPlans, route53InPlans, azureInPlans];
