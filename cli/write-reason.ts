export const EXISTS = "it is there already, and stays as it is; name another file";

const REASONS: Readonly<Record<string, string>> = {
  EEXIST: EXISTS,
  ENOENT: "its folder is not there",
  ENOTDIR: "its folder is a file",
  EACCES: "permission denied",
  ENAMETOOLONG: "the name is too long",
  EROFS: "permission denied",
  ENOSPC: "the disk is full",
};

/** Why a file could not be written, in words. */
export function writeReason(error: unknown): string {
  const code = typeof error === "object" && error !== null && "code" in error ? String(error.code) : "";
  return REASONS[code] ?? `the system answers ${code || "with an error"}`;
}
