import { isMapping, type Mapping } from "../../lib/mapping";
import type { Evidence } from "../../lib/tenant-reading/evidence";
import type { NotRead } from "../../lib/tenant-reading/reading";

/** What a file of the evidence holds, or why that is not known. */
export type Answered<T> =
  | { readonly is: "known"; readonly value: T }
  | { readonly is: "not read"; readonly why: NotRead };

/** One entity of Graph. */
export function entityIn(evidence: Evidence, file: string): Answered<Mapping> {
  return read(evidence, file, "an object", (body) => body);
}

/** The members of a collection, or the rows of a cmdlet. One that is no object makes all of them unknown. */
export function membersIn(evidence: Evidence, file: string): Answered<readonly Mapping[]> {
  return read(evidence, file, "an object with a list of objects as its value", ({ value }) =>
    Array.isArray(value) && value.every(isMapping) ? value : undefined,
  );
}

/** Answers that are known together, or the first reason why not all of them are. */
export function together<T>(answers: readonly Answered<T>[]): Answered<readonly T[]> {
  const values: T[] = [];
  for (const answer of answers) {
    if (answer.is === "not read") return answer;
    values.push(answer.value);
  }
  return { is: "known", value: values };
}

function read<T>(
  { answers }: Evidence,
  file: string,
  expected: string,
  of: (body: Mapping) => T | undefined,
): Answered<T> {
  if (!Object.hasOwn(answers, file)) {
    return notRead({ reason: "missing", words: `the evidence has no file ${file}`, file });
  }
  const body = answers[file];
  if (!isMapping(body)) return unreadable(file, expected);
  if (Object.hasOwn(body, "error")) return notRead(refusalIn(body.error, file));
  const value = of(body);
  return value === undefined ? unreadable(file, expected) : { is: "known", value };
}

function notRead<T>(why: NotRead): Answered<T> {
  return { is: "not read", why };
}

/** @param expected what it would have to be, in words */
export function unreadable<T>(file: string, expected: string): Answered<T> {
  return notRead({ reason: "unreadable", words: `${file} is not ${expected}`, file });
}

function refusalIn(error: unknown, file: string): NotRead {
  const from = isMapping(error) ? error : {};
  const text = (name: string) => {
    const value = from[name];
    return typeof value === "string" && value !== "" ? value : undefined;
  };
  const [permission, licence, code] = [text("permission"), text("licence"), text("code") ?? "unknown"];
  const said = text("message") ?? "it was refused";
  return {
    reason: reasonOf(code, permission, licence),
    words: `${said} (${code})`,
    file,
    ...(permission === undefined ? {} : { permission }),
    ...(licence === undefined ? {} : { licence }),
  };
}

function reasonOf(
  code: string,
  permission: string | undefined,
  licence: string | undefined,
): NotRead["reason"] {
  if (licence !== undefined) return "licence";
  if (permission !== undefined) return "permission";
  if (code === "budget") return "budget";
  return code === "unreadable-answer" ? "unreadable" : "failed";
}
