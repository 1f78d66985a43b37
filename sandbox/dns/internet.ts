import { createHash } from "node:crypto";
import { isBelow, type ResourceRecord, type ServedZone } from "./zone";

const TTL = 3600;

/** Names outside the zones of the sandbox, of somebody whose hosts mail meets. */
export interface Neighbourhood {
  recordsAt(name: string): readonly ResourceRecord[];
  /** Names that stand for the rest: everything above them exists. */
  landmarks(): Iterable<string>;
}

/** The root, with everything in it that is no zone of the sandbox. What no neighbourhood knows does not exist. */
export function internet(neighbourhoods: readonly Neighbourhood[]): ServedZone {
  const recordsAt = (name: string) => neighbourhoods.flatMap((one) => one.recordsAt(name));
  return {
    apex: "",
    flattens: false,
    soa: {
      type: "SOA",
      name: "",
      ttl: TTL,
      class: "IN",
      data: {
        mname: "a.root-servers.net",
        rname: "nstld.verisign-grs.com",
        serial: 1,
        refresh: 1800,
        retry: 900,
        expire: 604_800,
        minimum: 60,
      },
    },
    recordsAt,
    exists: (name) => {
      if (recordsAt(name).length > 0) return true;
      for (const one of neighbourhoods) {
        for (const landmark of one.landmarks()) if (isBelow(landmark, name)) return true;
      }
      return false;
    },
  };
}

/** The root's name server, which is this machine. */
export const ROOT_SERVERS: Neighbourhood = {
  recordsAt: (name) => {
    if (name === "") return [{ type: "NS", name, ttl: TTL, class: "IN", data: "a.root-servers.net" }];
    return name === "a.root-servers.net" ? [address(name, "127.0.0.1")] : [];
  },
  landmarks: () => ["a.root-servers.net"],
};

/** Cloudflare's name servers, which are this machine. */
export const CLOUDFLARE_SERVERS: Neighbourhood = {
  recordsAt: (name) => (/^[a-z]+\.ns\.cloudflare\.com$/.test(name) ? [address(name, "127.0.0.1")] : []),
  landmarks: () => ["ns.cloudflare.com"],
};

/** @param ip the same one of 192.0.2.0/24 for the same name, unless it is given: nobody is there (RFC 5737) */
export function address(name: string, ip = documentationAddress(name)): ResourceRecord {
  return { type: "A", name, ttl: TTL, class: "IN", data: ip };
}

export function text(name: string, ...strings: readonly string[]): ResourceRecord {
  return { type: "TXT", name, ttl: TTL, class: "IN", data: [...strings] };
}

/** A DKIM key record (RFC 6376 §3.6.1), in strings of at most 255 octets. */
export function dkimKeyRecord(name: string, publicKey: string): ResourceRecord {
  return text(name, ...(`v=DKIM1; k=rsa; p=${publicKey};`.match(/.{1,255}/g) ?? []));
}

/** The addresses that the hosts of {@link address} may have. */
export const DOCUMENTATION_NETWORK = "192.0.2.0/24";

function documentationAddress(name: string): string {
  return `192.0.2.${1 + ((createHash("sha256").update(name).digest()[0] ?? 0) % 254)}`;
}
