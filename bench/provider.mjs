// `npm run bench:provider`: how long Terraform waits for the provider's handshake (with AutoMTLS, as Terraform starts
// it), and how much memory the process took by then, with bare Node beside it. Each figure is the best of some runs in
// processes of their own, taken in turns; memory is the highest.
// usage: node bench/provider.mjs [runs]
import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const runs = Number(process.argv[2] ?? 15);
const provider = fileURLToPath(new URL("../dist/provider/terraform-provider-m365", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "mail-hygiene-provider-"));

/** What is started, and the seconds and megabytes it may take until it speaks. */
const programs = [
  {
    title: "node, first line",
    command: process.execPath,
    args: ["-e", "console.log(1); setInterval(() => {}, 1e6)"],
  },
  { title: "provider, handshake", command: provider, args: [], wanted: { seconds: 0.25, megabytes: 90 } },
];

function certificate() {
  const [key, file] = ["key.pem", "certificate.pem"].map((name) => join(folder, name));
  const request = ["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-521", "-nodes"];
  execFileSync(
    "openssl",
    [...request, "-subj", "/CN=localhost", "-days", "1", "-keyout", key, "-out", file],
    {
      stdio: "ignore",
    },
  );
  return readFileSync(file, "utf8");
}

function start({ command, args }, env) {
  return new Promise((resolve, reject) => {
    const before = process.hrtime.bigint();
    const child = spawn(command, args, { env, stdio: ["ignore", "pipe", "inherit"] });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`${command} ended with ${code} before it spoke`)));
    child.stdout.once("data", () => {
      const seconds = Number(process.hrtime.bigint() - before) / 1e9;
      const kilobytes = execFileSync("ps", ["-o", "rss=", "-p", String(child.pid)], { encoding: "utf8" });
      child.removeAllListeners("exit");
      child.once("exit", () => resolve({ seconds, megabytes: Number(kilobytes) / 1024 }));
      child.kill("SIGKILL");
    });
  });
}

try {
  const env = {
    PATH: process.env.PATH,
    TF_PLUGIN_MAGIC_COOKIE: "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2",
    PLUGIN_PROTOCOL_VERSIONS: "6",
    PLUGIN_CLIENT_CERT: certificate(),
  };
  const measured = new Map(
    programs.map(({ title }) => [title, { seconds: Number.POSITIVE_INFINITY, megabytes: 0 }]),
  );
  for (let run = 0; run < runs; run++) {
    for (const program of programs) {
      const best = measured.get(program.title);
      const { seconds, megabytes } = await start(program, env);
      best.seconds = Math.min(best.seconds, seconds);
      best.megabytes = Math.max(best.megabytes, megabytes);
    }
  }
  const node = measured.get(programs[0].title);
  for (const { title, wanted } of programs) {
    const { seconds, megabytes } = measured.get(title);
    const within = wanted && seconds < wanted.seconds && megabytes < wanted.megabytes;
    const verdict = wanted
      ? `${within ? "within" : "MISSES"} ${wanted.seconds} s, ${wanted.megabytes} MB`
      : "";
    const figures = `${seconds.toFixed(3)} s  ${(seconds / node.seconds).toFixed(1)} times node  ${megabytes.toFixed(0)} MB`;
    console.log(`${title.padEnd(22)}${figures}  ${verdict}`.trimEnd());
    if (wanted && !within) process.exitCode = 1;
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
