import {
  chmodSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { arch, platform } from "node:os";
import { join } from "node:path";
import { buildSync } from "esbuild";
import type { RolloutStack } from "../../../rollout/stack";
import { temporaryFolder } from "../../support/temp";
import { writeStack } from "./stacks";

const VERSION = "1.0.0";

let bundled: string | undefined;

/** The provider as one script, made once a test file. */
function program(): string {
  bundled ??= buildSync({
    entryPoints: [join(__dirname, "ledger-main.ts")],
    bundle: true,
    minify: true,
    platform: "node",
    target: "node20",
    write: false,
  }).outputFiles[0]?.text;
  return bundled ?? "";
}

/** The test provider of `ledger-main.ts`, where Terraform finds it and nothing else. */
export class LedgerWorld {
  readonly project = realpathSync(temporaryFolder());
  /** What exists, and who did what. */
  readonly folder = join(this.project, "ledger");
  /** What Terraform and the provider get of it. */
  readonly env: Readonly<Record<string, string>>;
  private readonly temporary = join(this.project, "t");
  private readonly mirror = join(this.project, "mirror");

  constructor() {
    mkdirSync(this.folder);
    this.install(VERSION);
    const settings = join(this.project, "terraform.rc");
    writeFileSync(
      settings,
      `provider_installation {\n  filesystem_mirror {\n    path = "${this.mirror}"\n  }\n}\n`,
    );
    mkdirSync(this.temporary);
    const own = { HOME: this.project, TMPDIR: this.temporary };
    this.env = { TF_CLI_CONFIG_FILE: settings, LEDGER: this.folder, ...own };
  }

  /** @param banner what the program begins with, which makes another package of it */
  install(version: string, banner = ""): void {
    const target = `${platform()}_${arch() === "x64" ? "amd64" : arch()}`;
    const place = join(this.mirror, "example.com/test/ledger", version, target);
    mkdirSync(place, { recursive: true });
    const outfile = join(place, `terraform-provider-ledger_v${version}`);
    writeFileSync(outfile, `#!/usr/bin/env node\n${banner}\n${program()}`);
    chmodSync(outfile, 0o755);
  }

  /** A stack with entries; each has its name as note. */
  stack(
    name: string,
    entries: readonly string[],
    { account, version = VERSION, ...more }: StackOptions = {},
  ): RolloutStack {
    const {
      name: same,
      folder,
      after,
    } = writeStack(
      this.project,
      name,
      {},
      {
        terraform: {
          backend: { local: { path: `../../../state/${name}.tfstate` } },
          required_providers: { ledger: { source: "example.com/test/ledger", version } },
        },
        provider: { ledger: [account === undefined ? {} : { account }] },
        resource: {
          ledger_entry: Object.fromEntries(entries.map((entry) => [entry, { name: entry, note: entry }])),
        },
        ...more,
      },
    );
    return { name: same, folder, after };
  }

  /** What is there of folders for sockets. */
  socketFolders(): readonly string[] {
    return readdirSync(this.temporary).filter((name) => name.startsWith("mail-hygiene-p-"));
  }

  /** Holds what comes to it: `read`, or the creation of an entry, which is there then. */
  gate(name: string): { readonly isReached: () => boolean; readonly open: () => void } {
    const file = join(this.folder, `gate.${name}`);
    writeFileSync(file, "");
    return { isReached: () => existsSync(`${file}.begun`), open: () => rmSync(file) };
  }

  /** Calls in their order, e.g. `create contoso`, each with its process. */
  calls(): readonly { readonly call: string; readonly pid: number }[] {
    const file = join(this.folder, "calls");
    if (!existsSync(file)) return [];
    const lines = readFileSync(file, "utf8").trim().split("\n");
    return lines.map((line) => ({
      call: line.slice(0, line.lastIndexOf(" ")),
      pid: Number(line.slice(line.lastIndexOf(" ") + 1)),
    }));
  }

  /** How often the provider was started: by us for all stacks, and by Terraform. */
  starts(): { readonly shared: number; readonly own: number } {
    const count = (kind: string) => this.calls().filter(({ call }) => call === `start ${kind}`).length;
    return { shared: count("shared"), own: count("own") };
  }

  /** Names `<account>.<entry>` of what exists. */
  entries(): readonly string[] {
    return readdirSync(this.folder)
      .filter((name) => name !== "calls" && !name.startsWith("gate."))
      .sort();
  }
}

interface StackOptions {
  readonly account?: string;
  readonly version?: string;
  readonly provider?: object;
  readonly variable?: object;
}
