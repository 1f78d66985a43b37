import { DiagnosticError } from "../../../../provider/plugin/index";
import type { GraphObject } from "../graph-calls";
import { attributesOf } from "../names";
import { dataSource, dataSourceSchema } from "../schema";
import { texts } from "../values";
import { hashedId } from "./hashed-id";

const RENAMED = {
  admin_managed: "isAdminManaged",
  default: "isDefault",
  domain_name: "id",
  initial: "isInitial",
  root: "isRoot",
  verified: "isVerified",
};

const TYPES = {
  admin_managed: { kind: "bool" },
  authentication_type: { kind: "string" },
  default: { kind: "bool" },
  domain_name: { kind: "string" },
  initial: { kind: "bool" },
  root: { kind: "bool" },
  supported_services: { kind: "list", element: { kind: "string" } },
  verified: { kind: "bool" },
} as const;

export const domains = dataSource({
  ...dataSourceSchema("azuread_domains"),
  async read(config, { client, signal }) {
    const all = await client.graph.list({ doing: "Could not list domains", path: "v1.0/domains", signal });
    const services = texts(config.supports_services);
    const wanted = (domain: GraphObject): boolean => {
      const supported = Array.isArray(domain.supportedServices) ? domain.supportedServices : [];
      return (
        (config.admin_managed !== true || domain.isAdminManaged === true) &&
        (config.include_unverified === true || domain.isVerified === true) &&
        (config.only_default !== true || domain.isDefault === true) &&
        (config.only_initial !== true || domain.isInitial === true) &&
        (config.only_root !== true || domain.isRoot === true) &&
        services.every((service) => supported.includes(service))
      );
    };
    const found = all.filter(wanted);
    if (found.length === 0) {
      throw new DiagnosticError({ summary: "No domains found for the provided filters" });
    }
    return {
      ...config,
      id: hashedId(
        "domains",
        found.map(({ id }) => String(id)),
      ),
      domains: found.map((domain) => attributesOf(TYPES, domain, RENAMED)),
      timeouts: config.timeouts ?? null,
    };
  },
});
