import type { DomainInput, EstateInput } from "../estate/input";
import type { Finding } from "../rules/finding";
import { LEVELS } from "../rules/rule";

/** What the rules say of an estate, or of one that cannot be declared the domains that keep it from it. */
export type JudgeInput = (input: EstateInput) => Judgement;

type Judgement =
  | { readonly ok: true; readonly findings: readonly Finding[] }
  | { readonly ok: false; readonly faulty: ReadonlySet<string> };

/** Changes of an adopted estate that mend what the rules find in it. */
export interface Mended {
  readonly input: EstateInput;
  /** Findings of the estate as it stands that the mended one does not have, in their order. */
  readonly mended: readonly Finding[];
  /** What is changed, by domain: roles that are published as declared, and options that go. */
  readonly changes: Readonly<Record<string, readonly string[]>>;
}

/** One change that may mend a domain. */
interface Candidate {
  readonly words: string;
  /** Of two, this one: a role of `asFound`, or an option of the domain. */
  readonly role?: string;
  readonly option?: readonly [section: "spf" | "dmarc", key: string];
}

/**
 * Looks for changes that mend findings, by trying them: a record is published as it is declared, in place of what stands; an option
 * that lets more through than the default goes. A domain's changes count if some of its findings go and none comes, but for what
 * can be said of a record only once it is there; those that do nothing for that are left out. Addresses, senders and records of others are never taken away.
 * @param before what the rules find in the estate as it stands
 * @param untouched domains whose zones hold mail records that nobody declares: what would stand beside them is not known
 */
export function mend(
  input: EstateInput,
  before: readonly Finding[],
  judgeInput: JudgeInput,
  untouched: ReadonlySet<string>,
): Mended | undefined {
  const wrong = new Set(before.filter(({ level }) => level !== "note").map(({ subject }) => subject));
  let chosen = new Map(
    Object.keys(input.domains).flatMap((name) => {
      const all = !untouched.has(name) && isConcerned(name, wrong) ? candidatesOf(name, input) : [];
      return all.length > 0 ? [[name, all] as const] : [];
    }),
  );
  // A domain whose changes do harm, or no good, is left as it is; others may have leant on it.
  for (let round = 0; ; round++) {
    if (chosen.size === 0 || round === ROUNDS) return undefined;
    const after = judgeInput(changed(input, chosen));
    const kept = new Map(
      [...chosen].filter(([name]) =>
        after.ok ? isBetter(name, before, after.findings) : !after.faulty.has(name),
      ),
    );
    if (kept.size === chosen.size) {
      if (after.ok) break;
      return undefined;
    }
    chosen = kept;
  }
  chosen = leastOf(input, chosen, before, judgeInput);
  const mendedInput = changed(input, chosen);
  const after = judgeInput(mendedInput);
  if (!after.ok) return undefined;
  const left = new Set(after.findings.map(keyOf));
  return {
    input: mendedInput,
    mended: before.filter((finding) => !left.has(keyOf(finding))),
    changes: Object.fromEntries([...chosen].map(([name, all]) => [name, all.map(({ words }) => words)])),
  };
}

/** Each round takes domains out; more of them than this do not come about but by chance. */
const ROUNDS = 10;

/** Leaves out what a domain's findings do not need, one change a domain at a time, all domains at once. */
function leastOf(
  input: EstateInput,
  chosen: ReadonlyMap<string, readonly Candidate[]>,
  before: readonly Finding[],
  judgeInput: JudgeInput,
): Map<string, readonly Candidate[]> {
  const whole = judgeInput(changed(input, chosen));
  if (!whole.ok) return new Map(chosen);
  let least = new Map(chosen);
  const most = Math.max(...[...chosen.values()].map((all) => all.length));
  for (let at = most - 1; at >= 0; at--) {
    const without = new Map([...least].map(([name, all]) => [name, all.filter((_, index) => index !== at)]));
    const tried = judgeInput(changed(input, without));
    if (!tried.ok) continue;
    least = new Map(
      [...least].map(([name, all]) => {
        const fewer = without.get(name) ?? all;
        const isSame =
          of(name, tried.findings).size === of(name, whole.findings).size &&
          isBetter(name, before, tried.findings);
        return [name, fewer.length > 0 && isSame ? fewer : all];
      }),
    );
  }
  return least;
}

