/**
 * How the estate reaches its files; lib/ itself opens none.
 * Paths are the user's own (`estate.yaml`, `domains/a.yaml`), with forward slashes, and are shown as they are.
 */
export interface EstateFiles {
  /**
   * The file's text.
   * @throws Error whose message may be shown to the user
   */
  read(path: string): string;
  /**
   * The files that a pattern stands for, sorted by name whatever the file system's order.
   * @param pattern a path or a glob, relative to the folder of `relativeTo`
   * @param relativeTo path of the file that holds the pattern
   */
  glob(pattern: string, relativeTo: string): readonly string[];
}
