import type { Fault, Path } from "../../fault";
import type { ExchangeFacts, PlannedOrder } from "../exchange-plan";
import type { ExchangeKind, Value, Values } from "../objects";
import type {
  Allowing,
  OwnPolicy,
  PolicyFamily,
  ProtectionOptions,
  RecipientScope,
  SenderScope,
} from "../options";
import type { BaseValues } from "./base-values";
import type { Draft } from "./draft";
import { covers, licenceOf, refuseUnlicensed, unlicensed } from "./licences";

type FamilyKey =
  | "antiSpam"
  | "outboundSpam"
  | "antiPhishing"
  | "antiMalware"
  | "safeLinks"
  | "safeAttachments";
type Scope = RecipientScope & SenderScope;

interface FamilyFacts {
  /** Of construct ids. */
  readonly id: string;
  readonly policy: ExchangeKind;
  readonly rule: ExchangeKind;
  /** The rule's attribute that names its policy. */
  readonly link: string;
  /** The policy that every tenant has for whom no other is. Absent: there is none that may be changed. */
  readonly builtIn?: string;
  /** The rule's attributes by the keys of the scope. */
  readonly scope: Readonly<Record<string, string>>;
}

const RECIPIENTS = { recipients: "sentTo", groups: "sentToMemberOf", domains: "recipientDomainIs" };
const SENDERS = { senders: "from", groups: "fromMemberOf", domains: "senderDomainIs" };

/** The kinds of policies that are for some. */
export const FAMILIES: Readonly<Record<FamilyKey, FamilyFacts>> = {
  antiSpam: {
    id: "AntiSpam",
    policy: "hosted-content-filter-policy",
    rule: "hosted-content-filter-rule",
    link: "hostedContentFilterPolicy",
    builtIn: "Default",
    scope: RECIPIENTS,
  },
  outboundSpam: {
    id: "OutboundSpam",
    policy: "hosted-outbound-spam-filter-policy",
    rule: "hosted-outbound-spam-filter-rule",
    link: "hostedOutboundSpamFilterPolicy",
    builtIn: "Default",
    scope: SENDERS,
  },
  antiPhishing: {
    id: "AntiPhishing",
    policy: "anti-phish-policy",
    rule: "anti-phish-rule",
    link: "antiPhishPolicy",
    builtIn: "Office365 AntiPhish Default",
    scope: RECIPIENTS,
  },
  antiMalware: {
    id: "AntiMalware",
    policy: "malware-filter-policy",
    rule: "malware-filter-rule",
    link: "malwareFilterPolicy",
    builtIn: "Default",
    scope: RECIPIENTS,
  },
  safeLinks: {
    id: "SafeLinks",
    policy: "safe-links-policy",
    rule: "safe-links-rule",
    link: "safeLinksPolicy",
    scope: RECIPIENTS,
  },
  safeAttachments: {
    id: "SafeAttachments",
    policy: "safe-attachment-policy",
    rule: "safe-attachment-rule",
    link: "safeAttachmentPolicy",
    scope: RECIPIENTS,
  },
};

/** Of those that have no policy of Microsoft's which may be changed: the name of the one for everyone. */
const FOR_EVERYONE = "Everyone";

/** Plans all policies of a kind with their rules and the order of these. */
export function planFamilies(
  protection: ProtectionOptions,
  base: BaseValues,
  facts: ExchangeFacts,
  draft: Draft,
): readonly PlannedOrder[] {
  return (Object.keys(FAMILIES) as FamilyKey[]).flatMap((key) => {
    const options: PolicyFamily<object, Scope> = protection[key] ?? {};
    return planFamily(FAMILIES[key], options, base, facts, draft, ["protection", key], protection);
  });
}

function planFamily(
  family: FamilyFacts,
  options: PolicyFamily<object, Scope>,
  base: BaseValues,
  facts: ExchangeFacts,
  draft: Draft,
  path: Path,
  { licence = "exchange-online" }: ProtectionOptions,
): readonly PlannedOrder[] {
  const { policy, builtIn } = family;
  const usual = base.of(policy);
  const { default: own, policies = {}, order } = options;
  const isLicensed = covers(licence, licenceOf(policy));
  if (!isLicensed && (own !== undefined || Object.keys(policies).length > 0)) {
    draft.faults.push(unlicensed(path, licenceOf(policy)));
    return [];
  }
  const planned = new Planned(family, base, draft, licence);
  for (const key of Object.keys(policies).sort()) {
    const one = policies[key];
    if (one) planned.own(key, one, [...path, "policies", key]);
  }
  const rules = ordered(Object.keys(policies).sort(), order, draft, path).map((key) => planned.ruleId(key));
  if (isLicensed && (own !== undefined || Object.keys(usual).length > 0)) {
    planned.default(own ?? {}, [...path, "default"]);
    if (builtIn === undefined) {
      planned.everyone([facts.initialDomain, ...facts.domains], [...path, "default"]);
      rules.push(planned.ruleId("default"));
    }
  }
  return rules.length > 1 ? [{ kind: family.rule, rules }] : [];
}

