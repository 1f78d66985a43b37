import { type Answer, isJson, type Json, readJson } from "../http/answer";
import { ACCEPTED_DOMAIN } from "./cmdlets/accepted-domain";
import { ALLOW_BLOCK_LIST } from "./cmdlets/allow-block-list";
import { bind, type Cmdlet, type Given, type Tenant } from "./cmdlets/cmdlet";
import { DKIM } from "./cmdlets/dkim";
import { DNSSEC } from "./cmdlets/dnssec";
import { ENCRYPTION } from "./cmdlets/encryption";
import { INBOUND_CONNECTOR } from "./cmdlets/inbound-connector";
import { INBOX_RULES } from "./cmdlets/inbox-rules";
import { MAILBOX } from "./cmdlets/mailbox";
import { MAILBOX_PERMISSIONS } from "./cmdlets/mailbox-permissions";
import { MOBILE_DEVICES } from "./cmdlets/mobile-devices";
import { OUTBOUND_CONNECTOR } from "./cmdlets/outbound-connector";
import { ROLE_GROUP_MEMBERS } from "./cmdlets/role-group-members";
import { SPOOF_ITEMS } from "./cmdlets/spoof-items";
import type { DnsView } from "./dns-view";
import type { Claims } from "./login/access-token";
import type { Service } from "./objects/kind";
import { runObjectCmdlet } from "./objects/object-cmdlets";
import { decodedSegment } from "./path";
import { CmdletError } from "./table";
import type { Tenants } from "./tenants";

const CMDLETS: Readonly<Record<string, Cmdlet>> = {
  ...ACCEPTED_DOMAIN,
  ...ALLOW_BLOCK_LIST,
  ...DKIM,
  ...DNSSEC,
  ...ENCRYPTION,
  ...INBOUND_CONNECTOR,
  ...INBOX_RULES,
  ...MAILBOX,
  ...MAILBOX_PERMISSIONS,
  ...MOBILE_DEVICES,
  ...OUTBOUND_CONNECTOR,
  ...ROLE_GROUP_MEMBERS,
  ...SPOOF_ITEMS,
};
const PURVIEW_CMDLETS: Readonly<Record<string, Cmdlet>> = ROLE_GROUP_MEMBERS;

const BATCH_LIMIT = 10;
/** The mailboxes that calls are routed by, which every tenant has. */
const SYSTEM_MAILBOX = /^APP:SystemMailbox\{bb558c35-97f1-4cb9-8ff7-d53741dc928c\}@/;
const AUDIT_MAILBOX = /^APP:SystemMailbox\{8cc370d3-822a-4ab8-a926-bb94bd0641a9\}@/;

/** What is done on the server of the mailbox itself. */
const IN_A_MAILBOX = /^(Get|Disable|Remove)-(InboxRule|SweepRule)$/i;

/** The admin API of every tenant. */
export class Exchange {
  /** Objects on a page, whatever the client asks for. */
  pageSize = 1000;
  /** How many of the next parts of batches are throttled, each by itself. */
  throttledParts = 0;

  constructor(
    private readonly tenants: Tenants,
    private readonly dns: DnsView,
  ) {}

  /** The cmdlets that a request carries. */
  static cmdlets(path: string, body: string): readonly string[] {
    const json = readJson(body);
    const inputs = path.endsWith("/$batch") ? parts(json).map(({ body }) => body) : [json];
    return inputs.map((input) => cmdletInput(input)?.name ?? "").filter((name) => name !== "");
  }

  /**
   * @param caller who asks: of the tenant that the path names
   * @param service whose cmdlets are meant
   */
  answer(
    url: string,
    headers: Readonly<Record<string, unknown>>,
    body: string,
    caller: Claims,
    service: Service = "exchange",
  ): Answer {
    const { origin, pathname, searchParams } = new URL(url);
    const [, base, name = "", operation] =
      /^(\/adminapi\/(?:beta|v1\.0)\/([^/]+))\/(InvokeCommand|\$batch)$/.exec(pathname) ?? [];
    if (operation === undefined) return failure(404, "NotFound", "The resource was not found.");
    const state = this.tenants.find(decodedSegment(name));
    if (state?.tenantId !== caller.tid) {
      const text = `The token is of the tenant ${caller.tid}, the request goes to '${name}'.`;
      return failure(403, "Forbidden", text, "System.UnauthorizedAccessException");
    }
    const json = readJson(body);
    const anchor = String(headers["x-anchormailbox"] ?? "");
    if (!anchor.includes("@")) return failure(400, "BadRequest", "X-AnchorMailbox is missing.");
    const cmdlet = cmdletInput(json)?.name ?? "";
    const mailbox = /^Set-AdminAuditLogConfig$/i.test(cmdlet) ? AUDIT_MAILBOX : SYSTEM_MAILBOX;
    if (service === "purview" || mailbox === AUDIT_MAILBOX) {
      if (!mailbox.test(anchor)) return failure(400, "BadRequest", `${anchor} does not lead to the tenant.`);
    }
    if (IN_A_MAILBOX.test(cmdlet) && !anchor.startsWith("UPN:")) {
      return failure(400, "BadRequest", `${anchor} does not lead to the mailbox.`);
    }
    const tenant = { state, dns: this.dns, service };
    const invokeUrl = `${origin}${base}/InvokeCommand`;
    // Nothing says that Security & Compliance has batches.
    if (operation === "$batch" && service === "exchange") return this.batch(json, invokeUrl, tenant);
    if (operation === "$batch") return failure(404, "NotFound", "The resource was not found.");
    return this.invoke(json, invokeUrl, Number(searchParams.get("$skiptoken") ?? 0), tenant);
  }

