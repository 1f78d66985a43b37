import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readdirSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { judgedBy } from "../../support/judges";
import { temporaryFolder } from "../../support/temp";
import { filesIn } from "../command";

const CLI = join(__dirname, "../../../dist/cli/main.js");
const ESTATE = `version: 1
tenants: { contoso: { tenantId: 11111111-1111-4111-8111-111111111111, initialDomain: contoso.onmicrosoft.com, domainsAddedBefore: 2026-07-01 } }
domains:
  contoso.net: { profile: parked, tenant: contoso, zone: { cloudflare: {} } }
`;

/** A user with a home of their own: real credentials, a CLI configuration, a project. */
function user() {
  const home = realpathSync(temporaryFolder());
  const folder = join(home, "project");
  const files = {
    ".terraformrc": 'credentials "app.terraform.io" {\n  token = "real"\n}\n',
    "project/estate.yaml": ESTATE,
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(home, path)), { recursive: true });
    writeFileSync(join(home, path), text);
  }
  const temp = join(home, "tmp");
  mkdirSync(temp);
  const env: NodeJS.ProcessEnv = {
    PATH: process.env.PATH,
    HOME: home,
    TMPDIR: temp,
    XDG_STATE_HOME: join(home, "state"),
    CLOUDFLARE_API_TOKEN: "real",
    ARM_CLIENT_SECRET: "real",
    AWS_ACCESS_KEY_ID: "real",
  };
  const run = (...args: readonly string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, "sandbox", ...args], {
      cwd: folder,
      env,
      encoding: "utf8",
    });
    return { status, stdout, stderr };
  };
  return { home, folder, temp, env, run };
}

const WITH_ESTATE = ["--estate", "estate.yaml", "--providers", "stand-in"] as const;

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

async function waitUntil(what: string, holds: () => boolean): Promise<void> {
  for (let left = 400; !holds(); left--) {
    if (left === 0) throw new Error(`it never came that ${what}`);
    await setTimeout(25);
  }
}

