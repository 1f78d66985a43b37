import * as v from "valibot";
import { closest } from "../../closest";
import { shown } from "../../fault";
import { isMapping } from "../../mapping";
import type { DkimOptions, DkimSelectorOptions } from "../../options";
import { agrees } from "../../schema/agree";
import { flag, text, texts } from "../../schema/scalars";
import { choice, closed, may, named, word } from "../../schema/shapes";

const FORMS = ["cname", "txt", "publicKey", "revoked"] as const;

const selector = agrees<DkimSelectorOptions>()(
  choice(
    [
      closed({ cname: text }),
      closed({ txt: text }),
      closed({
        publicKey: text,
        keyType: may(word(["rsa", "ed25519"])),
      }),
      closed({ revoked: v.literal(true) }),
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
    partition: may(text),
    selector1: may(text),
    selector2: may(text),
    microsoft: may(flag),
    selectors: may(named(selector)),
    hosted: may(closed({ nameServers: texts })),
  }),
);
