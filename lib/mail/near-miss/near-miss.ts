import { closest } from "../../closest";
import { KINDS, type KindFacts, type VersionedKind } from "./kinds";
import { unwrapped } from "./unwrapped";

/** Why a text that was meant as a record is none to receivers. */
export interface NearMiss {
  /** The reasons in words, after "because": `it begins with white space`. At least one. */
  readonly why: readonly string[];
  /** The text that was meant, where it can be told. */
  readonly instead?: string;
}

/**
 * What keeps a text from being a record of a kind, though somebody meant it as one. Nothing for a record, however faulty
 * behind its version, and nothing for a text that looks like something else.
 * @param isOwnName does the text stand where receivers ask for this kind? There a text without any version may be meant
 */
export function nearMiss(
  kind: VersionedKind,
  text: string,
  { isOwnName = false }: { readonly isOwnName?: boolean } = {},
): NearMiss | undefined {
  const facts = KINDS[kind];
  if (facts.is(text) || text.length > LONGEST) return undefined;
  const { text: plain, why } = unwrapped(text);
  if (facts.is(plain)) return { why, ...(isWhole(plain, facts) ? { instead: plain } : {}) };
  const read =
    readLate(plain, facts) ?? readVersion(plain, facts) ?? (isOwnName ? headless(plain, facts) : undefined);
  if (!read) return undefined;
  const instead = rebuilt(read.rest, facts);
  return { why: [...why, ...read.why], ...(instead === undefined ? {} : { instead }) };
}

/** In characters: no DNS host takes longer texts, and no record of these kinds is as long. */
const LONGEST = 4096;

interface Read {
  readonly why: readonly string[];
  /** What stands behind the version, or all of a text that has none. */
  readonly rest: string;
}

/** `v`, what stands for `=`, a word with its digits, and the rest. */
const HEAD =
  /^(?:(v(?:ersion)?)?(\s{0,16})([=:]{1,4})(\s{0,16})|(v)(\s{0,16}))?([a-z][a-z-]*)([\d.]*)(.*)$/is;

/** A version at the beginning, in whatever form. */
function readVersion(text: string, facts: KindFacts): Read | undefined {
  const [, v, before = "", equals = "", after = "", bare, space = "", letters = "", digits = "", tail = ""] =
    HEAD.exec(text) ?? [];
  const word = wordIn(letters, digits !== "", facts);
  if (word === undefined) return undefined;
  // In "v=spf1include:…" letters follow the version's digits, in "v=STSvid=…" they stand in the digits' place.
  const number = word.length < letters.length ? "" : digits;
  const rest = `${letters.slice(word.length)}${number === digits ? "" : digits}${tail}`;
  const tag = v ?? bare;
  // Without the tag "SPF" may begin a sentence; "spf2.0/pra" is Sender ID (RFC 4406 §3.1).
  if (tag === undefined && !isMeantWithoutTag(number, rest, facts)) return undefined;
  const why = [
    ...tagSlips(tag, `${before}${equals}${after}${space}`, facts),
    ...versionSlips(`${word}${number}`, facts),
    ...separatorSlips(rest, facts),
  ];
  return why.length === 0 ? undefined : { why, rest };
}

/** A tag that is not there was forgotten where its value is plain, or in front of terms that can be read. */
function isMeantWithoutTag(number: string, rest: string, facts: KindFacts): boolean {
  if (number.startsWith("2")) return false;
  return (number !== "" || facts.separator === " ") && rebuilt(rest, facts) !== undefined;
}

/** The part of some letters that stands for the version: all of them, or those in front of a term that follows at once. */
function wordIn(letters: string, hasDigits: boolean, { words, version }: KindFacts): string | undefined {
  const low = letters.toLowerCase();
  const known = words.find((word) => low === word);
  if (known !== undefined) return letters;
  const near = closest(low, words);
  if (near !== undefined && (hasDigits || near[0] === low[0]) && low.length > 2 && isSlip(low, near))
    return letters;
  const front = version.toLowerCase().replace(/\d+$/, "");
  return !hasDigits && low.startsWith(front) ? letters.slice(0, front.length) : undefined;
}

/** Of short words only a swap of neighbours and a letter too many or too few is one: "spf" is not "sps", nor "spt". */
function isSlip(word: string, near: string): boolean {
  const sorted = (text: string) => [...text].sort().join("");
  return near.length > 3 || sorted(word) === sorted(near) || Math.abs(word.length - near.length) === 1;
}

