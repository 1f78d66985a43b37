/**
 * Text as Terraform's JSON syntax takes it literally: every string there is a template, so `${` and `%{`
 * (SPF macros, template literals of a Worker) are doubled. cdktf's `Fn.rawString` knows only the first.
 */
export function literal(text: string): string {
  return text.replace(/[$%](?=\{)/g, (sign) => sign + sign);
}