class Planned {
  private readonly nameOf = new Map<string, string>();

  constructor(
    private readonly family: FamilyFacts,
    private readonly base: BaseValues,
    private readonly draft: Draft,
    private readonly licence: NonNullable<ProtectionOptions["licence"]>,
  ) {}

  ruleId(key: string): string {
    return `${this.family.id}-${key}-Rule`;
  }

  default({ allow, ...values }: Allowing & object, path: Path): void {
    this.add("default", this.family.builtIn ?? FOR_EVERYONE, values as Values, allow, path);
  }

  /** The rule that is for everyone, of a policy of our own. */
  everyone(domains: readonly string[], path: Path): void {
    const { rule, link, scope } = this.family;
    this.draft.add({
      id: this.ruleId("default"),
      kind: rule,
      values: { name: FOR_EVERYONE, [link]: FOR_EVERYONE, [scope.domains ?? ""]: domains },
      names: { [link]: `${this.family.id}-default` },
      path,
    });
  }

  own(key: string, options: OwnPolicy<Scope>, path: Path): void {
    const { name: given, for: whom, except, enabled, allow, ...values } = options;
    const name = this.draft.nameOf(key, given, path);
    if (key === "default") {
      this.draft.faults.push({
        path,
        message: "default is no policy of your own",
        fix: "write it beside policies",
      });
    }
    this.add(key, name, values as Values, allow, path);
    const { rule, link, id } = this.family;
    const scope = this.scoped(whom, [...path, "for"]);
    if (Object.keys(scope).length === 0) {
      this.draft.faults.push({
        path: [...path, "for"],
        message: "the policy is for nobody",
        expected: `at least one of ${Object.keys(this.family.scope).join(", ")}`,
      });
    }
    this.draft.add({
      id: this.ruleId(key),
      kind: rule,
      values: {
        name,
        [link]: name,
        ...(enabled === undefined ? {} : { enabled }),
        ...scope,
        ...prefixed(this.scoped(except ?? {}, [...path, "except"])),
      },
      names: { [link]: `${id}-${key}` },
      path,
    });
  }

  private add(key: string, name: string, given: Values, allow: Allowing["allow"], path: Path): void {
    const { policy, id } = this.family;
    const other = [...this.nameOf].find(([, one]) => one.toLowerCase() === name.toLowerCase());
    if (other) {
      this.draft.faults.push({
        path: [...path, "name"],
        message: `the policy ${other[0]} has the same name`,
        received: JSON.stringify(name),
      });
    }
    this.nameOf.set(key, name);
    refuseUnlicensed(policy, given, { licence: this.licence }, path, this.draft);
    this.draft.add({
      id: `${id}-${key}`,
      kind: policy,
      values: { name, ...this.base.of(policy), ...given },
      path,
      allow,
      imposed: this.base.imposed(policy),
    });
  }

  private scoped(scope: Scope, path: Path): Values {
    for (const key of Object.keys(scope)) {
      if (!Object.hasOwn(this.family.scope, key))
        this.draft.faults.push({ path: [...path, key], message: "no scope of this kind of policy" });
    }
    return scopeValues(this.family.scope, scope);
  }
}

/** Whom a rule is for, as its attributes say it. */
export function scopeValues(attributes: FamilyFacts["scope"], scope: Scope): Values {
  return Object.fromEntries(
    Object.entries(scope).flatMap(([key, members]): readonly (readonly [string, Value])[] => {
      const attribute = Object.hasOwn(attributes, key) ? attributes[key] : undefined;
      return attribute !== undefined && Array.isArray(members) && members.length > 0
        ? [[attribute, members]]
        : [];
    }),
  );
}

/** The same attributes as exceptions. */
export function prefixed(values: Values): Values {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      `exceptIf${key.charAt(0).toUpperCase()}${key.slice(1)}`,
      value,
    ]),
  );
}

/** Keys in the order that the options give, which names each of several once. */
export function ordered(
  keys: readonly string[],
  order: readonly string[] | undefined,
  draft: { readonly faults: Fault[] },
  path: Path,
  key = "order",
): string[] {
  if (order === undefined) {
    if (keys.length > 1 && key === "order") {
      draft.faults.push({
        path,
        message:
          "of several policies the first that is for somebody decides, and nothing says which is first",
        expected: `order: [${keys.join(", ")}]`,
      });
    }
    return [...keys];
  }
  const missing = keys.filter((one) => !order.includes(one));
  const strange = order.filter((one) => !keys.includes(one));
  const twice = order.filter((one, place) => order.indexOf(one) !== place);
  if (missing.length + strange.length + twice.length > 0) {
    draft.faults.push({
      path: [...path, key],
      message: "the order does not name each of them once",
      received: order.join(", "),
      expected: `each of ${keys.join(", ")}`,
    });
  }
  return order.filter((one) => keys.includes(one));
}
