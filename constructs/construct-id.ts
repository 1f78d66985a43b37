/**
 * A name from outside as a construct id, such that no two names meet. `constructs` writes `--` for `/` and line ends,
 * so that `a/b` and `a--b` would be one; and it keeps children in a plain object, in which `constructor` and
 * `__proto__` are always taken.
 */
export function constructId(name: string): string {
  const id = name.replace(/[%/\n]/g, encoded);
  return id in Object.prototype ? id.replace(/^./, encoded) : id;
}

function encoded(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`;
}
