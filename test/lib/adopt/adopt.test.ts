import { join } from "node:path";
import { openEstate } from "../../../cli/open-estate";
import { adopt } from "../../../lib/adopt/adopt";
import type { FoundZone } from "../../../lib/adopt/found";
import { EXAMPLES_FOLDER } from "../../examples/example";

test.each(["group", "company", "hybrid"])("%s", (name) => {
  const opened = openEstate(join(EXAMPLES_FOLDER, `${name}/estate.yaml`), {
    err: (text) => {
      throw new Error(text);
    },
    folder: process.cwd(),
  });
  let n = 0;
  const zones = new Map<string, FoundZone>();
  for (const { estate, declaration } of opened?.declared.domains ?? []) {
    const there = zones.get(estate.zone.name);
    zones.set(estate.zone.name, {
      name: estate.zone.name,
      host: { kind: "cloudflare", zoneId: (++n).toString(16).padStart(32, "0") },
      records: [
        ...(there?.records ?? []),
        ...declaration.records.map(({ record }) => ({ record, id: (++n).toString(16).padStart(32, "0") })),
      ],
      unread: [],
    });
  }
  const t = Date.now();
  const made = adopt([...zones.values()], { path: "estate.yaml" });
  console.log(Date.now() - t);
  if (!made.ok) throw new Error(made.problems.join("\n"));
  console.log(made.adoption.files["estate.yaml"], made.adoption.files["as-found.yaml"], made.adoption.leftOut);
  console.log(made.adoption.zones.map((z) => [z.name, z.profile, z.declared, z.recognised, z.absent.length, z.forms, z.leftAlone.length, z.others].join(" ")).join("\n"));
});
