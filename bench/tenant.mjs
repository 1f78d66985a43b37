// How long a tenant takes to be read, with the program that reads it, against Microsoft's services as the sandbox has them:
// a thousand objects, among them groups that each policy names, mail flow rules and remote domains.
// usage: node bench/tenant.mjs [objects]
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { evaluate } from "../scripts/evaluate.mjs";

const require = createRequire(import.meta.url);
const root = fileURLToPath(new URL("..", import.meta.url));
const objects = Number(process.argv[2] ?? 1000);
const WANTED = 30;

const { startEmulator, connect, readAuth } =
  evaluate(`export { startEmulator } from "./sandbox/microsoft/index";
export { connect } from "./provider/connect";
export { readAuth } from "./provider/microsoft-auth/read-auth";`);
const { readTenant } = require(join(root, "dist/observe/tenant/read-tenant.js"));

const count = (share) => Math.round(objects * share);
const numbers = (many) => Array.from({ length: many }, (_, at) => at);
const emulator = await startEmulator({
  domains: numbers(count(0.2)).map((at) => `contoso-${at}.com`),
});
try {
  const auth = readAuth({}, emulator.env);
  const { graph, exchange } = connect(auth.value);
  // Of Conditional Access a tenant may have 240 policies.
  for (const at of numbers(Math.min(200, count(0.2)))) {
    const group = await graph.post("groups", {
      displayName: `Group ${at}`,
      mailEnabled: false,
      mailNickname: `group-${at}`,
      securityEnabled: true,
    });
    await graph.post("identity/conditionalAccess/policies", {
      displayName: `Policy ${at}`,
      state: "disabled",
      conditions: {
        clientAppTypes: ["all"],
        users: { includeUsers: ["All"], excludeGroups: [group.id] },
        applications: { includeApplications: ["All"] },
      },
      grantControls: { operator: "OR", builtInControls: ["mfa"] },
    });
  }
  await exchange.batch([
    ...numbers(count(0.2)).map((at) => ({
      cmdlet: "New-TransportRule",
      parameters: { Name: `Rule ${at}`, FromScope: "NotInOrganization", PrependSubject: "[External] " },
    })),
    ...numbers(count(0.2)).map((at) => ({
      cmdlet: "New-RemoteDomain",
      parameters: { Name: `Remote ${at}`, DomainName: `fabrikam-${at}.com` },
    })),
  ]);
  const asked = emulator.control.log.length;
  const before = process.hrtime.bigint();
  const read = await readTenant({
    tenant: "contoso.onmicrosoft.com",
    env: { PATH: process.env.PATH, ...emulator.env },
  });
  const seconds = Number(process.hrtime.bigint() - before) / 1e9;
  if (!read.ok) throw new Error(JSON.stringify(read.faults));
  const { objects: found, policies, directory, domains } = read.value;
  const all = found.length + policies.length + (directory.groups?.length ?? 0) + domains.length;
  console.log(
    `${all} objects in ${emulator.control.log.length - asked} requests: ${seconds.toFixed(1)} s (at most ${WANTED} s)`,
  );
  if (all < objects || seconds > WANTED) process.exitCode = 1;
} finally {
  await emulator.close();
}
