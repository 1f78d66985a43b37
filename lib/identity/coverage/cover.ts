import type { Box, Diagram, Region } from "./diagram";

/** Boxes that together are a region, the largest first as far as that is found without search. */
export interface Cover {
  readonly boxes: readonly Box[];
  /** Is there more of the region than the boxes? */
  readonly more: boolean;
}

/**
 * Few, large boxes that hold all of a region, for words. Each is grown from a box inside the region, one variable after
 * the other, as far as it stays within what is allowed; the steps of ESPRESSO's "expand" and "irredundant" (Brayton et
 * al., Logic Minimization Algorithms for VLSI Synthesis, 1984).
 * @param allowed a superset of the region that boxes may reach into, where nothing is wrong about saying so
 * @param most how many boxes at most
 */
export function coverOf(diagram: Diagram, region: Region, allowed: Region, most: number): Cover {
  const forbidden = diagram.complement(diagram.union(region, allowed));
  const boxes: Box[] = [];
  let rest = region;
  while (rest !== diagram.none && boxes.length < most) {
    const box = grown(diagram, diagram.boxIn(rest), forbidden);
    boxes.push(box);
    rest = diagram.minus(rest, diagram.of(box));
  }
  return {
    boxes: rest === diagram.none ? irredundant(diagram, region, boxes) : boxes,
    more: rest !== diagram.none,
  };
}

function grown(diagram: Diagram, start: Box, forbidden: Region): Box {
  const box = [...start];
  const fits = (variable: number, values: readonly number[] | undefined) => {
    const before = box[variable];
    box[variable] = values;
    if (!diagram.meets(forbidden, box)) return true;
    box[variable] = before;
    return false;
  };
  const bounded = box.flatMap((values, variable) => (values ? [variable] : []));
  // "Is not" is given up before "is": it says less.
  const isNot = (variable: number) => box[variable]?.includes(0) === true;
  for (const variable of [...bounded.filter(isNot), ...bounded.filter((one) => !isNot(one))]) {
    if (fits(variable, undefined)) continue;
    for (const value of diagram.valuesOf(variable)) {
      const held = box[variable] ?? [];
      if (!held.includes(value))
        fits(
          variable,
          [...held, value].sort((a, b) => a - b),
        );
    }
  }
  return box;
}

/** Without boxes that the others hold already. */
function irredundant(diagram: Diagram, region: Region, boxes: readonly Box[]): readonly Box[] {
  const kept = [...boxes];
  for (const box of [...boxes].reverse()) {
    const others = kept.filter((one) => one !== box);
    const left = diagram.minus(region, diagram.unionOf(others.map((one) => diagram.of(one))));
    if (left === diagram.none) kept.splice(kept.indexOf(box), 1);
  }
  return kept;
}
