/** `*` stands for any characters, dots too: `*.contoso.com` is every name below contoso.com. */
export function globPattern(glob: string): RegExp {
  const escaped = glob.toLowerCase().replace(/[.+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replaceAll("*", ".*")}$`);
}
