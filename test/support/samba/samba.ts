import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { type AddressInfo, connect, type Socket } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { createServer as createTlsServer } from "node:tls";
import { promisify } from "node:util";
import { Authority } from "../../../sandbox/tls";
import { temporaryFolder } from "../temp";

/** Passes the rules of a new domain. */
export const PASSWORD = "Str0ng.Pass-1";

/** The domain `contoso.test` of provision.py, served by Samba. */
export interface SambaDirectory {
  /** `ldaps://127.0.0.1:…`; its certificate is one of {@link authorities}. */
  readonly secure: string;
  /** A file of PEM. */
  readonly authorities: string;
  /** Adds an entry to an object's list, by Samba's own tool: `(OA;CIIO;…)`. */
  grant(object: string, sddl: string): Promise<void>;
  stop(): Promise<void>;
}

/**
 * Makes the domain and serves it. Samba listens at a socket in a folder, and at no port; in front of that stands a
 * port of loopback that the system chose, with TLS.
 */
export async function startSamba(): Promise<SambaDirectory> {
  const folder = join(temporaryFolder(), "ad");
  mkdirSync(folder);
  await run("/usr/bin/python3", [join(__dirname, "provision.py"), folder, PASSWORD], { timeout: 240_000 });
  const settings = join(folder, "etc/smb.conf");
  const options = [
    ...["server services=ldap", "dcerpc endpoint servers=", "interfaces=none0", "bind interfaces only=yes"],
    ...["ldap server require strong auth=no", "tls enabled=no", "panic action=", `pid directory=${folder}`],
  ];
  const samba = spawn(
    "samba",
    ["--interactive", "--model=single", "-s", settings, ...options.map((option) => `--option=${option}`)],
    { stdio: ["pipe", "ignore", "pipe"] },
  );
  const socket = join(folder, "private/ldapi");
  await listening(samba, socket);
  const authority = new Authority();
  const authorities = join(folder, "authorities.pem");
  writeFileSync(authorities, authority.certificate);
  const secure = createTlsServer({ cert: authority.cert, key: authority.key }, (client) =>
    joinTo(socket, client),
  );
  secure.listen(0, "127.0.0.1");
  await once(secure, "listening");
  const { port } = secure.address() as AddressInfo;
  return {
    secure: `ldaps://127.0.0.1:${port}`,
    authorities,
    grant: async (object, sddl) => {
      await run("samba-tool", ["dsacl", "set", "-s", settings, `--objectdn=${object}`, `--sddl=${sddl}`]);
    },
    stop: async () => {
      secure.close();
      if (samba.exitCode === null) {
        samba.kill();
        await once(samba, "exit");
      }
    },
  };
}

const run = promisify(execFile);

function joinTo(path: string, client: Socket): void {
  const server = connect(path);
  client.pipe(server).pipe(client);
  client.on("error", () => server.destroy());
  server.on("error", () => client.destroy());
}

async function listening(samba: ChildProcess, socket: string): Promise<void> {
  let said = "";
  samba.stderr?.on("data", (bytes) => {
    said += bytes;
  });
  for (let tries = 0; tries < 600; tries++) {
    if (samba.exitCode !== null) throw new Error(`samba ended with ${samba.exitCode}: ${said}`);
    if (existsSync(socket) && (await answers(socket))) return;
    await delay(50);
  }
  samba.kill();
  throw new Error(`samba does not listen: ${said}`);
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.on("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.on("error", () => resolve(false));
  });
}
