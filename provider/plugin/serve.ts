import { randomBytes } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Provider } from "./definition";
import { listen } from "./server/listen";
import { GRACE } from "./server/session";

/** go-plugin's check that a plugin is started by its host; the value is Terraform's, for all providers. */
const COOKIE = {
  name: "TF_PLUGIN_MAGIC_COOKIE",
  value: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
};
const PROTOCOL = 6;

/**
 * Runs a provider as the process Terraform starts, until Terraform ends it. The one line on standard output is the
 * handshake (hashicorp/go-plugin/docs/internals.md); everything else goes to standard error.
 */
export async function serve(provider: Provider): Promise<void> {
  const { env } = process;
  if (env[COOKIE.name] !== COOKIE.value) {
    process.stderr.write(
      `This is the Terraform provider ${provider.name} ${provider.version}. It is not meant to be run by hand: ` +
        "put it where Terraform finds providers, and run terraform init.\n",
    );
    process.exitCode = 1;
    return;
  }
  const offered = (env.PLUGIN_PROTOCOL_VERSIONS ?? "").split(",");
  if (!offered.includes(String(PROTOCOL))) {
    process.stderr.write(`This provider speaks plugin protocol ${PROTOCOL} (Terraform 1.0 and later).\n`);
    process.exitCode = 1;
    return;
  }
  const parting = endWithParent();
  // A terminal's Ctrl-C reaches the whole process group. Terraform decides what ends, and says so by StopProvider.
  process.on("SIGINT", () => {});
  const clientCertificate = env.PLUGIN_CLIENT_CERT;
  const { address, stop, fail, certificateLine } = clientCertificate
    ? await listenForOne(provider, clientCertificate)
    : await listenForMany(provider, env);
  parting.stop = stop;
  process.stdout.write(
    `1|${PROTOCOL}|${clientCertificate ? "tcp" : "unix"}|${address}|grpc|${certificateLine}\n`,
  );
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);
}

/** For the Terraform that started this process, and nobody else: TLS with its certificate. */
async function listenForOne(provider: Provider, clientCertificate: string) {
  // ASN.1 takes a tenth of the start: only where there is TLS.
  const { makeIdentity } = await import("./server/tls.js");
  const identity = await makeIdentity();
  const listening = await listen(provider, { tls: { identity, clientCertificate }, onShutdown: leave });
  return { ...listening, certificateLine: identity.certificateLine };
}

/**
 * Without a certificate, for whoever may open the socket, as go-plugin does: several runs of Terraform that were told of
 * this process (TF_REATTACH_PROVIDERS). After a fault that nobody awaited it does not serve those that come later.
 */
async function listenForMany(provider: Provider, env: NodeJS.ProcessEnv) {
  const folder = env.PLUGIN_UNIX_SOCKET_DIR || mkdtempSync(join(tmpdir(), `${provider.name}-`));
  const socket = join(folder, `${provider.name}-${randomBytes(4).toString("hex")}`);
  const listening = await listen(provider, { socket, onShutdown: leave });
  const fail = (error: unknown) => {
    listening.fail(error);
    setTimeout(() => process.exit(1), 2 * GRACE);
  };
  return { ...listening, fail, certificateLine: "" };
}

const leave = () => process.exit(0);

/**
 * A Terraform that was killed says nothing. When its process is gone, this one ends, which has credentials in its
 * environment: whoever the parent is from now on, and, where it was gone before that could be asked, because nobody reads
 * the handshake. That the parent has the id 1 says nothing: in a container that may be Terraform.
 * @returns takes what is to be done before the end
 */
function endWithParent(): { stop: () => void } {
  const parent = process.ppid;
  const parting = { stop: () => {} };
  const end = () => {
    parting.stop();
    process.exit(1);
  };
  for (const stream of [process.stdout, process.stderr]) stream.on("error", end);
  setInterval(() => {
    if (process.ppid !== parent) end();
  }, 1000).unref();
  return parting;
}
