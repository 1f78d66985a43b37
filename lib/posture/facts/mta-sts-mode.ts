import type { MailPosture, Posture } from "../model";
import { mtaStsOf } from "./mta-sts";

/** What senders with MTA-STS do with mail to hosts without valid TLS; `none` also where no policy is known. */
export function mtaStsMode(mail: MailPosture, posture: Posture): "enforce" | "testing" | "none" {
  return mtaStsOf(mail, posture).policy?.value.mode ?? "none";
}
