import { unwrap } from "../../../../lib/fault";
import { parseDmarc } from "../../../../lib/mail/dmarc/parse";
import { effectivePolicy } from "../../../../lib/mail/dmarc/policy";

const scopes = ["domain", "subdomain", "non-existent"] as const;
const policies = (text: string) =>
  scopes.map((scope) => effectivePolicy(unwrap(text, parseDmarc(text)), scope));

test.each([
  ["v=DMARC1; p=quarantine", ["quarantine", "quarantine", "quarantine"]],
  ["v=DMARC1; p=none; sp=reject", ["none", "reject", "reject"]],
  ["v=DMARC1; p=none; np=reject", ["none", "none", "reject"]],
  ["v=DMARC1; p=reject; sp=quarantine; np=none; t=y", ["quarantine", "none", "none"]],
  ["v=DMARC1; sp=reject; rua=mailto:a@contoso.com", ["none", "none", "none"]],
  ["v=DMARC1; sp=reject", [undefined, undefined, undefined]],
])("%s asks for %j", (text, expected) => {
  expect(policies(text)).toEqual(expected);
});
