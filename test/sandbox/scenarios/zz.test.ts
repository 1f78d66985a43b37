import { MESSY } from "../../lib/adopt/messy";
import { rolloutScenario } from "./rollout";

test("all", async () => {
  const clouds = await rolloutScenario("version: 1\ndomains: {}\n", () => ({ zones: MESSY, tenants: [] }));
  const world = () => MESSY.map(({ name }) => clouds.records(name));
  const before = world();
  const adopted = await clouds.runIn({}, "adopt", "adopted.yaml");
  const proved = await clouds.runIn({}, "adopt", "--check", "adopted.yaml");
  const deployed = await clouds.runIn({}, "deploy", "adopted.yaml", "--yes");
  const done = await clouds.runIn({}, "adopt", "--check", "adopted.yaml");
  process.stdout.write(`${adopted.code} ${adopted.out.split("\n")[0]}\n${proved.code} ${proved.out}${deployed.code} same ${JSON.stringify(world()) === JSON.stringify(before)}\n${done.code} ${done.out}`);
  await clouds.close();
}, 400_000);
