import type { Answer } from "../http/answer";

/** An error as API v4 gives it. */
export interface ApiFault {
  readonly code: number;
  readonly message: string;
  readonly error_chain?: readonly ApiFault[];
}

/** What is asked for is wrong, in Cloudflare's words. */
export class ApiError extends Error {
  readonly faults: readonly ApiFault[];

  constructor(
    readonly status: number,
    ...faults: readonly ApiFault[]
  ) {
    super(faults.map(({ code, message }) => `${code} ${message}`).join("; "));
    this.faults = faults;
  }
}

/** The frame around every result. */
export function success(result: unknown, resultInfo?: object): Answer {
  return {
    status: 200,
    body: {
      result,
      success: true,
      errors: [],
      messages: [],
      ...(resultInfo === undefined ? {} : { result_info: resultInfo }),
    },
  };
}

export function failure(status: number, faults: readonly ApiFault[]): Answer {
  return { status, body: { result: null, success: false, errors: faults, messages: [] } };
}

/** One page of a list. Beyond the last page there is an empty one: clients page until they meet it. */
export function page<T>(
  items: readonly T[],
  query: URLSearchParams,
  { usual, most }: { readonly usual: number; readonly most: number },
): { readonly items: readonly T[]; readonly info: object } {
  const number = natural(query.get("page"), 1);
  const size = Math.min(natural(query.get("per_page"), usual), most);
  const onPage = items.slice((number - 1) * size, number * size);
  return {
    items: onPage,
    info: {
      page: number,
      per_page: size,
      count: onPage.length,
      total_count: items.length,
      total_pages: Math.ceil(items.length / size),
    },
  };
}

function natural(text: string | null, usual: number): number {
  const number = Number(text ?? usual);
  return Number.isInteger(number) && number > 0 ? number : usual;
}
