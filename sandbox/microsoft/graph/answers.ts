import type { Answer, Json } from "../../http/answer";
import { answerQuery, pick } from "../odata/answer-query";
import type { Shape } from "../odata/supported";
import type { Call } from "./route";

/**
 * A collection, as the query asks for it; `context` is its name in the metadata: `groups`.
 * @param usually what is shown of an object without `$select`. @default everything
 */
export function listAnswer(
  call: Call,
  context: string,
  objects: readonly Json[],
  shape: Shape,
  usually?: readonly string[],
): Answer {
  const { value, count, next } = answerQuery(objects, call.query, shape, call.pageSize);
  return {
    status: 200,
    body: {
      "@odata.context": contextOf(call, context),
      ...(count === undefined ? {} : { "@odata.count": count }),
      ...(next === undefined ? {} : { "@odata.nextLink": nextLink(call.url, next) }),
      value: value.map((object) => pick(object, call.query.select ?? usually)),
    },
  };
}

/** One object. */
export function entityAnswer(
  call: Call,
  context: string,
  object: Json,
  {
    status = 200,
    usually,
  }: { readonly status?: number; readonly usually?: readonly string[] | undefined } = {},
): Answer {
  return {
    status,
    body: {
      "@odata.context": `${contextOf(call, context)}/$entity`,
      ...pick(object, call.query.select ?? usually),
    },
  };
}

function contextOf({ base, query }: Call, context: string): string {
  const selected = query.select === undefined ? "" : `(${query.select.join(",")})`;
  return `${base}/$metadata#${context}${selected}`;
}

function nextLink(url: string, next: number): string {
  const link = new URL(url);
  link.searchParams.set("$skiptoken", String(next));
  return link.toString();
}
