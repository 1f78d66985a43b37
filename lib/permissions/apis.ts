import type { Api } from "./row";

/** What the APIs are called, and what a right is there. */
export const APIS: Readonly<Record<Api, { readonly name: string; readonly kind: string }>> = {
  aws: { name: "AWS", kind: "IAM action" },
  azure: { name: "Azure", kind: "Azure role" },
  cloudflare: { name: "Cloudflare", kind: "permission of the token" },
  exchange: { name: "Office 365 Exchange Online", kind: "application permission" },
  "exchange-roles": { name: "Exchange Online", kind: "role group" },
  graph: { name: "Microsoft Graph", kind: "application permission" },
  "purview-roles": { name: "Security & Compliance", kind: "role group" },
};
