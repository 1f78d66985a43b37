import { visibleLine } from "../../../lib/visible";
import { text } from "../../http/json";
import { type Calling, idOf } from "./account";
import { texts } from "./mailbox";

/**
 * Rules of mail flow that are about what an account sends or receives, each as its Guid and name: copies for evidence, or
 * those of an intruder who administrates.
 * https://learn.microsoft.com/powershell/module/exchangepowershell/get-transportrule
 */
export async function mailFlowRules(upn: string, { client, signal }: Calling): Promise<readonly string[]> {
  const rules = await client.exchange.invoke("Get-TransportRule", { ResultSize: "Unlimited" }, { signal });
  const wanted = upn.toLowerCase();
  return rules.flatMap((rule) => {
    const about = [...texts(rule.From), ...texts(rule.SentTo)];
    if (!about.some((one) => one.toLowerCase() === wanted)) return [];
    const guid = idOf(rule.Guid, "a rule of mail flow");
    return [`${guid} ${visibleLine(text(rule.Name) ?? "")}`.slice(0, 300)];
  });
}
