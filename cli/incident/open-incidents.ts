import { shellWord } from "../../lib/shell-word";
import { visibleLine } from "../../lib/visible";
import { IncidentFiles } from "./incident-files";

/**
 * The incidents beside an estate that are not released, a line each with what looks how it stands; files that cannot be read
 * are told too. A plan of the estate's stacks says nothing of them: they are stacks of their own.
 */
export function openIncidentLines(folder: string, estate: string): readonly string[] {
  let found: ReturnType<IncidentFiles["allOpen"]>;
  try {
    found = new IncidentFiles(folder, estate).allOpen();
  } catch (error) {
    return [visibleLine(`incidents are not read: ${error instanceof Error ? error.message : String(error)}`)];
  }
  const { open, faults } = found;
  const lines = open.map(({ path, incident: { account, tenant, opened, covert } }) => {
    const what = covert === true ? "watched" : "contained";
    const look = `mail-hygiene contain ${shellWord(account)} --tenant ${shellWord(tenant)} --check`;
    return `open incident ${path}: ${account} is ${what} since ${opened}, and not in these plans; look: ${look}`;
  });
  return [...lines, ...faults].map(visibleLine);
}
