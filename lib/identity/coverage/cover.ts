import { type Box, conditionsOf, type Region, without } from "./conditions";
import { boxIn, holds, isEmpty } from "./solve";

/** Boxes that together are a region. */
export interface Cover {
  readonly boxes: readonly Box[];
  /** Is there more of the region than the boxes? */
  readonly more: boolean;
}

/**
 * Few, large boxes that hold all of a region, for words. Each is grown from a box inside the region, one variable after
 * the other, as far as it stays within what may be told; the steps of ESPRESSO's "expand" and "irredundant" (Brayton et
 * al., Logic Minimization Algorithms for VLSI Synthesis, 1984).
 * @param told a superset of the region that boxes may reach into, where saying so is not wrong
 * @param most how many boxes at most
 */
export function coverOf(
  region: Region,
  everything: Box,
  told: Region = region,
  most = Number.POSITIVE_INFINITY,
): Cover {
  const boxes: Box[] = [];
  const rest = (left: readonly Box[]) =>
    without(
      region,
      left.map((box) => conditionsOf(box, everything)),
    );
  let start = boxIn(region, everything);
  while (start && boxes.length < most) {
    boxes.push(grown(start, everything, region, told));
    start = boxIn(rest(boxes), everything);
  }
  if (start) return { boxes, more: true };
  const kept = [...boxes];
  for (const box of [...boxes].reverse()) {
    const others = kept.filter((one) => one !== box);
    if (isEmpty(rest(others), everything)) kept.splice(kept.indexOf(box), 1);
  }
  return { boxes: kept, more: false };
}

function grown(start: Box, everything: Box, region: Region, told: Region): Box {
  const box = [...start];
  const fits = (variable: number, values: bigint) => {
    const before = box[variable] ?? 0n;
    box[variable] = values;
    if (holds(told, box)) return true;
    box[variable] = before;
    return false;
  };
  const bounded = everything.flatMap((values, variable) => (values === box[variable] ? [] : [variable]));
  // "Is not" is given up before "is", since it says less; the first value of a variable is the ordinary one.
  const [negative, positive] = [true, false].map((isNot) =>
    bounded.filter((variable) => ((start[variable] ?? 0n) & 1n) === (isNot ? 1n : 0n)),
  );
  for (const variable of negative ?? []) {
    const all = everything[variable] ?? 0n;
    if (fits(variable, all)) continue;
    for (let value = 1n; value <= all; value <<= 1n) {
      const held = box[variable] ?? 0n;
      if ((held & value) === 0n) fits(variable, held | value);
    }
  }
  for (const variable of positive ?? []) {
    const all = everything[variable] ?? 0n;
    for (let value = 1n; value <= all; value <<= 1n) {
      const held = box[variable] ?? 0n;
      // A value by name must have something of the region to it.
      const part = box.map((values, at) => (at === variable ? value : values));
      if ((held & value) === 0n && boxIn(region, part)) fits(variable, held | value);
    }
  }
  return box;
}
