import type { Provider } from "./definition";
import { listen } from "./server/listen";

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
  // A terminal's Ctrl-C reaches the whole process group. Terraform decides what ends, and says so by StopProvider.
  process.on("SIGINT", () => {});
  const clientCertificate = env.PLUGIN_CLIENT_CERT;
  // ASN.1 takes a tenth of the start: only where there is TLS.
  const identity = clientCertificate ? await (await import("./server/tls.js")).makeIdentity() : undefined;
  const { address, stop, fail } = await listen(provider, {
    ...(clientCertificate && identity && { tls: { identity, clientCertificate } }),
    onShutdown: () => process.exit(0),
  });
  process.stdout.write(`1|${PROTOCOL}|tcp|${address}|grpc|${identity?.certificateLine ?? ""}\n`);
  process.on("uncaughtException", fail);
  process.on("unhandledRejection", fail);
  endWithParent(stop);
}

/** A Terraform that was killed says nothing: when its process is gone, so is ours. */
function endWithParent(stop: () => void): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid === parent) return;
    stop();
    process.exit(1);
  }, 1000).unref();
}
