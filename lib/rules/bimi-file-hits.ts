import type { BimiFile } from "../posture/evidence";
import { bimiOf } from "../posture/facts/bimi";
import type { MailPosture, Posture } from "../posture/model";
import type { Hit } from "./rule";

/** What is wrong with the files that BIMI records name, one hit a file. */
export function bimiFileHits(
  mail: MailPosture,
  posture: Posture,
  asked: {
    readonly kind: BimiFile["kind"];
    readonly noun: string;
    readonly expected: string;
    readonly fix: string;
    /** @default the file's own faults, or why it could not be fetched */
    readonly faultsOf?: (file: BimiFile) => readonly string[];
  },
): readonly Hit[] {
  const {
    kind,
    noun,
    expected,
    fix,
    faultsOf = ({ failed, faults }: BimiFile) => (failed === undefined ? faults : [failed]),
  } = asked;
  return (mail.bimiFiles ?? []).flatMap((file) => {
    const faults = file.kind === kind ? faultsOf(file) : [];
    if (faults.length === 0) return [];
    const where = bimiOf(mail, posture).find(({ record }) => record.name === file.at)?.where ?? mail.where;
    return [
      {
        message: `the ${noun} of ${mail.domain} at ${file.location}`,
        received: faults.join("; "),
        expected,
        fix,
        where,
      },
    ];
  });
}
