import { m365 } from "../../../provider/provider";
import { systemDns } from "../../../provider/resources/dns/dns";
import { type Emulator, type EmulatorOptions, startEmulator } from "../../../sandbox/microsoft";
import { Workspace } from "../plugin/support/terraform-run";
import { type LoopbackNameServer, startNameServer } from "../resources/dns/name-server";
import { hurriedClock } from "../resources/hurried-clock";

/** A tenant, a name server, and a Terraform that meets both through the provider. */
export interface Scenario {
  readonly emulator: Emulator;
  readonly nameServer: LoopbackNameServer;
  readonly workspace: Workspace;
  /** Runs Terraform, which must fail, and gives what it said on one line. */
  refused(...args: readonly string[]): Promise<string>;
  /** What the provider told Terraform's log. */
  log(): string;
  close(): Promise<void>;
}

/** @param tenant its verified domains, or all that an emulator starts with */
export async function scenario(...tenant: readonly string[] | [EmulatorOptions]): Promise<Scenario> {
  // The log that Terraform would read from the provider's process.
  const stderr = jest.spyOn(process.stderr, "write").mockReturnValue(true);
  const [first] = tenant;
  const domains = tenant.filter((one) => typeof one === "string");
  const emulator = await startEmulator(typeof first === "object" ? first : { domains });
  const nameServer = await startNameServer();
  const dns = systemDns([nameServer.address]);
  const workspace = new Workspace(m365("0.0.0", { env: emulator.env, dns, clock: hurriedClock() }));
  return {
    emulator,
    nameServer,
    workspace,
    async refused(...args) {
      const { code, stdout, stderr } = await workspace.run(...args);
      if (code === 0) throw new Error(`terraform ${args.join(" ")} succeeded\n${stdout}`);
      return flat(stdout + stderr);
    },
    log: () => stderr.mock.calls.map(([line]) => String(line)).join(""),
    async close() {
      stderr.mockRestore();
      workspace.close();
      await Promise.all([emulator.close(), nameServer.close()]);
    },
  };
}

/** Diagnostics come framed, and wrapped at the terminal's width. */
export function flat(output: string): string {
  return output.replace(/[│╷╵]/g, " ").replace(/\s+/g, " ");
}
