import * as v from "valibot";
import { type Fault, fail, ok, type Result, shown } from "../fault";
import { readJson } from "../json";
import { isMapping, setMember } from "../mapping";
import type { Evidence, EvidenceAbout } from "./evidence";

/** The file that says when, where and as whom a tenant was asked. */
export const ABOUT = "evidence.json";

/** In octets: of one file, and of all together. */
export const MOST_OF_FILE = 128 * 1024 * 1024;
export const MOST_OF_FOLDER = 512 * 1024 * 1024;
/** Files of one folder. */
export const MOST_FILES = 20_000;

/** How deep an answer may be nested. Microsoft's are less than twenty. */
const DEEPEST = 100;

const GUID = v.pipe(v.string(), v.regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i));
const INSTANT = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/));

/** Part of a path below the folder: what Graph's paths and names of cmdlets are made of, and no way out. */
const PART = "[A-Za-z0-9_(='-][A-Za-z0-9_(='.)-]*";
const FILE = new RegExp(`^(?:graph(?:/${PART})+|exo/${PART}|dns/records)\\.json$`);

const EXPECTED: Readonly<Record<string, string>> = {
  format: "1",
  startedAt: "a moment such as 2026-11-28T16:00:00Z",
  endedAt: "a moment such as 2026-11-28T16:00:00Z",
  tenantId: "a GUID",
  clientId: "a GUID",
  cloud: "the name of a cloud, such as worldwide",
  sources: "a list of { file, asked, version }",
};

const ABOUT_SHAPE = v.object({
  format: v.literal(1),
  startedAt: INSTANT,
  endedAt: INSTANT,
  tenantId: GUID,
  clientId: GUID,
  cloud: v.pipe(v.string(), v.regex(/^[a-z][a-z-]{0,30}$/)),
  sources: v.array(
    v.object({
      file: v.string(),
      asked: v.string(),
      version: v.exactOptional(v.picklist(["v1.0", "beta"])),
    }),
  ),
});

/** May a file of that path, with slashes, stand in evidence? */
export function isEvidenceFile(path: string): boolean {
  return path.length <= 300 && FILE.test(path);
}

/** The files of evidence with their texts: what is written into its folder. */
export function evidenceFiles({ about, answers }: Evidence): ReadonlyMap<string, string> {
  const files = new Map([[ABOUT, textOf(about)]]);
  for (const [file, body] of Object.entries(answers)) {
    if (!isEvidenceFile(file)) throw new Error(`${JSON.stringify(file)} is no file of evidence`);
    files.set(file, textOf(body));
  }
  return files;
}

function textOf(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/**
 * Evidence of its files' texts. Whoever wrote them is not trusted: each shape is looked at, and all faults are told at
 * once, with the file as the first part of their path.
 */
export function readEvidence(files: ReadonlyMap<string, string>): Result<Evidence> {
  const faults: Fault[] = [];
  const answers: Record<string, unknown> = {};
  for (const [file, text] of files) {
    if (file === ABOUT) continue;
    const body = readJson(text, "an answer as JSON");
    if (!body.ok) faults.push(...body.faults.map((fault) => ({ ...fault, path: [file] })));
    else if (isDeeper(body.value, DEEPEST)) {
      faults.push({
        path: [file],
        message: `nested more than ${DEEPEST} deep`,
        expected: "an answer of Microsoft's",
      });
    } else if (!isMapping(body.value)) {
      faults.push({
        path: [file],
        message: "not an answer",
        received: shown(body.value),
        expected: "an object",
      });
    } else if (file === "dns/records.json") faults.push(...dnsFaults(body.value, file));
    if (body.ok) setMember(answers, file, body.value);
  }
  const about = readAbout(files.get(ABOUT));
  if (!about.ok) faults.push(...about.faults);
  return about.ok && faults.length === 0 ? ok({ about: about.value, answers }) : fail(...faults);
}

function isDeeper(value: unknown, depth: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return depth === 0 || Object.values(value).some((one) => isDeeper(one, depth - 1));
}

function readAbout(text: string | undefined): Result<EvidenceAbout> {
  if (text === undefined) {
    return fail({
      path: [ABOUT],
      message: "there is no such file",
      expected: "a folder that verify --evidence or audit --evidence wrote",
    });
  }
  const json = readJson(text);
  if (!json.ok) return fail(...json.faults.map((fault) => ({ ...fault, path: [ABOUT] })));
  const read = v.safeParse(ABOUT_SHAPE, json.value);
  if (read.success) return ok(read.output);
  return fail(
    ...read.issues.map((issue): Fault => {
      const path = (issue.path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key)));
      return {
        path: [ABOUT, ...path],
        message: issue.input === undefined ? "missing" : "not what stands there",
        received: shown(issue.input),
        expected: EXPECTED[String(path[0])] ?? "an object",
      };
    }),
  );
}

/** A refusal is an answer here too. */
function dnsFaults(body: Readonly<Record<string, unknown>>, file: string): readonly Fault[] {
  return Object.entries(body).flatMap(([name, types]): readonly Fault[] => {
    if (!isMapping(types)) {
      return [{ path: [file, name], message: "not records by type", received: shown(types) }];
    }
    return Object.entries(types).flatMap(([type, values]) =>
      Array.isArray(values) && values.every((value) => typeof value === "string")
        ? []
        : [{ path: [file, name, type], message: "not a list of texts", received: shown(values) }],
    );
  });
}
