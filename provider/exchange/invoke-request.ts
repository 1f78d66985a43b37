import type { HttpRequest } from "../http/send";
import type { CmdletCall } from "./types";

/** The organization's arbitration mailbox: calls are routed to the server that holds it. */
const SYSTEM_MAILBOX = "SystemMailbox{bb558c35-97f1-4cb9-8ff7-d53741dc928c}";
/** The one that the settings of the audit log are kept with. */
const AUDIT_MAILBOX = "SystemMailbox{8cc370d3-822a-4ab8-a926-bb94bd0641a9}";

const HEADERS = {
  accept: "application/json",
  "content-type": "application/json; charset=utf-8",
  prefer: "odata.maxpagesize=1000",
  "x-responseformat": "json",
};

/** One request within a `$batch`. */
interface BatchPart {
  readonly id: string;
  readonly method: "POST";
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: CmdletInput;
}

interface CmdletInput {
  readonly CmdletInput: {
    readonly CmdletName: string;
    readonly Parameters: Readonly<Record<string, unknown>>;
  };
}

/**
 * Writes the requests of the transport that Microsoft's ExchangeOnlineManagement module uses. Microsoft documents it
 * only for the few cmdlets of the Exchange Online Admin API
 * (https://learn.microsoft.com/exchange/reference/admin-api-get-started); the envelope is the same.
 */
export class InvokeRequests {
  private readonly base: string;
  private readonly systemMailbox: string;
  private readonly auditMailbox: string;

  constructor(origin: string, tenantId: string) {
    this.base = `${origin}/adminapi/beta/${encodeURIComponent(tenantId)}`;
    this.systemMailbox = `APP:${SYSTEM_MAILBOX}@${tenantId}`;
    this.auditMailbox = `APP:${AUDIT_MAILBOX}@${tenantId}`;
  }

  /** The first page of a cmdlet, or another one: `url` is then the answer's `@odata.nextLink`. */
  one(call: CmdletCall, anchor: string | undefined, url = `${this.base}/InvokeCommand`): HttpRequest {
    return { method: "POST", url, headers: this.headers(call, anchor), body: JSON.stringify(input(call)) };
  }

  /** Up to ten cmdlets. */
  batch(calls: readonly CmdletCall[], anchor: string | undefined): HttpRequest {
    const requests = calls.map(
      (call, index): BatchPart => ({
        id: String(index),
        method: "POST",
        url: `${this.base}/InvokeCommand`,
        headers: this.headers(call, anchor),
        body: input(call),
      }),
    );
    const headers = {
      ...HEADERS,
      prefer: `${HEADERS.prefer};odata.continue-on-error`,
      "x-anchormailbox": anchor ?? this.systemMailbox,
    };
    return { method: "POST", url: `${this.base}/$batch`, headers, body: JSON.stringify({ requests }) };
  }

  /** Asks nothing but where the tenant is. */
  banner(): HttpRequest {
    return {
      method: "GET",
      url: `${this.base}/EXOBanner('AutogenSession')?Version=3.9.2`,
      headers: { accept: HEADERS.accept, "x-anchormailbox": this.systemMailbox },
    };
  }

  private headers({ cmdlet }: CmdletCall, anchor: string | undefined): Readonly<Record<string, string>> {
    const usual = cmdlet === "Set-AdminAuditLogConfig" ? this.auditMailbox : this.systemMailbox;
    return { ...HEADERS, "x-anchormailbox": anchor ?? usual, "x-cmdletname": cmdlet };
  }
}

function input({ cmdlet, parameters }: CmdletCall): CmdletInput {
  return { CmdletInput: { CmdletName: cmdlet, Parameters: parameters } };
}