function tagSlips(
  tag: string | undefined,
  equals: string,
  { version, is, separator }: KindFacts,
): readonly string[] {
  if (tag === undefined) return [`it lacks v= before ${version}`];
  if (tag.length > 1 || equals.trim() !== "=")
    return [`it begins with ${tag}${equals.trimEnd() || " "}, not with v=`];
  if (!is(`${tag}=${version}${separator}`)) return ["the tag v is written in upper case"];
  // DMARC and BIMI allow white space there, the others do not.
  return is(`v${equals}${version}${separator}`) ? [] : ["white space stands around ="];
}

function versionSlips(written: string, { version, is, separator }: KindFacts): readonly string[] {
  if (is(`v=${written}${separator}`)) return [];
  if (written.toLowerCase() === version.toLowerCase())
    return [`the version is case-sensitive, and written ${written} for ${version}`];
  return [`its version is ${JSON.stringify(written)}, not ${version}`];
}

const NAMES: Readonly<Record<string, string>> = {
  "\t": "a tab",
  "\n": "a line break",
  "\r": "a line break",
  " ": "a space",
};

function separatorSlips(rest: string, { version, separator, is }: KindFacts): readonly string[] {
  if (is(`v=${version}${rest}`)) return [];
  const wanted = separator === " " ? "a space" : "a semicolon";
  const [first] = separator === " " || /^\s*[a-z]/i.test(rest) ? rest : rest.trimStart();
  if (first === undefined) return [`${wanted} must follow v=${version}`];
  if (/[A-Za-z0-9]/.test(first)) return [`nothing separates v=${version} from what follows`];
  return [`${NAMES[first] ?? JSON.stringify(first)} follows v=${version}, where ${wanted} must`];
}

/** A version that is right, and not at the beginning: behind a tag, a term or a title. */
function readLate(text: string, facts: KindFacts): Read | undefined {
  const { version, separator } = facts;
  const found = new RegExp(
    `(?:^|[\\s;,:="'])v\\s*=\\s*${version}(?=[\\s;]|$)`,
    separator === " " ? "i" : "",
  ).exec(text);
  if (!found || found.index === 0) return undefined;
  const front = text.slice(0, found.index).trim();
  const behind = text.slice(found.index + found[0].length);
  const whole = `${front}${separator === " " ? " " : ";"}${behind}`;
  // What stands in front may belong to the record, or be a title such as "TXT".
  const rest = rebuilt(whole, facts) === undefined || !/[:=]./.test(front) ? behind : whole;
  return { why: [`it does not begin with v=${version}`], rest };
}

/** A text that begins as a record would behind its version. */
function headless(text: string, facts: KindFacts): Read | undefined {
  const { headless: pattern, separator, version } = facts;
  const isMeant = separator === " " ? isListOfSenders(text, facts) : pattern?.test(text) === true;
  return isMeant ? { why: [`it does not begin with v=${version}`], rest: text } : undefined;
}

/** Terms of SPF, of which one names senders: other texts at a domain hold words and `name=value`, too. */
function isListOfSenders(text: string, { parse }: KindFacts): boolean {
  return /(?:^|\s)[-~?+]?(?:include:|ip4:|ip6:|exists:)\S/i.test(text) && parse(`v=spf1 ${text}`).ok;
}

/** The record that was meant, if what stands behind the version can be read. */
function rebuilt(rest: string, facts: KindFacts): string | undefined {
  const { version, separator } = facts;
  const isList = separator !== " ";
  const spaced = rest.replace(/\s+/g, " ");
  // Semicolons and commas between the terms of SPF, commas between the tags of the others.
  const parted = isList ? spaced.replace(/ ?[;,]+ ?(?=[a-z]+ ?=)/gi, "; ") : spaced.replace(/[ ;,]+/g, " ");
  const tail = parted.replace(/^[ ;,:]+/, "").replace(/[ ;,]+$/, "");
  if (tail === "") return undefined;
  const whole = `v=${version}${separator}${tail}${isList ? ";" : ""}`;
  return isWhole(whole, facts) ? whole : undefined;
}

/** Can receivers read all of it, and people what it is? */
function isWhole(text: string, { is, parse }: KindFacts): boolean {
  return /^[\x20-\x7e]*$/.test(text) && is(text) && parse(text).ok;
}
