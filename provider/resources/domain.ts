import { bool, list, str } from "../plugin/index";
import { domainName } from "./attributes";
import { dataSource } from "./m365";
import { domainPath, ofTenantDomain, servicesOf } from "./tenant-domains";

/** A domain of the tenant as Entra knows it: https://learn.microsoft.com/graph/api/resources/domain. */
export const domain = dataSource({
  description: "A domain of the tenant, as Entra ID knows it.",
  attributes: {
    domain: str({ required: true, validate: domainName, description: "The domain's name." }),
    is_verified: bool({ computed: true, description: "Has its ownership been proven?" }),
    is_default: bool({ computed: true, description: "Is it the one that new users get?" }),
    is_initial: bool({ computed: true, description: "Is it the tenant's onmicrosoft.com domain?" }),
    authentication_type: str({ computed: true, description: "Managed or Federated." }),
    supported_services: list(str(), { computed: true, description: "Email, Sharepoint, …" }),
  },

  async read({ domain }, { client, signal }) {
    const found = await ofTenantDomain(domain, client.graph.get(domainPath(domain), { signal }));
    return {
      domain,
      is_verified: found.isVerified === true,
      is_default: found.isDefault === true,
      is_initial: found.isInitial === true,
      authentication_type: typeof found.authenticationType === "string" ? found.authenticationType : "",
      // Graph promises no order.
      supported_services: [...servicesOf(found)].sort(),
    };
  },
});
