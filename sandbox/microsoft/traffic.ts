/** One request as it arrived. */
export interface LoggedRequest {
  readonly service: Service;
  readonly method: string;
  readonly path: string;
  /** The cmdlets it carries, one for each part of a batch. */
  readonly cmdlets: readonly string[];
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
  status: number;
}

export type Service = "login" | "exchange" | "graph";

/** What is done to a request instead of answering it, or before. */
export type Trouble =
  | { readonly kind: "throttle"; readonly retryAfter?: string }
  | {
      readonly kind: "fail";
      readonly status: number;
      readonly retryAfter?: string;
      readonly message?: string;
    }
  /** The connection breaks: before the request is carried out, or after. */
  | { readonly kind: "break"; readonly carriedOut: boolean }
  /** Carried out and answered so many milliseconds later. */
  | { readonly kind: "slow"; readonly milliseconds: number };

/** Which requests: of a service, or those that carry a cmdlet. */
export interface Aim {
  readonly service?: Service;
  readonly cmdlet?: string;
}

interface Planned {
  readonly trouble: Trouble;
  readonly aim: Aim;
  left: number;
}

/** The trouble that tests order. */
export class Traffic {
  readonly log: LoggedRequest[] = [];
  #planned: Planned[] = [];

  /** The next `count` requests that are aimed at get 429. */
  throttle(count: number, retryAfter?: string, aim: Aim = { service: "exchange" }): void {
    this.#plan({ kind: "throttle", ...(retryAfter === undefined ? {} : { retryAfter }) }, count, aim);
  }

  fail(
    count: number,
    trouble: Omit<Trouble & { kind: "fail" }, "kind">,
    aim: Aim = { service: "exchange" },
  ): void {
    this.#plan({ kind: "fail", ...trouble }, count, aim);
  }

  break(count: number, carriedOut: boolean, aim: Aim = { service: "exchange" }): void {
    this.#plan({ kind: "break", carriedOut }, count, aim);
  }

  slow(count: number, milliseconds: number, aim: Aim = { service: "exchange" }): void {
    this.#plan({ kind: "slow", milliseconds }, count, aim);
  }

  /** No more trouble. */
  calm(): void {
    this.#planned = [];
  }

  /** What is to happen to this request. */
  next(request: LoggedRequest): Trouble | undefined {
    const planned = this.#planned.find(({ aim, left }) => left > 0 && isAimedAt(aim, request));
    if (planned !== undefined) planned.left -= 1;
    return planned?.trouble;
  }

  /** How often a cmdlet arrived, in batches and alone. */
  count(cmdlet: string): number {
    return this.log.flatMap(({ cmdlets }) => cmdlets).filter((name) => name === cmdlet).length;
  }

  #plan(trouble: Trouble, left: number, aim: Aim): void {
    this.#planned.push({ trouble, aim, left });
  }
}

function isAimedAt({ service, cmdlet }: Aim, request: LoggedRequest): boolean {
  if (service !== undefined && service !== request.service) return false;
  return cmdlet === undefined || request.cmdlets.includes(cmdlet);
}
