import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { define, provider, serve, str } from "../../../provider/plugin/index";

// A provider for tests of rollouts, as an executable. What exists are files `<account>.<name>` in the folder LEDGER; its
// file `calls` tells which process did what for which account.
const folder = process.env.LEDGER ?? "";

interface Account {
  readonly name: string;
}

const told = (call: string) => appendFileSync(join(folder, "calls"), `${call} ${process.pid}\n`);
const fileOf = (account: string, name: string) => join(folder, `${account}.${name}`);

/** Says that it has come to a gate, and waits while that is there. */
async function passed(gate: string): Promise<void> {
  if (existsSync(gate)) writeFileSync(`${gate}.begun`, "");
  while (existsSync(gate)) await sleep(20);
}

const { resource } = define<Account>();

const entry = resource({
  attributes: {
    name: str({ required: true, requiresReplace: true }),
    note: str({ optional: true }),
    account: str({ computed: true, stable: true }),
  },
  async create(plan, { client }) {
    told(`create ${client.name}`);
    writeFileSync(fileOf(client.name, plan.name), plan.note ?? "");
    // Made in the world, and not answered yet.
    await passed(fileOf("gate", plan.name));
    return { ...plan, account: client.name };
  },
  async read(state, { client }) {
    told(`read ${client.name}`);
    await passed(fileOf("gate", "read"));
    const file = fileOf(client.name, state.name);
    return existsSync(file) ? { ...state, note: readFileSync(file, "utf8") || null } : null;
  },
  async update(plan, { client, prior }) {
    told(`update ${client.name}`);
    writeFileSync(fileOf(client.name, plan.name), plan.note ?? "");
    return { ...plan, account: prior.account };
  },
  async delete({ name }, { client }) {
    told(`delete ${client.name}`);
    rmSync(fileOf(client.name, name));
  },
});

const isShared = !process.env.PLUGIN_CLIENT_CERT;
const fault = isShared ? process.env.LEDGER_FAULT : undefined;
told(`start ${isShared ? "shared" : "own"}`);
if (fault === "dies") process.exit(7);
if (fault === "network") process.stdout.write("1|6|tcp|127.0.0.1:9|grpc|\n");
if (fault === "protocol") process.stdout.write(`1|7|unix|${process.env.TMPDIR}/x|grpc|\n`);
if (fault === "talks") process.stdout.write("hello\n");
if (fault !== undefined) setInterval(() => {}, 1000);
else
  void serve(
    provider({
      name: "ledger",
      version: "1.0.0",
      description: "a ledger",
      attributes: { account: str({ optional: true }) },
      async configure({ account }): Promise<Account> {
        return { name: account ?? process.env.LEDGER_ACCOUNT ?? "nobody" };
      },
      resources: { ledger_entry: entry },
      dataSources: {},
    }),
  );
