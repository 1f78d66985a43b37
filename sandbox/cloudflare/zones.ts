import { parseName } from "../../lib/dns/name";
import { isJson, type Json } from "../http/answer";
import type { Access } from "./access";
import { ApiError, page, success } from "./envelope";
import { type Call, noRoute, type Routes } from "./router";
import { DEFAULT_ACCOUNT, idOf, newId, now, type Zone, type ZoneStore } from "./zone-store";

const PAGES = { usual: 20, most: 50 };

/** `/zones`. */
export class Zones {
  readonly routes: Routes = {
    "GET zones": ({ query, request }) => {
      const sees = this.access.of(request.headers);
      const { items, info } = page(
        this.store.zones().filter((zone) => sees(zone.accountId) && isAskedFor(zone, query)),
        query,
        PAGES,
      );
      return success(items.map(shownZone), info);
    },
    "POST zones": (call) => success(shownZone(this.create(call))),
    "GET zones/:zone": (call) => success(shownZone(this.zone(call))),
    "PATCH zones/:zone": (call) => {
      const zone = this.zone(call);
      const { paused, type } = call.json();
      this.store.updateZone(zone, {
        ...(typeof paused === "boolean" ? { paused } : {}),
        ...(typeof type === "string" ? { type } : {}),
      });
      return success(shownZone(zone));
    },
    "DELETE zones/:zone": (call) => {
      const zone = this.zone(call);
      this.store.removeZone(zone);
      return success({ id: zone.id });
    },
    // The registrar has delegated by the time that somebody asks for the check.
    "PUT zones/:zone/activation_check": (call) => {
      const zone = this.zone(call);
      this.store.updateZone(zone, { status: "active" });
      return success({ id: zone.id });
    },
  };

  constructor(
    private readonly store: ZoneStore,
    private readonly access: Pick<Access, "of">,
  ) {}

  private zone(call: Call): Zone {
    const id = call.param("zone");
    const zone = this.store.zone(id);
    if (zone === undefined) throw noRoute(`zones/${id}`);
    return zone;
  }

  private create(call: Call): Zone {
    const { name, account, type = "full" }: Json = call.json();
    const given = typeof name === "string" ? name : "";
    const parsed = parseName(given);
    if (!parsed.ok || !parsed.value.includes(".")) {
      throw new ApiError(400, { code: 1049, message: `${given} is not a registered domain` });
    }
    if (this.store.zoneNamed(parsed.value) !== undefined) {
      throw new ApiError(400, { code: 1061, message: `${parsed.value} already exists` });
    }
    const accountId = isJson(account) && typeof account.id === "string" ? account.id : DEFAULT_ACCOUNT;
    if (!this.access.of(call.request.headers)(accountId)) {
      throw new ApiError(403, { code: 1068, message: "Permission denied" });
    }
    const time = now();
    const zone: Zone = {
      id: newId(),
      name: parsed.value,
      accountId,
      // Until the registrar delegates to Cloudflare.
      status: "pending",
      paused: false,
      type: String(type),
      dnssec: "disabled",
      createdOn: time,
      modifiedOn: time,
    };
    this.store.addZone(zone);
    return zone;
  }
}

/** The name servers that Cloudflare gives a zone: two of its many, the same ones each time. */
export function nameServers({ name }: Pick<Zone, "name">): readonly string[] {
  const pairs = [
    ["ada", "lee"],
    ["cora", "phil"],
    ["dana", "rob"],
    ["iris", "todd"],
  ] as const;
  const pair = pairs[Number.parseInt(idOf(name).slice(0, 4), 16) % pairs.length] ?? pairs[0];
  return pair.map((server) => `${server}.ns.cloudflare.com`);
}

function isAskedFor(zone: Zone, query: URLSearchParams): boolean {
  const name = query.get("name")?.toLowerCase();
  const status = query.get("status");
  const account = query.get("account.id");
  return (
    (name === undefined || isNamed(zone.name, name)) &&
    (status === null || zone.status === status) &&
    (account === null || zone.accountId === account)
  );
}

/** `contoso.com`, or with an operator: `contains:contoso`. */
function isNamed(name: string, wanted: string): boolean {
  const [operator = "", value] = wanted.split(":");
  if (value === undefined) return name === wanted;
  switch (operator) {
    case "equal":
      return name === value;
    case "not_equal":
      return name !== value;
    case "starts_with":
      return name.startsWith(value);
    case "ends_with":
      return name.endsWith(value);
    case "contains":
      return name.includes(value);
    default:
      return false;
  }
}

function shownZone(zone: Zone): Json {
  return {
    id: zone.id,
    name: zone.name,
    status: zone.status,
    paused: zone.paused,
    type: zone.type,
    development_mode: 0,
    name_servers: nameServers(zone),
    original_name_servers: null,
    original_registrar: null,
    original_dnshost: null,
    created_on: zone.createdOn,
    modified_on: zone.modifiedOn,
    activated_on: zone.status === "active" ? zone.createdOn : null,
    meta: {
      step: 2,
      custom_certificate_quota: 0,
      page_rule_quota: 3,
      phishing_detected: false,
    },
    owner: { id: null, type: "user", email: null },
    account: { id: zone.accountId, name: "Sandbox" },
    tenant: { id: null, name: null },
    tenant_unit: { id: null },
    permissions: ["#dns_records:edit", "#dns_records:read", "#zone:edit", "#zone:read", "#worker:edit"],
    plan: {
      id: "0feeeeeeeeeeeeeeeeeeeeeeeeeeeeee",
      name: "Free Website",
      price: 0,
      currency: "USD",
      frequency: "",
      is_subscribed: false,
      can_subscribe: false,
      legacy_id: "free",
      legacy_discount: false,
      externally_managed: false,
    },
  };
}
