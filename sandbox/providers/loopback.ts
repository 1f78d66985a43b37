import { type Diagnostic, DiagnosticError } from "../../provider/plugin/index";

/** `127.0.0.0/8`, `::1` and `localhost` (RFC 6890, RFC 6761 §6.3). */
const LOOPBACK = /^(?:127(?:\.\d{1,3}){3}|\[::1\]|localhost)$/;

/**
 * The URL, which is on this machine. A stand-in has the address of a real provider: should it ever run outside the
 * sandbox, no token of anyone's may leave the machine.
 * @throws DiagnosticError that tells how the setting named `setting` is to be set
 */
export function onLoopback(provider: string, setting: string, url: string | undefined): URL {
  if (url === undefined || url === "") {
    throw new DiagnosticError(refused(provider, `${setting} is not set`));
  }
  const parsed = URL.canParse(url) ? new URL(url) : undefined;
  if (parsed && LOOPBACK.test(parsed.hostname)) return parsed;
  throw new DiagnosticError(refused(provider, `${setting} is ${parsed ? parsed.origin : "no URL"}`));
}

function refused(provider: string, seen: string): Diagnostic {
  return {
    summary: `the sandbox's stand-in for ${provider} talks to the sandbox only`,
    detail:
      `${seen}; expected an address on this machine, such as http://127.0.0.1:8080. ` +
      "Run Terraform inside the sandbox (mail-hygiene sandbox run), or install the real provider.",
  };
}
