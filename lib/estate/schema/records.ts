import { closest } from "../../closest";
import { isMapping } from "../../mapping";
import type { ExtraRecordOptions } from "../../options";
import { agrees } from "../../schema/agree";
import { shown } from "../../schema/explained";
import { preference, text, ttl, whole } from "../../schema/scalars";
import { choice, closed, may, must, word } from "../../schema/shapes";

const owner = {
  name: may(text, "Name relative to the mail domain; @ is the domain itself. Default: @."),
  ttl: may(ttl, "TTL in seconds. Default: the domain's."),
};
const octet = whole(0, 255);

/** The forms of a record, by type; a form's place in the list is what the choice picks. */
const TYPES = [["A", "AAAA"], ["CNAME"], ["MX"], ["TXT"], ["CAA"], ["TLSA"], ["NS"]] as const;

export const RecordSchema = agrees<ExtraRecordOptions>()(
  choice(
    [
      closed({
        type: must(word(["A", "AAAA"]), "Record type."),
        address: must(text, "IPv4 address for A, IPv6 address for AAAA."),
        ...owner,
      }),
      closed({
        type: must(word(["CNAME"]), "Record type."),
        target: must(text, "The name that this one is an alias of."),
        ...owner,
      }),
      closed({
        type: must(word(["MX"]), "Record type."),
        preference: must(preference, "The lowest is tried first."),
        exchange: must(text, "Host name of the mail exchange."),
        ...owner,
      }),
      closed({
        type: must(word(["TXT"]), "Record type."),
        value: must(text, "The whole text, without quotes; it is cut into strings for you."),
        ...owner,
      }),
      closed({
        type: must(word(["CAA"]), "Record type."),
        flags: may(octet, "0, or 128 for a critical property. Default: 0."),
        tag: must(text, "issue, issuewild, iodef, issuevmc, …"),
        value: must(text, "The property's value, e.g. letsencrypt.org."),
        ...owner,
      }),
      closed({
        type: must(word(["TLSA"]), "Record type."),
        usage: must(octet, "Certificate usage; 3 (DANE-EE) or 2 (DANE-TA) for SMTP."),
        selector: must(octet, "0 for the whole certificate, 1 for its public key."),
        matchingType: must(octet, "0 exact, 1 SHA-256, 2 SHA-512."),
        certificate: must(text, "Certificate association data in hexadecimal."),
        ...owner,
      }),
      closed({
        type: must(word(["NS"]), "Record type."),
        host: must(text, "Host name of the name server."),
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
