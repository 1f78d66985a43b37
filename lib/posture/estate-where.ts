import type { EstatePlace } from "../estate/model";
import type { Path } from "../fault";
import type { Where } from "./model";

/**
 * A place in an estate that is looked up when it is asked for. Rules look at every record and find few: looking all of
 * their places up would read the estate's files a second time.
 */
class EstateWhere implements Where {
  private found: EstatePlace | undefined;

  constructor(
    readonly source: (path: Path) => EstatePlace,
    readonly at: Path,
  ) {}

  get place(): EstatePlace {
    this.found ??= this.source(this.at);
    return this.found;
  }

  get path(): Path {
    return this.place.path;
  }

  get file(): string | undefined {
    return this.place.file;
  }

  get line(): number | undefined {
    return this.place.line;
  }

  get column(): number | undefined {
    return this.place.column;
  }
}

/** Where a value of the estate was written. */
export function estateWhere(source: (path: Path) => EstatePlace, at: Path): Where {
  return new EstateWhere(source, at);
}

/** The place itself, as plain data. */
export function settledWhere(where: Where): Where {
  return where instanceof EstateWhere ? where.place : where;
}