describe("sandbox run", () => {
  const { home, folder, temp, env, run } = user();

  test("the command meets the sandbox, none of the user's credentials, and leaves nothing behind", () => {
    const before = filesIn(home);
    const { status, stdout, stderr } = run(
      "run",
      ...WITH_ESTATE,
      "--",
      "sh",
      "-c",
      `env; curl -sS -H "Authorization: Bearer $CLOUDFLARE_API_TOKEN" "$CLOUDFLARE_BASE_URL/zones?name=contoso.net"`,
    );
    expect(status).toBe(0);
    expect(stderr).toBe(
      "Stand-ins take the place of cloudflare/cloudflare 5.14.0 and hashicorp/azuread 3.7.0: they have the real ones' schemas for what mail stacks use, and know no cloud but this sandbox.\n",
    );
    expect(stdout).not.toContain("=real");
    expect(stdout).toContain("ARM_TENANT_ID=11111111-1111-4111-8111-111111111111\n");
    expect(stdout).toContain('"name":"contoso.net"');
    expect(filesIn(home)).toEqual(before);
    expect(readdirSync(temp)).toEqual([]);
  });

  test("the command's exit code and signal are the sandbox's", () => {
    expect(run("run", ...WITH_ESTATE, "--", "sh", "-c", "exit 42").status).toBe(42);
    expect(run("run", ...WITH_ESTATE, "--", "sh", "-c", "kill -TERM $$").status).toBe(143);
    const missing = run("run", ...WITH_ESTATE, "--", "teraform");
    expect(missing.status).toBe(127);
    expect(missing.stderr).toContain("mail-hygiene: teraform: spawn teraform ENOENT\n");
  });

  test("options behind the command are the command's own", () => {
    expect(run("run", ...WITH_ESTATE, "printf", "%s", "--state").stdout).toBe("--state");
  });

  test("what it tells of paths that lead nowhere afterwards, and only where there are any", () => {
    const write = ["sh", "-c", 'mkdir -p "$MAIL_HYGIENE_SANDBOX/runs" && printf %s "$MAIL_HYGIENE_SANDBOX"'];
    const { stdout, stderr } = run("run", ...WITH_ESTATE, "--", ...write);
    expect(existsSync(stdout)).toBe(false);
    expect(stderr).toContain(
      `what was written below ${stdout} (states, runs, plans) is gone with this sandbox; --state <file> keeps it\n`,
    );
    const { folder: own, run: start } = user();
    const kept = start("run", ...WITH_ESTATE, "--state", "clouds.json", "--", ...write);
    expect([kept.stderr.includes("is gone"), kept.stdout]).toEqual([
      false,
      join(own, "clouds.json.terraform"),
    ]);
    expect(existsSync(join(kept.stdout, "runs"))).toBe(true);
  });

  test("a state file is one sandbox's at a time", () => {
    const { folder: own, run: start } = user();
    const held = join(own, "clouds.json.terraform");
    const second = ["sandbox", "run", ...WITH_ESTATE, "--state", "clouds.json", "--", "true"];
    const { stdout } = start(
      "run",
      ...[...WITH_ESTATE, "--state", "clouds.json", "--"],
      ...["sh", "-c", `"$0" "$@" 2>&1; echo "code $?"`, process.execPath, CLI, ...second],
    );
    expect(stdout).toMatch(
      /another run works in this folder: a sandbox of \S+, since \S+Z, as process \d+ on \S+; wait for its end, or stop it\n/,
    );
    expect(stdout).toMatch(/code 1\n$/);
    expect(stdout).not.toContain("    at ");
    expect(readdirSync(held)).toEqual([]);
    expect(start("run", ...WITH_ESTATE, "--state", "clouds.json", "--", "true").status).toBe(0);
  });

  test("what Terraform and the clouds know is kept in a state file for the next sandbox", () => {
    const configuration = {
      terraform: {
        required_providers: { cloudflare: { source: "cloudflare/cloudflare", version: "5.14.0" } },
      },
      data: { cloudflare_zone: { Zone: { filter: { name: "contoso.net" } } } },
      resource: {
        cloudflare_dns_record: {
          Spf: {
            zone_id: "${data.cloudflare_zone.Zone.zone_id}",
            name: "contoso.net",
            type: "TXT",
            ttl: 3600,
            content: '"v=spf1 -all"',
          },
        },
      },
    };
    writeFileSync(join(folder, "main.tf.json"), JSON.stringify(configuration));
    const kept = [...WITH_ESTATE, "--state", "clouds.json", "--"];
    const first = run("run", ...kept, "sh", "-c", "terraform init && terraform apply -auto-approve");
    expect([first.status, first.stdout]).toEqual([0, expect.stringContaining("1 added")]);
    expect(readFileSync(join(folder, "clouds.json"), "utf8")).toContain("v=spf1 -all");
    const second = run("run", ...kept, "sh", "-c", "terraform init >&2 && terraform plan -detailed-exitcode");
    expect([second.status, second.stdout]).toEqual([0, expect.stringContaining("No changes")]);
    expect(Object.keys(filesIn(folder)).filter((path) => !path.startsWith("clouds.json"))).toEqual([
      "estate.yaml",
      "main.tf.json",
    ]);
  });

  test("stand-ins are there in the version that the estate asks for, or a folder that is changed later", () => {
    const { folder: own, run: start } = user();
    writeFileSync(join(own, "estate.yaml"), `${ESTATE}providers: { cloudflare: "~> 5.20" }\n`);
    const stack = (version: string) =>
      JSON.stringify({
        terraform: { required_providers: { cloudflare: { source: "cloudflare/cloudflare", version } } },
      });
    mkdirSync(join(own, "other"));
    writeFileSync(join(own, "main.tf.json"), stack("~> 5.20"));
    writeFileSync(join(own, "other", "main.tf.json"), stack("5.37.2"));
    const { status, stdout, stderr } = start(
      "run",
      ...[...WITH_ESTATE, "--", "sh", "-c"],
      // The second init keeps what the first locked, though the mirror has a newer one by then.
      "terraform init && terraform -chdir=other init && terraform init && terraform providers",
    );
    expect(
      stdout.match(/Install\w+ cloudflare\/cloudflare v\S+ \(|Using previously-installed \S+ \S+/g),
    ).toEqual([
      "Installed cloudflare/cloudflare v5.20.0 (",
      "Installed cloudflare/cloudflare v5.37.2 (",
      "Using previously-installed cloudflare/cloudflare v5.20.0",
    ]);
    expect([status, stderr]).toEqual([
      0,
      expect.stringContaining(
        "Stand-ins take the place of cloudflare/cloudflare 5.20.0 and hashicorp/azuread 3.7.0:",
      ),
    ]);
  });

  test.each<[string, readonly string[], string]>([
    ["nothing to start with", [], "an empty sandbox has no zones and no tenants; add --estate <file>"],
    [
      "two worlds",
      ["--estate", "estate.yaml", "--world", "w.json"],
      "--estate and --world exclude each other",
    ],
    ["a file that is no world", ["--world", "estate.yaml"], "estate.yaml holds no world"],
  ])("%s is misuse", (_, options, message) => {
    const { status, stderr } = run("run", ...options, "--", "true");
    expect(status).toBe(2);
    expect(stderr).toContain(message);
    expect(readdirSync(temp)).toEqual([]);
  });

  /** A sandbox in which a shell and its child sleep; the ids of all that run. */
  async function sleeper(): Promise<{ readonly cli: ChildProcess; readonly pids: readonly number[] }> {
    const script = 'sleep 600 & echo "$! $$"; wait';
    const cli = spawn(process.execPath, [CLI, "sandbox", "run", ...WITH_ESTATE, "--", "sh", "-c", script], {
      cwd: folder,
      env,
      stdio: ["ignore", "pipe", "ignore"],
    });
    const [printed]: unknown[] = await once(cli.stdout, "data");
    const { stdout } = spawnSync("ps", ["-A", "-o", "pid=,args="], { encoding: "utf8" });
    const keepers = stdout.split("\n").filter((line) => line.includes(temp) && !line.includes("terraform"));
    const pids = [
      ...String(printed).trim().split(" "),
      ...keepers.map((line) => line.trim().split(" ")[0]),
    ].map(Number);
    return { cli, pids };
  }

  judgedBy("ps").test("kill -9 of the command line leaves neither process nor file", async () => {
    const { cli, pids } = await sleeper();
    expect(pids.length).toBeGreaterThanOrEqual(4);
    cli.kill("SIGKILL");
    await waitUntil("all have ended", () => !pids.some(isAlive));
    await waitUntil("the folder is gone", () => readdirSync(temp).length === 0);
  });

  judgedBy("ps").test("the terminal's end is passed on to the command", async () => {
    const { cli, pids } = await sleeper();
    const ended = once(cli, "exit");
    cli.kill("SIGHUP");
    expect(await ended).toEqual([129, null]);
    expect(readdirSync(temp)).toEqual([]);
    for (const pid of pids.slice(0, 1)) process.kill(pid);
  });
});

describe("sandbox up", () => {
  const { home, run } = user();

  afterAll(() => void run("down"));

  test("it stays, with an environment for the shell, until it is taken down", async () => {
    const up = run("up", ...WITH_ESTATE);
    expect(up.status).toBe(0);
    expect(up.stdout).toContain("unset AWS_ACCESS_KEY_ID;\n");
    expect(up.stderr).toContain("End it with: mail-hygiene sandbox down\n");
    const [, base] = /export CLOUDFLARE_BASE_URL='(.*)'/.exec(up.stdout) ?? [];
    const [, token] = /export CLOUDFLARE_API_TOKEN='(.*)'/.exec(up.stdout) ?? [];
    expect((await fetch(`${base}/zones`, { headers: { authorization: `Bearer ${token}` } })).status).toBe(
      200,
    );

    const status = run("status");
    expect(status.stdout).toContain(`cloudflare  ${base}\n`);
    expect(status.stdout).toContain("provider    cloudflare/cloudflare 5.14.0: stand-in\n");
    expect(status.stdout).toMatch(/^default: up since \d{4}-\S+Z, from estate.yaml, process \d+\n/);

    const again = run("up", ...WITH_ESTATE);
    expect([again.status, again.stdout]).toEqual([2, ""]);
    expect(again.stderr).toContain("the sandbox default runs since");

    expect(run("down").status).toBe(0);
    await expect(fetch(`${base}/zones`)).rejects.toThrow();
    expect(existsSync(join(home, "state/mail-hygiene/sandboxes/default"))).toBe(false);
    expect(run("status").stdout).toBe("no sandbox is up\n");
    expect(run("down").stderr).toBe("mail-hygiene: no sandbox default is up\n");
  });

  test("what was killed is swept away by the next one of its name", async () => {
    run("up", ...WITH_ESTATE, "--name", "lab");
    const [, pid] = / process (\d+)/.exec(run("status").stdout) ?? [];
    process.kill(Number(pid), "SIGKILL");
    await waitUntil("it has ended", () => !isAlive(Number(pid)));
    expect(run("status").stdout).toBe("no sandbox is up\n");
    const { status, stdout } = run("up", ...WITH_ESTATE, "--name", "lab", "--shell", "fish");
    expect(status).toBe(0);
    expect(stdout).toContain("set -e AWS_ACCESS_KEY_ID;\n");
    expect(run("down", "--name", "lab").status).toBe(0);
  });

  test("a name that could lead elsewhere is misuse", () => {
    expect(run("down", "--name", "../etc")).toMatchObject({ status: 2 });
  });
});
