import { parseBimi } from "../../lib/mail/bimi";
import type { BimiFile } from "../../lib/posture/evidence";
import { bimiOf } from "../../lib/posture/facts/bimi";
import type { MailPosture, Posture } from "../../lib/posture/model";
import type { FetchFile } from "../https/fetch-file";
import { markCertificate } from "./certificate";
import { logoFaults } from "./logo";

/** Fetches what the domain's BIMI records name, and looks at it as receivers that show logos do. */
export async function bimiFiles(
  mail: MailPosture,
  posture: Posture,
  fetchFile: FetchFile,
): Promise<readonly BimiFile[]> {
  const found = await Promise.all(
    bimiOf(mail, posture).map(async ({ record: { name: at, value } }): Promise<readonly BimiFile[]> => {
      const read = parseBimi(value);
      if (!read.ok) return [];
      const { logo, certificate = "" } = read.value;
      const [picture, chain] = await Promise.all([
        logo === "" ? undefined : fetchFile(logo),
        certificate === "" ? undefined : fetchFile(certificate),
      ]);
      const shown = picture?.kind === "file" ? picture.octets : undefined;
      return [
        ...(picture
          ? [
              {
                kind: "logo" as const,
                location: logo,
                at,
                ...(shown ? { faults: logoFaults(shown) } : why(picture)),
              },
            ]
          : []),
        ...(chain
          ? [
              {
                kind: "certificate" as const,
                location: certificate,
                at,
                ...(chain.kind === "file"
                  ? markCertificate(chain.octets, [mail.domain, at], shown, new Date())
                  : why(chain)),
              },
            ]
          : []),
      ];
    }),
  );
  return found.flat();
}

function why(fetched: Awaited<ReturnType<FetchFile>>): Pick<BimiFile, "failed" | "faults"> {
  return { faults: [], ...(fetched.kind === "failed" ? { failed: fetched.why } : {}) };
}
