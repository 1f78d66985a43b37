import type { EnvironmentChange } from "./environment";
import { quoted } from "./shim";

/** Shells that `sandbox up` prints for; `bash` serves every POSIX shell, zsh as well. */
export type Shell = "bash" | "fish";

/** Commands that make the change in a running shell, a line each, for `eval`. */
export function exportLines({ set, unset }: EnvironmentChange, shell: Shell): string {
  const lines = [
    ...unset.map((name) => (shell === "fish" ? `set -e ${name}` : `unset ${name}`)),
    ...Object.entries(set).map(([name, value]) =>
      shell === "fish" ? `set -gx ${name} ${fishWords(name, value)}` : `export ${name}=${quoted(value)}`,
    ),
  ];
  return lines.map((line) => `${line};\n`).join("");
}

/** In fish PATH is a list, and within quotes `\\` and `'` are escaped. */
function fishWords(name: string, value: string): string {
  const words = name === "PATH" ? value.split(":") : [value];
  return words.map((word) => `'${word.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`).join(" ");
}
