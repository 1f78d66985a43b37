import * as v from "valibot";
import { type Fault, fail, ok, type Result } from "../../lib/fault";
import { read } from "../../lib/schema/explain";
import { whole } from "../../lib/schema/scalars";
import { closed, word } from "../../lib/schema/shapes";
import { type Aim, SERVICES, type Trouble } from "../http/traffic";

const may = v.exactOptional;
const natural = whole(1, 1_000_000);

const trouble = closed({
  kind: word(["throttle", "fail", "break", "slow"]),
  /** How many requests it happens to. */
  count: may(natural),
  service: may(word(SERVICES)),
  method: may(v.string()),
  /** A regular expression, found anywhere in the path and its query. */
  path: may(v.string()),
  cmdlet: may(v.string()),
  retryAfter: may(v.string()),
  status: may(whole(400, 599)),
  message: may(v.string()),
  carriedOut: may(v.boolean()),
  milliseconds: may(natural),
});

/** Trouble, the requests that it is aimed at, and how many of them. */
export interface OrderedTrouble {
  readonly trouble: Trouble;
  readonly aim: Aim;
  readonly count: number;
}

/** Reads a JSON list of troubles. */
export function parseTroubles(value: unknown): Result<readonly OrderedTrouble[]> {
  const result = read(v.array(trouble), value, []);
  if (!result.ok) return fail(...result.faults);
  const faults: Fault[] = [];
  const ordered = result.value.map((given, index): OrderedTrouble => {
    const { kind, count = 1, service, method, path, cmdlet } = given;
    const pattern = path === undefined ? undefined : patternOf(path);
    if (pattern === null) {
      faults.push({ path: [index, "path"], message: "no regular expression", received: String(path) });
    }
    const aim: Aim = {
      ...(service === undefined ? {} : { service }),
      ...(method === undefined ? {} : { method }),
      ...(pattern ? { path: pattern } : {}),
      ...(cmdlet === undefined ? {} : { cmdlet }),
    };
    return { trouble: troubleOf(kind, given), aim, count };
  });
  return faults.length > 0 ? fail(...faults) : ok(ordered);
}

type Given = v.InferOutput<typeof trouble>;

function troubleOf(kind: Given["kind"], given: Given): Trouble {
  const { retryAfter, status = 500, message, carriedOut = false, milliseconds = 1000 } = given;
  const after = retryAfter === undefined ? {} : { retryAfter };
  switch (kind) {
    case "throttle":
      return { kind, ...after };
    case "fail":
      return { kind, status, ...after, ...(message === undefined ? {} : { message }) };
    case "break":
      return { kind, carriedOut };
    case "slow":
      return { kind, milliseconds };
  }
}

function patternOf(source: string): RegExp | null {
  try {
    return new RegExp(source);
  } catch {
    return null;
  }
}