  private batch(json: Json, invokeUrl: string, tenant: Tenant): Answer {
    const requests = parts(json);
    if (requests.length > BATCH_LIMIT) {
      return failure(400, "BadRequest", `A batch may hold ${BATCH_LIMIT} requests.`);
    }
    const responses = requests.map(({ id, url, body }) => {
      if (this.throttledParts > 0) {
        this.throttledParts -= 1;
        return { id, ...failure(429, "TooManyRequests", "Too many requests have been sent.") };
      }
      if (url !== invokeUrl) return { id, ...failure(404, "NotFound", "The resource was not found.") };
      return { id, ...this.invoke(isJson(body) ? body : {}, invokeUrl, 0, tenant) };
    });
    return { status: 200, body: { responses } };
  }

  private invoke(json: Json, url: string, skip: number, tenant: Tenant): Answer {
    const input = cmdletInput(json);
    const cmdlets = tenant.service === "purview" ? PURVIEW_CMDLETS : CMDLETS;
    const name = Object.keys(cmdlets).find((known) => known.toLowerCase() === input?.name.toLowerCase());
    const cmdlet = name === undefined ? undefined : cmdlets[name];
    try {
      const given =
        name === undefined || cmdlet === undefined
          ? input && runObjectCmdlet(input.name, { ...input.parameters }, tenant.state, tenant.service)
          : cmdlet.run(bind(name, cmdlet, { ...input?.parameters }), tenant);
      if (given !== undefined) return this.page(given, url, skip);
      const text = `The term '${input?.name}' is not recognized as the name of a cmdlet.`;
      return failure(400, "BadRequest", text, "System.Management.Automation.CommandNotFoundException");
    } catch (error) {
      if (!(error instanceof CmdletError)) throw error;
      const code = error.status === 404 ? "NotFound" : "BadRequest";
      return failure(error.status, code, error.message, error.exception);
    }
  }

  private page({ rows, warnings = [] }: Given, url: string, skip: number): Answer {
    const next = skip + this.pageSize;
    return {
      status: 200,
      body: {
        "@odata.context": `${url}/$metadata`,
        // Rows keep facts for the emulator alone under names with a dollar sign.
        value: rows
          .slice(skip, next)
          .map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !name.startsWith("$")))),
        ...(warnings.length > 0 && skip === 0 ? { "@adminapi.warnings": warnings } : {}),
        ...(next < rows.length ? { "@odata.nextLink": `${url}?$skiptoken=${next}` } : {}),
      },
    };
  }
}

interface Input {
  readonly name: string;
  readonly parameters: Json;
}

function cmdletInput(json: unknown): Input | undefined {
  const input = isJson(json) ? json.CmdletInput : undefined;
  if (!isJson(input) || typeof input.CmdletName !== "string") return undefined;
  return { name: input.CmdletName, parameters: isJson(input.Parameters) ? input.Parameters : {} };
}

function parts(json: Json): readonly Json[] {
  return Array.isArray(json.requests) ? json.requests.filter(isJson) : [];
}

/** As Exchange wraps the error of a cmdlet. */
function failure(status: number, code: string, text: string, exception = "System.Exception"): Answer {
  const message = `Ex${status}F4|${exception}|${text}`;
  return {
    status,
    body: {
      error: {
        code,
        message: `Error executing request. ${text}`,
        details: [{ code: "Context", target: "", message }],
        innererror: {
          message: "Error executing cmdlet",
          type: "Microsoft.Exchange.Admin.OData.Core.ODataServiceException",
          internalexception: { message, type: exception },
        },
      },
    },
  };
}
