import type * as v from "valibot";
import { attributeSchema } from "../../exchange/attribute-schema";
import { attributesOf, type ExchangeKind } from "../../exchange/objects";
import { agrees } from "../../schema/agree";
import { reason, texts } from "../../schema/scalars";
import { choice, closed, may, named, word } from "../../schema/shapes";
import { METHOD_IDS, type MethodKey, meansEverybody } from "./methods";
import type {
  AllowingMethodOptions,
  ApplicationsOptions,
  AuthorizationOptions,
  ConsentOptions,
  ConsentRequestsOptions,
  ConsentSettingsOptions,
  MethodOptions,
  MethodsOptions,
  MethodsPolicyOptions,
  PasswordOptions,
  PasswordsOptions,
  PrivilegedRolesOptions,
  RoleHoldersOptions,
  RolePrincipalsOptions,
  RoleRulesOptions,
} from "./options";

type Entries = Readonly<Record<string, v.GenericSchema>>;

/** `all`, or names. */
const groups = choice([word(["all"]), texts], (input) => (typeof input === "string" ? 0 : 1));

/** The attributes of a kind but the one that says which it is; of a method, its own. */
function entriesOf(kind: ExchangeKind, without?: string, method?: string): Entries {
  return Object.fromEntries(
    [...attributesOf(kind)]
      .filter(
        ([name, { of }]) => name !== without && (method === undefined || (of ?? [method]).includes(method)),
      )
      .map(([name, facts]) => [
        name,
        may(meansEverybody(kind, name) && facts.type === "texts" ? groups : attributeSchema(facts)),
      ]),
  );
}

const allow = may(named(reason));

/**
 * Types and what is read follow from the same tables (scripts/exchange-objects.mjs), which the compiler does not see.
 */
function values<T>(entries: Entries): v.GenericSchema<T> {
  return closed(entries) as unknown as v.GenericSchema<T>;
}

const methodEntries = (key: MethodKey) => entriesOf("authentication-method", "method", METHOD_IDS[key]);

const method = (key: MethodKey) => may(values<MethodOptions>(methodEntries(key)));

/** One of which something is in lib/exchange/loosening.ts: of the others there is nothing to allow. */
const allowing = (key: MethodKey) => may(values<AllowingMethodOptions>({ ...methodEntries(key), allow }));

/** What is read of sign-in methods. */
export const MethodsSchema = agrees<MethodsOptions>()(
  closed({
    policy: may(values<MethodsPolicyOptions>({ ...entriesOf("authentication-methods-policy"), allow })),
    email: method("email"),
    fido2: method("fido2"),
    microsoftAuthenticator: allowing("microsoftAuthenticator"),
    qrCodePin: method("qrCodePin"),
    sms: allowing("sms"),
    softwareOath: method("softwareOath"),
    temporaryAccessPass: method("temporaryAccessPass"),
    voice: allowing("voice"),
    x509Certificate: allowing("x509Certificate"),
  }),
);

/** What everybody may do. */
export const AuthorizationSchema = values<AuthorizationOptions>({
  ...entriesOf("authorization-policy"),
  allow,
});

/** Expiry of passwords by domain. */
export const PasswordsSchema = agrees<PasswordsOptions>()(
  named(values<PasswordOptions>(entriesOf("domain-password-policy", "domain"))),
);

/** Consent to applications. */
export const ConsentSchema = agrees<ConsentOptions>()(
  closed({
    requests: may(values<ConsentRequestsOptions>(entriesOf("admin-consent-request-policy"))),
    settings: may(values<ConsentSettingsOptions>({ ...entriesOf("consent-settings"), allow })),
  }),
);

/** Passwords and certificates of applications. */
export const ApplicationsSchema = values<ApplicationsOptions>({
  ...entriesOf("default-app-management-policy"),
  allow,
});

const principals = agrees<RolePrincipalsOptions>()(closed({ users: may(texts), groups: may(texts) }));

/** Directory roles of great power. */
export const PrivilegedRolesSchema = agrees<PrivilegedRolesOptions>()(
  closed({
    alerts: may(texts),
    approvers: may(principals),
    rules: may(named(values<RoleRulesOptions>({ ...entriesOf("role-management-policy", "role"), allow }))),
    holders: may(
      named(agrees<RoleHoldersOptions>()(closed({ eligible: may(principals), active: may(texts) }))),
    ),
  }),
);
