/** A set of points of a {@link Diagram}. Equal sets are the same number. */
export type Region = number & { readonly region: unique symbol };

/** Per variable the values that count; `undefined`: all of them. */
export type Box = readonly (readonly number[] | undefined)[];

/** The policies make more cases than can be told apart in reasonable time. */
export class TooManyCases extends Error {
  constructor() {
    super("the policies make too many cases");
  }
}

/** Far beyond what tenants have: sixty policies that nobody would write come to some ten thousand. */
const MOST_NODES = 2_000_000;
const MOST_VARIABLES = 2_000;

const NONE = 0 as Region;
const ALL = 1 as Region;

/**
 * Sets of points, where a point has one value for each of several variables: a reduced ordered decision diagram
 * with any number of values per variable. A set is a node; nodes are shared, so that equality is comparing numbers,
 * and the work for two sets grows with their nodes, not with their points.
 *
 * Bryant, Graph-Based Algorithms for Boolean Function Manipulation, IEEE Transactions on Computers C-35 (1986);
 * several values per variable: Kam et al., Multi-valued Decision Diagrams, Multiple-Valued Logic 4 (1998).
 */
export class Diagram {
  readonly none = NONE;
  readonly all = ALL;
  private readonly variables: number[] = [Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY];
  private readonly children: (readonly Region[])[] = [[], []];
  private readonly nodes = new Map<string, Region>();
  private readonly unions = new Map<number, Region>();
  private readonly intersections = new Map<number, Region>();
  private readonly differences = new Map<number, Region>();

  /** @param sizes how many values each variable has; a variable is its place in this list */
  constructor(private readonly sizes: readonly number[]) {
    if (sizes.length > MOST_VARIABLES) throw new TooManyCases();
  }

  /** All values of a variable. */
  valuesOf(variable: number): readonly number[] {
    return Array.from({ length: this.sizes[variable] ?? 0 }, (_, value) => value);
  }

  /** The points whose variable has one of these values. */
  where(variable: number, values: Iterable<number>): Region {
    const size = this.sizes[variable] ?? 0;
    const children = Array<Region>(size).fill(NONE);
    for (const value of values) if (value < size) children[value] = ALL;
    return this.node(variable, children);
  }

  union(a: Region, b: Region): Region {
    if (a === b || b === NONE) return a;
    if (a === NONE) return b;
    if (a === ALL || b === ALL) return ALL;
    return a < b ? this.combine(this.unions, this.union, a, b) : this.combine(this.unions, this.union, b, a);
  }

  /** The points of `a` that are not in `b`. */
  minus(a: Region, b: Region): Region {
    if (a === NONE || b === ALL || a === b) return NONE;
    if (b === NONE) return a;
    return this.combine(this.differences, this.minus, a, b);
  }

  intersect(a: Region, b: Region): Region {
    if (a === ALL || a === b) return b;
    if (b === ALL) return a;
    if (a === NONE || b === NONE) return NONE;
    return a < b
      ? this.combine(this.intersections, this.intersect, a, b)
      : this.combine(this.intersections, this.intersect, b, a);
  }

  complement(a: Region): Region {
    return this.minus(ALL, a);
  }

  unionOf(regions: Iterable<Region>): Region {
    let whole = NONE;
    for (const region of regions) whole = this.union(whole, region);
    return whole;
  }

  intersectionOf(regions: Iterable<Region>): Region {
    let whole = ALL;
    for (const region of regions) whole = this.intersect(whole, region);
    return whole;
  }

  /** @param point one value per variable */
  has(region: Region, point: readonly number[]): boolean {
    let node = region;
    while (node > ALL) node = this.children[node]?.[point[this.variables[node] ?? 0] ?? 0] ?? NONE;
    return node === ALL;
  }

  /** Has the set a point in the box? */
  meets(region: Region, box: Box): boolean {
    const seen = new Set<Region>();
    const visit = (node: Region): boolean => {
      if (node <= ALL) return node === ALL;
      if (seen.has(node)) return false;
      seen.add(node);
      const values = box[this.variables[node] ?? 0];
      const children = this.children[node] ?? [];
      if (!values) return [...new Set(children)].some(visit);
      return values.some((value) => visit(children[value] ?? NONE));
    };
    return visit(region);
  }

  /** A box inside the set, which must not be empty: always the same one for the same set. */
  boxIn(region: Region): Box {
    const box = Array<readonly number[] | undefined>(this.sizes.length).fill(undefined);
    for (let node = region; node > ALL; ) {
      const children = this.children[node] ?? [];
      const counts = new Map<Region, number[]>();
      for (const [value, child] of children.entries()) {
        if (child === NONE) continue;
        const values = counts.get(child) ?? [];
        counts.set(child, values);
        values.push(value);
      }
      // What ends at once makes the largest box; else what most values lead to.
      const [next, values] = [...counts].reduce((best, one) => (weight(one) > weight(best) ? one : best));
      box[this.variables[node] ?? 0] = values;
      node = next;
    }
    return box;
  }

  /** The points of a box. */
  of(box: Box): Region {
    let region: Region = ALL;
    for (let variable = box.length - 1; variable >= 0; variable--) {
      const values = box[variable];
      if (!values) continue;
      const children = Array<Region>(this.sizes[variable] ?? 0).fill(NONE);
      for (const value of values) children[value] = region;
      region = this.node(variable, children);
    }
    return region;
  }

  private combine(
    known: Map<number, Region>,
    operation: (a: Region, b: Region) => Region,
    a: Region,
    b: Region,
  ): Region {
    const key = a * 2 ** 26 + b;
    const found = known.get(key);
    if (found !== undefined) return found;
    const [va = 0, vb = 0] = [this.variables[a], this.variables[b]];
    const variable = Math.min(va, vb);
    const [as, bs] = [this.children[a] ?? [], this.children[b] ?? []];
    const children = Array.from({ length: this.sizes[variable] ?? 0 }, (_, value) =>
      operation.call(
        this,
        va === variable ? (as[value] ?? NONE) : a,
        vb === variable ? (bs[value] ?? NONE) : b,
      ),
    );
    const node = this.node(variable, children);
    known.set(key, node);
    return node;
  }

  private node(variable: number, children: readonly Region[]): Region {
    const [first = NONE] = children;
    if (children.every((child) => child === first)) return first;
    const key = `${variable}:${children.join()}`;
    const found = this.nodes.get(key);
    if (found !== undefined) return found;
    const node = this.variables.length as Region;
    if (node >= MOST_NODES) throw new TooManyCases();
    this.variables.push(variable);
    this.children.push(children);
    this.nodes.set(key, node);
    return node;
  }
}

function weight([child, values]: readonly [Region, readonly number[]]): number {
  return (child === ALL ? 1_000_000 : 0) + values.length;
}
