import type * as v from "valibot";
import { attributeSchema } from "../../exchange/attribute-schema";
import { attributesOf, type ExchangeKind } from "../../exchange/objects";
import { reason, texts } from "../../schema/scalars";
import { choice, closed, may, named, word } from "../../schema/shapes";
import { METHOD_IDS, METHOD_KEYS, type MethodKey, namesGroups } from "./methods";
import type { AuthorizationOptions, MethodsOptions, PasswordsOptions } from "./options";

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
        may(namesGroups(name) && facts.type === "texts" ? groups : attributeSchema(facts)),
      ]),
  );
}

const allow = may(named(reason));

/** Methods of which something is in lib/exchange/loosening.ts: of the others there is nothing to allow. */
const MAY_LOOSEN: ReadonlySet<string> = new Set([
  "microsoftAuthenticator",
  "sms",
  "voice",
  "x509Certificate",
]);

function methodEntries(key: MethodKey): Entries {
  const own = entriesOf("authentication-method", "method", METHOD_IDS[key]);
  return MAY_LOOSEN.has(key) ? { ...own, allow } : own;
}

/**
 * What is read of sign-in methods. Types and what is read follow from the same tables (scripts/exchange-objects.mjs), which
 * the compiler does not see.
 */
export const MethodsSchema = closed({
  policy: may(closed({ ...entriesOf("authentication-methods-policy"), allow })),
  ...Object.fromEntries(METHOD_KEYS.map((key) => [key, may(closed(methodEntries(key)))])),
}) as unknown as v.GenericSchema<MethodsOptions>;

/** What everybody may do. */
export const AuthorizationSchema = closed({
  ...entriesOf("authorization-policy"),
  allow,
}) as unknown as v.GenericSchema<AuthorizationOptions>;

/** Expiry of passwords by domain. */
export const PasswordsSchema = named(
  closed(entriesOf("domain-password-policy", "domain")),
) as unknown as v.GenericSchema<PasswordsOptions>;
