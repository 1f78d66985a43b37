import { visibleLine } from "../../lib/visible";
import { CloudError } from "../http/cloud-error";
import { DiagnosticError, num, str } from "../plugin/index";
import { domainName, oneOf } from "../resources/attributes";
import { dkimConfigOf } from "../resources/dkim-config";
import { keySize, rotate } from "../resources/dkim-signing-config";
import { action } from "../resources/m365";

/** https://learn.microsoft.com/powershell/module/exchangepowershell/rotate-dkimsigningconfig */
export const rotateDkim = action({
  description:
    "Gives the selector of a domain that does not sign now a new DKIM key; Exchange changes over to it after 96 hours. The CNAMEs " +
    "stay as they are. Refused while a rotation is under way.",
  attributes: {
    domain: str({
      required: true,
      validate: domainName,
      description: "A domain with DKIM keys, such as contoso.com.",
    }),
    key_size: num({
      optional: true,
      validate: oneOf(1024, 2048),
      description: "Bits of the new key. Left out: as many as the key that signs now has.",
    }),
  },
  async invoke({ domain, key_size }, context) {
    const before = await dkimConfigOf(domain, context);
    if (typeof before?.Selector1CNAME !== "string" || before.Selector1CNAME === "") {
      throw new DiagnosticError({ summary: `${visibleLine(domain)} has no DKIM keys`, path: ["domain"] });
    }
    try {
      await rotate(domain, key_size ?? keySize(before), context);
    } catch (error) {
      if (!(error instanceof CloudError)) throw error;
      const summary = `the DKIM keys of ${visibleLine(domain)} are not rotated`;
      throw new DiagnosticError({ summary, detail: error.message, path: ["domain"] });
    }
    const after = await dkimConfigOf(domain, context);
    const selector = visibleLine(String(after?.SelectorAfterRotateOnDate ?? "the other selector"));
    const from = visibleLine(String(after?.RotateOnDate ?? "a time that Exchange does not show"));
    context.progress(`${visibleLine(domain)} is signed by ${selector} from ${from} on`);
  },
});
