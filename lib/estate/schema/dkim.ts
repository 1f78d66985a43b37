import * as v from "valibot";
import { closest } from "../../closest";
import { isMapping } from "../../mapping";
import type { DkimOptions, DkimSelectorOptions } from "../../options";
import { agrees } from "../../schema/agree";
import { shown } from "../../schema/explained";
import { flag, text, texts } from "../../schema/scalars";
import { choice, closed, may, must, named, word } from "../../schema/shapes";

const FORMS = ["cname", "txt", "publicKey", "revoked"] as const;

const selector = agrees<DkimSelectorOptions>()(
  choice(
    [
      closed({ cname: must(text, "The name of the signer's own key record.") }),
      closed({ txt: must(text, "The key record as the signer shows it: v=DKIM1; k=rsa; p=….") }),
      closed({
        publicKey: must(text, "Base64 of the public key alone."),
        keyType: may(word(["rsa", "ed25519"]), "Default: rsa."),
      }),
      closed({ revoked: must(v.literal(true), "Publish an empty key: the selector is revoked.") }),
    ],
    (input) => {
      const expected = FORMS.join(" | ");
      if (!isMapping(input)) {
        return {
          fault: { message: "not a selector", received: shown(input), expected: `one of ${expected}` },
        };
      }
      const form = FORMS.findIndex((key) => Object.hasOwn(input, key));
      if (form >= 0) return form;
      const keys = Object.keys(input);
      const meant = FORMS.find((key) => closest(key, keys) !== undefined);
      return {
        fault: {
          message: "a selector without a key",
          ...(keys.length > 0 ? { received: keys.join(", ") } : {}),
          expected: `one of ${expected}`,
          ...(meant === undefined ? {} : { fix: `did you mean ${meant}?` }),
        },
      };
    },
  ),
);

export const DkimSchema = agrees<DkimOptions>()(
  closed({
    partition: may(text, "The partition letter in Microsoft's targets for domains added since May 2025."),
    selector1: may(text, "Target of selector1._domainkey as Microsoft shows it."),
    selector2: may(text, "Target of selector2._domainkey as Microsoft shows it."),
    microsoft: may(
      flag,
      "Publish Microsoft's pair? Default: true where the profile sends through Exchange Online.",
    ),
    selectors: may(named(selector), "Selectors of other signers, by selector name."),
    hosted: may(
      closed({ nameServers: must(texts, "Host names of the name servers.") }),
      "Name servers that _domainkey is delegated to. What the other keys say is then expected of them.",
    ),
  }),
);
