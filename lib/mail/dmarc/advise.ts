import type { Fault } from "../../fault";
import type { KeptTag } from "../tags";
import type { DmarcRecord, DmarcUri, InvalidTag } from "./record";

/** The tags of RFC 9989 §4.7. */
const KNOWN = ["v", "p", "sp", "np", "adkim", "aspf", "t", "psd", "rua", "ruf", "fo"];

/** The tag that an unknown one is in other letters, `p` for `P`: some receivers take it for that one. */
export function tagInOtherCase(name: string): string | undefined {
  return KNOWN.find((known) => known !== name && known === name.toLowerCase());
}

/**
 * What in a record that receivers read is not valid, obsolete, ignored or without effect, and what to write instead (RFC 9989 §4.7,
 * appendix A.6). Each path begins with the tag.
 */
export function adviseDmarc(record: DmarcRecord): readonly Fault[] {
  return [
    ...policyAdvice(record),
    ...record.obsolete.map(obsoleteAdvice),
    ...record.rua.flatMap((uri, index) => uriAdvice(uri, ["rua", index])),
    ...record.ruf.flatMap((uri, index) => uriAdvice(uri, ["ruf", index])),
    ...record.unknown.map(unknownAdvice),
    ...(record.invalid ?? []).flatMap(invalidAdvice),
  ];
}

function policyAdvice(record: DmarcRecord): readonly Fault[] {
  const advice: Fault[] = [];
  if (record.policy === undefined) {
    advice.push({
      path: ["p"],
      message:
        record.rua.length > 0
          ? "record without p counts as p=none"
          : "record with neither p nor rua is ignored by receivers",
      expected: "p=none, p=quarantine or p=reject",
      fix: "write p second: receivers that follow RFC 7489 refuse the record without it",
    });
  }
  const policies = [record.policy, record.subdomainPolicy, record.nonExistentPolicy];
  if (record.test === true && policies.every((policy) => policy === undefined || policy === "none")) {
    advice.push({ path: ["t"], message: "test mode without effect: there is no policy to make milder" });
  }
  if (record.psd === "y") {
    advice.push({
      path: ["psd"],
      message:
        "the domain calls itself a public suffix, so that names below it are domains of others, whose mail does not align with it",
      received: "psd=y",
      fix: "remove psd, unless anybody can register names below the domain",
    });
  }
  if (record.fo !== undefined && record.ruf.length === 0) {
    advice.push({
      path: ["fo"],
      message: "failure options are ignored without ruf",
      received: JSON.stringify(record.fo.join(":")),
      fix: "remove fo, or name a ruf address",
    });
  }
  return advice;
}

function obsoleteAdvice({ name, value }: KeptTag): Fault {
  return {
    path: [name],
    message: `tag ${name} is obsolete: receivers that follow RFC 9989 ignore it`,
    received: JSON.stringify(value),
    fix: name === "pct" ? pctFix(value) : `remove ${name}`,
  };
}

function pctFix(value: string): string {
  if (value === "100") return "remove pct: 100 was its default";
  if (value === "0") return "write t=y instead, which asks for the policy one step milder";
  return "remove pct: there is no other way to ask for a share, and the full policy is applied already";
}

function uriAdvice(
  { uri, scheme, obsoleteSize }: DmarcUri,
  path: readonly (string | number)[],
): readonly Fault[] {
  const advice: Fault[] = [];
  if (obsoleteSize !== undefined) {
    advice.push({
      path,
      message: "report size limit is obsolete: reporters ignore it",
      received: `!${obsoleteSize}`,
      fix: `write ${uri}`,
    });
  }
  if (scheme !== "mailto") {
    advice.push({
      path,
      message: "reporters need not support this URI scheme, and ignore the address if they do not",
      received: JSON.stringify(uri),
      expected: "a mailto: URI",
    });
  }
  return advice;
}

function unknownAdvice({ name, value }: KeptTag): Fault {
  const meant = tagInOtherCase(name);
  return {
    path: [name],
    message:
      meant === undefined
        ? `unknown tag ${name} is ignored`
        : `tag ${name} is ignored by receivers that go by the letter, others take it for ${meant}`,
    received: JSON.stringify(value),
    ...(meant === undefined ? {} : { fix: `tag names are case-sensitive: write ${meant}` }),
  };
}

/** What receivers go by where a tag is discarded; of reports, that none are sent there. */
const DEFAULTS: Readonly<Record<string, string>> = {
  adkim: "receivers go by adkim=r",
  aspf: "receivers go by aspf=r",
  t: "receivers go by t=n",
  psd: "receivers go by psd=u",
  fo: "receivers go by fo=0",
};

function invalidAdvice({ name, value, faults }: InvalidTag): readonly Fault[] {
  // A piece of the list that is no tag.
  if (name === "") {
    return faults.map(({ at: _at, message, ...fault }) => ({
      path: [name],
      message: `receivers discard a part of the record: ${message}`,
      received: JSON.stringify(value),
      ...fault,
    }));
  }
  const instead = DEFAULTS[name] ?? "no reports are sent there";
  return faults.map(({ at: _at, message, ...fault }) => ({
    path: [name],
    message: `${name} is not valid, and ${instead}: ${message}`,
    ...fault,
  }));
}
