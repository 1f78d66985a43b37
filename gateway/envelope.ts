import { isMapping, type Mapping } from "../lib/mapping";

/** An object with an identifier, as API v4 has them. */
export type Identified = Mapping & { readonly id: string };

/** A list as API v4 answers it. */
interface Listed {
  readonly items: readonly Identified[];
  /** @default 1 */
  readonly pages: number;
}

/** @returns `undefined` for anything but a list of objects with identifiers */
export function readList(text: string): Listed | undefined {
  const body = readSuccess(text);
  if (!Array.isArray(body?.result)) return undefined;
  const items = body.result.filter(isIdentified);
  if (items.length < body.result.length) return undefined;
  const info = isMapping(body.result_info) ? body.result_info : {};
  const pages = Number.isInteger(info.total_pages) ? Number(info.total_pages) : 1;
  return { items, pages };
}

/** @returns `undefined` for anything but an object with that identifier */
export function readOne(text: string, id: string): Identified | undefined {
  const result = readSuccess(text)?.result;
  return isIdentified(result) && result.id === id ? result : undefined;
}

/** One object, in the frame in which API v4 answers it. */
export function oneAnswer(result: Identified): string {
  return JSON.stringify({ result, success: true, errors: [], messages: [] });
}

function readSuccess(text: string): Mapping | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return isMapping(body) && body.success === true ? body : undefined;
  } catch {
    return undefined;
  }
}

function isIdentified(value: unknown): value is Identified {
  return isMapping(value) && typeof value.id === "string";
}
