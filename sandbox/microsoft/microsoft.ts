import type { WorldTenant } from "../../lib/world/world";
import type { DkimSelector, MicrosoftNames } from "../dns/source";
import { readJson } from "../http/answer";
import type { HttpService } from "../http/listen";
import { publicHalf } from "./dkim-keys";
import { DnsView } from "./dns-view";
import { Exchange } from "./exchange";
import { Graph } from "./graph/graph";
import { errorBody } from "./graph/graph-error";
import type { Application } from "./login/application";
import { Login } from "./login/login";
import { dkimKey, dkimSelectorsOf } from "./tenant/dkim";
import { Tenants } from "./tenants";

export interface MicrosoftOptions {
  readonly tenants: readonly WorldTenant[];
  /** Who may sign in, in every tenant. */
  readonly application: Application;
  /** Who may sign in to a tenant, where not one may in all, by the tenant's id. */
  readonly applicationIn?: (tenantId: string) => Application;
  /** What Microsoft sees of the public DNS. @default nothing is published */
  readonly dns?: DnsView;
}

/** The key of a selector, both halves. */
export interface PublishedDkimKey extends DkimSelector {
  /** The value of `p=`. */
  readonly publicKey: string;
  /** PEM (PKCS #8). */
  readonly privateKey: string;
}

/** Microsoft's services for the tenants of a world. Each is an {@link HttpService}, to be given a port. */
export class Microsoft implements MicrosoftNames {
  readonly tenants: Tenants;
  readonly application: Application;
  readonly dns: DnsView;
  readonly loginEndpoint: Login;
  readonly exchangeApi: Exchange;
  readonly graphApi: Graph;

  /** @throws FaultError for tenants that cannot be, or not together */
  constructor({
    tenants,
    application,
    applicationIn = () => application,
    dns = new DnsView(),
  }: MicrosoftOptions) {
    this.tenants = new Tenants(tenants);
    this.application = application;
    this.dns = dns;
    this.loginEndpoint = new Login(applicationIn, this.tenants);
    this.exchangeApi = new Exchange(this.tenants, dns);
    this.graphApi = new Graph(dns, (domain) => this.tenants.owner(domain));
  }

  get login(): HttpService {
    return {
      name: "login",
      refusal: (status, message = "Too many requests have been sent.") => ({
        error: status === 429 ? "temporarily_unavailable" : "server_error",
        error_description: message,
      }),
      answer: (url, { method, body }) => this.loginEndpoint.answer(url, method, body),
    };
  }

  get graph(): HttpService {
    return {
      name: "graph",
      refusal: serviceRefusal,
      answer: (url, { method, headers, body }) => {
        const caller = this.loginEndpoint.bearer(headers.authorization, "graph");
        const tenant = caller && this.tenants.find(caller.tid);
        if (caller === undefined || tenant === undefined) {
          const message = "Access token is empty, invalid or has expired.";
          return { ...UNAUTHORIZED, body: errorBody("InvalidAuthenticationToken", message) };
        }
        return this.graphApi.answer(url, { method, headers, body: readJson(body) }, tenant, caller);
      },
    };
  }

  get exchange(): HttpService {
    return {
      name: "exchange",
      refusal: serviceRefusal,
      cmdlets: Exchange.cmdlets,
      answer: (url, { headers, body }) => {
        const caller = this.loginEndpoint.bearer(headers.authorization, "exchange");
        return caller === undefined ? UNAUTHORIZED : this.exchangeApi.answer(url, headers, body, caller);
      },
    };
  }

  /** Security & Compliance in the tenants' region; {@link complianceFrontDoor} leads here. */
  get compliance(): HttpService {
    return {
      name: "compliance",
      refusal: serviceRefusal,
      cmdlets: Exchange.cmdlets,
      answer: (url, { headers, body }) => {
        const caller = this.loginEndpoint.bearer(headers.authorization, "compliance");
        return caller === undefined
          ? UNAUTHORIZED
          : this.exchangeApi.answer(url, headers, body, caller, "purview");
      },
    };
  }

  /** What the tenants have become; given to another {@link Microsoft}, it is the same. */
  toWorld(): readonly WorldTenant[] {
    return this.tenants.all().map((tenant) => tenant.toWorld());
  }

  /** The selectors of all DKIM configs that have keys. */
  dkimSelectors(): readonly DkimSelector[] {
    return this.tenants.all().flatMap(dkimSelectorsOf);
  }

  /**
   * The keys by which Microsoft signs the mail of a domain; empty if the domain has no DKIM config. A key is made when
   * it is first asked for, which takes up to a second.
   */
  dkimKeys(domain: string): readonly PublishedDkimKey[] {
    const tenant = this.tenants.owner(domain);
    if (tenant === undefined) return [];
    return dkimSelectorsOf(tenant)
      .filter((selector) => selector.domain === domain.toLowerCase())
      .map((selector) => {
        const key = dkimKey(tenant, selector);
        return { ...selector, publicKey: publicHalf(key), privateKey: key.privateKey };
      });
  }
}

const UNAUTHORIZED = { status: 401, headers: { "www-authenticate": "Bearer" } } as const;

function serviceRefusal(status: number, message = "Too many requests have been sent."): object {
  return errorBody(status === 429 ? "TooManyRequests" : "ServiceError", message);
}
