import { tenantRule } from "../rule";

export const exchangeForwardingOpen = tenantRule({
  id: "exchange-forwarding-open",
  reads: "forwarding",
  asks: ["autoForwardingMode"],
  title: "mailboxes may forward to the outside",
  why: "The first thing that many intruders do is to forward the victim's mail to themselves: it goes on after the password has been changed. Automatic means off in some tenants and on in others.",
  level: "warning",
  sources: [],
  controls: { cis: ["6.2.1"] },
  check({ exchange }) {
    return (exchange?.forwarding ?? []).flatMap(({ policy, mode, where }) =>
      mode === "Off"
        ? []
        : [
            {
              message: `the outbound spam policy ${policy} ${mode === "On" ? "lets mailboxes forward to the outside" : "leaves forwarding to the outside to Microsoft's default"}`,
              received: mode,
              expected: "Off",
              fix: "set AutoForwardingMode to Off, and allow it by a policy for the mailboxes that need it",
              where,
              ...(mode === "On" ? {} : { level: "note" as const }),
            },
          ],
    );
  },
});
