/** One request as it arrived. */
export interface LoggedRequest {
  readonly service: Service;
  readonly method: string;
  /** With its query. */
  readonly path: string;
  /** Of requests to Exchange: the cmdlets they carry, one for each part of a batch. */
  readonly cmdlets: readonly string[];
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  /** Read as UTF-8. */
  readonly body: string;
  readonly bytes: Uint8Array;
  /** Of the answer; 0 as long as there is none. */
  status: number;
}

export const SERVICES = [
  "login",
  "exchange",
  "compliance",
  "graph",
  "metadata",
  "cloudflare",
  "https",
  "control",
] as const;

export type Service = (typeof SERVICES)[number];

/** What is done to a request instead of answering it, or before. */
export type Trouble =
  | RefusingTrouble
  /** Another answer of status 200, which no tenant of the sandbox has; the request is not carried out. */
  | { readonly kind: "answer"; readonly body: object }
  /** The connection breaks: before the request is carried out, or after. */
  | { readonly kind: "break"; readonly carriedOut: boolean }
  /** Carried out and answered so many milliseconds later. */
  | { readonly kind: "slow"; readonly milliseconds: number };

/** A refusal in place of the answer; the request is not carried out. */
export type RefusingTrouble =
  | { readonly kind: "throttle"; readonly retryAfter?: string }
  | {
      readonly kind: "fail";
      readonly status: number;
      readonly retryAfter?: string;
      readonly message?: string;
    };

/** Which requests: all that fit every condition. */
export interface Aim {
  readonly service?: Service;
  readonly method?: string;
  /** Found anywhere in the path and its query. */
  readonly path?: RegExp;
  readonly cmdlet?: string;
}

interface Planned {
  readonly trouble: Trouble;
  readonly aim: Aim;
  left: number;
}

/** What arrived, and the trouble that is ordered for what arrives next. */
export class Traffic {
  readonly log: LoggedRequest[] = [];
  private planned: Planned[] = [];

  /** @param usual what trouble is aimed at that names no aim of its own */
  constructor(private readonly usual: Aim = {}) {}

  /** The next `count` requests that are aimed at get 429. */
  throttle(count: number, retryAfter?: string, aim: Aim = this.usual): void {
    this.order({ kind: "throttle", ...(retryAfter === undefined ? {} : { retryAfter }) }, count, aim);
  }

  fail(count: number, trouble: Omit<Trouble & { kind: "fail" }, "kind">, aim: Aim = this.usual): void {
    this.order({ kind: "fail", ...trouble }, count, aim);
  }

  break(count: number, carriedOut: boolean, aim: Aim = this.usual): void {
    this.order({ kind: "break", carriedOut }, count, aim);
  }

  slow(count: number, milliseconds: number, aim: Aim = this.usual): void {
    this.order({ kind: "slow", milliseconds }, count, aim);
  }

  /** Trouble for the next `left` requests that are aimed at. What was ordered first comes first. */
  order(trouble: Trouble, left: number, aim: Aim): void {
    this.planned.push({ trouble, aim, left });
  }

  /** No more trouble. */
  calm(): void {
    this.planned = [];
  }

  /** What is to happen to this request. */
  next(request: LoggedRequest): Trouble | undefined {
    const planned = this.planned.find(({ aim, left }) => left > 0 && isAimedAt(aim, request));
    if (planned !== undefined) planned.left -= 1;
    return planned?.trouble;
  }

  /** How often a cmdlet arrived, in batches and alone. */
  count(cmdlet: string): number {
    return this.log.flatMap(({ cmdlets }) => cmdlets).filter((name) => name === cmdlet).length;
  }
}

function isAimedAt({ service, method, path, cmdlet }: Aim, request: LoggedRequest): boolean {
  return (
    (service === undefined || service === request.service) &&
    (method === undefined || method.toUpperCase() === request.method) &&
    (path === undefined || request.path.search(path) >= 0) &&
    (cmdlet === undefined || request.cmdlets.includes(cmdlet))
  );
}
