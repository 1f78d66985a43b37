import * as v from "valibot";
import { closest } from "../../closest";
import { shown } from "../../fault";
import { isMapping } from "../../mapping";
import type { AsFoundOptions, ExtraRecordOptions } from "../../options";
import { agrees } from "../../schema/agree";
import { decimal, preference, text, ttl, whole } from "../../schema/scalars";
import { choice, closed, may, word } from "../../schema/shapes";

const owner = {
  name: may(text),
  ttl: may(ttl),
};
const octet = whole(0, 255);

/** The forms of a record, by type; a form's place in the list is what the choice picks. */
const TYPES = [
  ["A", "AAAA"],
  ["CNAME"],
  ["MX"],
  ["TXT"],
  ["CAA"],
  ["TLSA"],
  ["NS"],
  ["SRV"],
  ["SVCB", "HTTPS"],
  ["NAPTR"],
  ["PTR"],
  ["SSHFP"],
  ["SMIMEA"],
  ["OPENPGPKEY"],
  ["URI"],
  ["CERT"],
  ["DS"],
  ["DNSKEY"],
  ["LOC"],
] as const;

export const RecordSchema = agrees<ExtraRecordOptions>()(
  choice(
    [
      closed({
        type: word(["A", "AAAA"]),
        address: text,
        ...owner,
      }),
      closed({
        type: word(["CNAME"]),
        target: text,
        ...owner,
      }),
      closed({
        type: word(["MX"]),
        preference,
        exchange: text,
        ...owner,
      }),
      closed({
        type: word(["TXT"]),
        value: text,
        ...owner,
      }),
      closed({
        type: word(["CAA"]),
        flags: may(octet),
        tag: text,
        value: text,
        ...owner,
      }),
      closed({
        type: word(["TLSA"]),
        usage: octet,
        selector: octet,
        matchingType: octet,
        certificate: text,
        ...owner,
      }),
      closed({
        type: word(["NS"]),
        host: text,
        ...owner,
      }),
      closed({
        type: word(["SRV"]),
        priority: preference,
        weight: preference,
        port: preference,
        target: text,
        ...owner,
      }),
      closed({
        type: word(["SVCB", "HTTPS"]),
        priority: preference,
        target: text,
        value: may(v.string()),
        ...owner,
      }),
      closed({
        type: word(["NAPTR"]),
        order: preference,
        preference,
        flags: may(v.string()),
        service: may(v.string()),
        regex: may(v.string()),
        replacement: may(text),
        ...owner,
      }),
      closed({
        type: word(["PTR"]),
        target: text,
        ...owner,
      }),
      closed({
        type: word(["SSHFP"]),
        algorithm: octet,
        fingerprintType: octet,
        fingerprint: text,
        ...owner,
      }),
      closed({
        type: word(["SMIMEA"]),
        usage: octet,
        selector: octet,
        matchingType: octet,
        certificate: text,
        ...owner,
      }),
      closed({
        type: word(["OPENPGPKEY"]),
        key: text,
        ...owner,
      }),
      closed({
        type: word(["URI"]),
        priority: preference,
        weight: preference,
        target: text,
        ...owner,
      }),
      closed({
        type: word(["CERT"]),
        certificateType: preference,
        keyTag: preference,
        algorithm: octet,
        certificate: text,
        ...owner,
      }),
      closed({
        type: word(["DS"]),
        keyTag: preference,
        algorithm: octet,
        digestType: octet,
        digest: text,
        ...owner,
      }),
      closed({
        type: word(["DNSKEY"]),
        flags: preference,
        protocol: may(octet),
        algorithm: octet,
        publicKey: text,
        ...owner,
      }),
      closed({
        type: word(["LOC"]),
        latDegrees: whole(0, 90),
        latMinutes: may(whole(0, 59)),
        latSeconds: may(decimal(0, 59.999)),
        latDirection: word(["N", "S"]),
        longDegrees: whole(0, 180),
        longMinutes: may(whole(0, 59)),
        longSeconds: may(decimal(0, 59.999)),
        longDirection: word(["E", "W"]),
        altitude: may(decimal(-100_000, 42_849_672.95)),
        size: may(decimal(0, 90_000_000)),
        precisionHorz: may(decimal(0, 90_000_000)),
        precisionVert: may(decimal(0, 90_000_000)),
        ...owner,
      }),
    ],
    (input) => {
      if (!isMapping(input)) {
        const fault = { message: "not a record", received: shown(input), expected: "a mapping with type, …" };
        return { fault };
      }
      const form = TYPES.findIndex((types) => types.some((type) => type === input.type));
      if (form >= 0) return form;
      const types = TYPES.flat();
      const expected = types.join(" | ");
      if (input.type === undefined) return { fault: { message: '"type" is missing', expected } };
      const near = typeof input.type === "string" ? closest(input.type, types) : undefined;
      return {
        key: "type",
        fault: {
          message: "not a record type",
          received: shown(input.type),
          expected,
          ...(near === undefined ? {} : { fix: `did you mean ${near}?` }),
        },
      };
    },
  ),
);

/** A record that is not yet as it is declared. */
export const AsFoundSchema = agrees<AsFoundOptions>()(
  choice([word(["absent"]), closed({ ttl: may(ttl), content: may(text) })], (input) => {
    if (typeof input === "string") return 0;
    if (isMapping(input)) return 1;
    const expected = "absent | { ttl: 300 } | { content: v=spf1 -all }";
    return { fault: { message: "not what is found in a zone", received: shown(input), expected } };
  }),
);
