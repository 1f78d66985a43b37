/**
 * A name of the tenant's as a construct id. `constructs` writes `--` for `/` and line ends, so that `a/b` and `a--b`
 * would meet; here no two names do.
 */
export function constructId(name: string): string {
  return name.replace(/[%/\n]/g, (sign) => `%${sign.charCodeAt(0).toString(16).padStart(2, "0")}`);
}
