// A sandbox for the demo, and commands in it: what `mail-hygiene sandbox run` does, with its endpoints in hand.
import { spawn } from "node:child_process";
import { Resolver } from "node:dns/promises";
import { once } from "node:events";
import { mkdtempSync, realpathSync } from "node:fs";
import { request } from "node:https";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { built, cli } from "./require.mjs";

const { changed } = built("cli/sandbox/environment.js");
const { startSandbox } = built("cli/sandbox/start.js");

export async function demoSandbox({ world, providers, version, folder }) {
  const console = {
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    folder,
  };
  const home = mkdtempSync(join(realpathSync(tmpdir()), "mail-hygiene-sandbox-"));
  const { keeper, endpoints, environment } = await startSandbox(
    { world, providers, home, stays: false, version, state: undefined },
    console,
  );
  const env = changed(process.env, environment);
  const resolver = new Resolver({ timeout: 5000 });
  resolver.setServers([endpoints.dns]);
  const cloudflare = async (method, path, body) => {
    const response = await fetch(`${endpoints.cloudflare}/${path}`, {
      method,
      headers: { authorization: `Bearer ${env.CLOUDFLARE_API_TOKEN}`, "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const { success, result, errors } = await response.json();
    if (!success) throw new Error(`${method} ${path}: ${JSON.stringify(errors)}`);
    return result;
  };
  return {
    /** Runs `mail-hygiene` and shows what it prints. @returns its exit code */
    async mailHygiene(...args) {
      process.stdout.write(`$ mail-hygiene ${args.join(" ")}\n`);
      const running = spawn(process.execPath, [cli, ...args], { cwd: folder, env, stdio: "inherit" });
      const [code] = await once(running, "close");
      return code;
    },
    resolve: (name, type) => resolver.resolve(name, type),
    cloudflare,
    /** The path of a record in Cloudflare's API. */
    async record(zoneName, name, type) {
      const [zone] = await cloudflare("GET", `zones?name=${zoneName}`);
      const [record] = await cloudflare("GET", `zones/${zone.id}/dns_records?name=${name}&type=${type}`);
      return { path: `zones/${zone.id}/dns_records/${record.id}` };
    },
    /** Runs a cmdlet in the first tenant. */
    async exchange(CmdletName, Parameters) {
      const form = new URLSearchParams({
        grant_type: "client_credentials",
        client_id: env.ARM_CLIENT_ID,
        client_secret: env.ARM_CLIENT_SECRET,
        scope: "https://outlook.office365.com/.default",
      });
      const login = await fetch(`${endpoints.login}/${env.ARM_TENANT_ID}/oauth2/v2.0/token`, {
        method: "POST",
        body: form,
      });
      const { access_token } = await login.json();
      const response = await fetch(`${endpoints.exchange}/adminapi/beta/${env.ARM_TENANT_ID}/InvokeCommand`, {
        method: "POST",
        headers: { authorization: `Bearer ${access_token}`, "x-anchormailbox": "UPN:admin@contoso.com" },
        body: JSON.stringify({ CmdletInput: { CmdletName, Parameters } }),
      });
      if (!response.ok) throw new Error(`${CmdletName}: ${await response.text()}`);
    },
    control: async (path) => (await fetch(`${endpoints.control}/${path}`)).json(),
    /** Fetches a page over TLS from the host that DNS would lead to. */
    fetch: (host, path) =>
      new Promise((resolve, reject) => {
        const [address, port] = endpoints.https.split(":");
        const options = { host: address, port, servername: host, path, headers: { host }, ca: endpoints.ca };
        request(options, (response) => {
          let text = "";
          response.setEncoding("utf8").on("data", (part) => (text += part));
          response.on("end", () => resolve({ status: response.statusCode, text }));
        })
          .on("error", reject)
          .end();
      }),
    async close() {
      keeper.stdin.end();
      if (keeper.exitCode === null) await once(keeper, "exit");
    },
  };
}