function candidatesOf(name: string, { asFound = {}, domains }: EstateInput): readonly Candidate[] {
  const domain = domains[name];
  const softer = domain?.spf?.all !== undefined && domain.spf.all !== "fail";
  return [
    ...Object.entries(asFound[name] ?? {}).flatMap(([role, own]): readonly Candidate[] => {
      // How long a record is kept is no matter of the rules.
      const isTtlAlone = own !== "absent" && own.content === undefined;
      return isTtlAlone ? [] : [{ role, words: `${role} is published as declared` }];
    }),
    ...(softer
      ? [{ option: ["spf", "all"] as const, words: "spf.all goes: mail of all others fails SPF" }]
      : []),
    ...(domain?.dmarc?.subdomainPolicy === "none" && domain.dmarc.policy !== "none"
      ? [
          {
            option: ["dmarc", "subdomainPolicy"] as const,
            words: "dmarc.subdomainPolicy goes: subdomains have the policy of the domain",
          },
        ]
      : []),
  ];
}

function changed(input: EstateInput, chosen: ReadonlyMap<string, readonly Candidate[]>): EstateInput {
  const asFound = Object.fromEntries(
    Object.entries(input.asFound ?? {}).flatMap(([name, roles]) => {
      const gone = new Set((chosen.get(name) ?? []).map(({ role }) => role));
      const left = Object.entries(roles).filter(([role]) => !gone.has(role));
      return left.length > 0 ? [[name, Object.fromEntries(left)] as const] : [];
    }),
  );
  const domains = Object.fromEntries(
    Object.entries(input.domains).map(([name, domain]) => [name, without(domain, chosen.get(name) ?? [])]),
  );
  return { ...input, asFound, domains };
}

function without(domain: DomainInput, candidates: readonly Candidate[]): DomainInput {
  let left: DomainInput = domain;
  for (const { option } of candidates) {
    if (!option) continue;
    const [section, key] = option;
    const rest = Object.entries(left[section] ?? {}).filter(([name]) => name !== key);
    const { [section]: _, ...others }: DomainInput = left;
    left = rest.length > 0 ? { ...left, [section]: Object.fromEntries(rest) } : others;
  }
  return left;
}

/** Are some of the domain's findings gone, and has none come but of a record that was missing? */
function isBetter(name: string, before: readonly Finding[], after: readonly Finding[]): boolean {
  const [was, is] = [of(name, before), of(name, after)];
  const gone = [...was].filter(([key]) => !is.has(key)).map(([, finding]) => finding);
  const come = [...is].filter(([key]) => !was.has(key)).map(([, finding]) => finding);
  return gone.length > 0 && come.every((finding) => gone.some((missing) => isNextOf(finding, missing)));
}

/** `dmarc-policy-none` can be found once `dmarc-missing` is mended: a record that is there, and may be better. */
function isNextOf({ rule, level, subject }: Finding, missing: Finding): boolean {
  const [, mechanism] = /^(.+)-missing$/.exec(missing.rule) ?? [];
  return (
    mechanism !== undefined &&
    rule.startsWith(`${mechanism}-`) &&
    subject === missing.subject &&
    LEVELS.indexOf(level) >= LEVELS.indexOf(missing.level)
  );
}

function of(name: string, findings: readonly Finding[]): ReadonlyMap<string, Finding> {
  return new Map(
    findings
      .filter(({ subject }) => isWithin(subject, name))
      .map((finding) => [keyOf(finding), finding] as const),
  );
}

/** Words of a finding change with the numbers in them: which rule speaks of what, at which level, is what counts. */
function keyOf({ rule, level, subject }: Finding): string {
  return `${rule} ${level} ${subject}`;
}

function isConcerned(name: string, subjects: ReadonlySet<string>): boolean {
  return [...subjects].some((subject) => isWithin(subject, name));
}

/** Mail domains below a domain of the estate are declared in its entry. */
function isWithin(subject: string, name: string): boolean {
  return subject === name || subject.endsWith(`.${name}`);
}
