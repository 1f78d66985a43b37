import type { GraphTable } from "../graph-table";
import { authenticationMethod } from "./authentication-method";
import { authenticationMethodsPolicy } from "./authentication-methods-policy";
import { authorizationPolicy } from "./authorization-policy";
import { domainPasswordPolicy } from "./domain-password-policy";
import { securityDefaults } from "./security-defaults";

/** Everything of Graph that the kit manages. */
export const GRAPH_TABLES: readonly GraphTable[] = [
  authenticationMethod,
  authenticationMethodsPolicy,
  authorizationPolicy,
  domainPasswordPolicy,
  securityDefaults,
];
