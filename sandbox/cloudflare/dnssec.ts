import { createHash } from "node:crypto";
import type { Json } from "../http/answer";
import { ApiError, success } from "./envelope";
import { type Call, noRoute, type Routes } from "./router";
import type { Zone, ZoneStore } from "./zone-store";

/** `/zones/:zone/dnssec`. The zone's key is made up: nothing is signed. */
export class Dnssec {
  readonly routes: Routes = {
    "GET zones/:zone/dnssec": (call) => success(shown(this.zone(call))),
    "PATCH zones/:zone/dnssec": (call) => {
      const zone = this.zone(call);
      this.set(zone, call.json().status);
      return success(shown(zone));
    },
    "DELETE zones/:zone/dnssec": (call) => {
      const zone = this.zone(call);
      if (zone.dnssec === "active" || zone.dnssec === "pending") {
        throw new ApiError(400, {
          code: 1008,
          message: "DNSSEC must be disabled before its records can be deleted.",
        });
      }
      this.store.updateZone(zone, { dnssec: "disabled" });
      return success(zone.id);
    },
  };

  constructor(private readonly store: ZoneStore) {}

  private zone(call: Call): Zone {
    const id = call.param("zone");
    const zone = this.store.zone(id);
    if (zone === undefined) throw noRoute(`zones/${id}/dnssec`);
    return zone;
  }

  /** Signed at once, but pending until the registrar publishes the DS record. */
  private set(zone: Zone, status: unknown): void {
    if (status === undefined) return;
    if (status !== "active" && status !== "disabled") {
      throw new ApiError(400, { code: 1004, message: "Invalid DNSSEC status." });
    }
    if (status === "active" && zone.dnssec === "active") return;
    this.store.updateZone(zone, { dnssec: status === "active" ? "pending" : "disabled" });
  }
}

/** RFC 4034 §2 and §5: a key signing key of algorithm 13 (RFC 6605) and its digest of type 2. */
function shown(zone: Zone): Json {
  const flags = {
    status: zone.dnssec,
    dnssec_multi_signer: false,
    dnssec_presigned: false,
    dnssec_use_nsec3: false,
    modified_on: zone.modifiedOn,
  };
  if (zone.dnssec === "disabled") return flags;
  const key = createHash("sha512").update(zone.id).digest();
  const digest = createHash("sha256").update(key).digest("hex").toUpperCase();
  const tag = key.readUInt16BE(0);
  return {
    ...flags,
    flags: 257,
    algorithm: "13",
    key_type: "ECDSAP256SHA256",
    digest_type: "2",
    digest_algorithm: "SHA256",
    digest,
    ds: `${zone.name}. 3600 IN DS ${tag} 13 2 ${digest}`,
    key_tag: tag,
    public_key: key.toString("base64"),
  };
}
