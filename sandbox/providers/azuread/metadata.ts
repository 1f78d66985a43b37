import { readFileSync } from "node:fs";
import { Agent, get } from "node:https";
import { field, text } from "../../../provider/http/json";
import { DiagnosticError } from "../../../provider/plugin/index";
import { onLoopback } from "../loopback";

/** Where a cloud's login and Graph are. */
export interface CloudEndpoints {
  readonly login: string;
  readonly graph: string;
}

const PROVIDER = "hashicorp/azuread";

/**
 * Asks the metadata host where its cloud is, as azuread does where one is set. The request is always TLS; whom to trust
 * says `SSL_CERT_FILE`, as for the real provider, which is a Go program.
 * @throws DiagnosticError also where anything is not on this machine
 */
export async function discover(
  host: string | undefined,
  certificates: string | undefined,
  signal: AbortSignal,
): Promise<CloudEndpoints> {
  const base = onLoopback(PROVIDER, "ARM_METADATA_HOSTNAME", host && `https://${host}`);
  const url = new URL("/metadata/endpoints?api-version=2022-09-01", base);
  const metadata: unknown = await getJson(url, certificates && readFileSync(certificates), signal).catch(
    (error) => {
      throw new DiagnosticError({
        summary: `could not discover the cloud's endpoints at ${url.host}`,
        detail: `${error instanceof Error ? error.message : error}. SSL_CERT_FILE must name the sandbox's certificates.`,
      });
    },
  );
  const login = text(field(field(metadata, "authentication"), "loginEndpoint"));
  const graph = text(field(metadata, "microsoftGraphResourceId"));
  return {
    login: onLoopback(PROVIDER, "the login endpoint", login).origin,
    graph: onLoopback(PROVIDER, "the Graph endpoint", graph).origin,
  };
}

function getJson(url: URL, ca: Buffer | "" | undefined, signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const agent = new Agent(ca ? { ca } : {});
    const request = get(url, { agent, signal, headers: { accept: "application/json" } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("error", reject);
      answer.on("end", () => {
        const content = Buffer.concat(chunks).toString();
        try {
          if (answer.statusCode !== 200) throw new Error(`answered with status ${answer.statusCode}`);
          resolve(JSON.parse(content));
        } catch (error) {
          reject(error);
        }
      });
    });
    request.on("error", reject);
  });
}
