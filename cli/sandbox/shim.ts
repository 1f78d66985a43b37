/**
 * The text of a `terraform` that stands before the real one in a sandbox. It runs each configuration in a shadow of
 * its folder, made of links, so that state, lock file, saved plans and `.terraform/` of the sandbox never meet the
 * real ones; and it puts state into that shadow, whatever backend the configuration names.
 *
 * An override file's backend wins over a backend and a `cloud` block:
 * https://developer.hashicorp.com/terraform/language/files/override#merging-terraform-blocks
 * @param real the program that does the work
 * @param work the folder of the shadows: each is at the path of its original below it
 *
 * Before an init the mirror is given the versions of stand-ins that the folder needs, once for each set of them.
 * @param mirror the sandbox's packages of providers
 * @param offer what does that
 */
export function terraformShim(real: string, work: string, mirror: string, offer?: VersionOffer): string {
  return `#!/bin/sh
# mail-hygiene sandbox: runs ${real} in a shadow of the working folder.
set -eu
real=${quoted(real)}
work=${quoted(work)}
case "\${1-}" in -chdir=*) cd -- "\${1#-chdir=}"; shift ;; esac
case "\${1-}" in '' | -* | version | fmt | login | logout) exec "$real" "$@" ;; esac
here=$(pwd -P)
# Links in the folder $2 to what is in $1, but for what is Terraform's own.
shade() {
  mkdir -p "$2"
  for file in "$1"/* "$1"/.[!.]*; do
    name=\${file##*/}
    case "$name" in .terraform | .terraform.lock.hcl | .terraform.tfstate* | terraform.tfstate*) continue ;; esac
    # A configuration that a rollout made in the shadow gives way to the one that Terraform is called for.
    case "$name" in *.tf | *.tf.json) [ -L "$2/$name" ] || rm -f "$2/$name" ;; esac
    if [ -e "$file" ] && [ ! -e "$2/$name" ]; then ln -sf "$file" "$2/$name"; fi
  done
}
case "$here/" in
"$work"/*) shadow=$here ;;
*)
  shadow=$work$here
  # A folder above may be a link, from a configuration there: through it Terraform would work in the original.
  above= rest=\${here#/}
  while [ -n "$rest" ]; do
    above=$above/\${rest%%/*}
    if [ -L "$work$above" ]; then
      rm -f "$work$above"
      shade "$above" "$work$above"
    fi
    case "$rest" in */*) rest=\${rest#*/} ;; *) rest= ;; esac
  done
  shade "$here" "$shadow"
  for link in "$shadow"/*; do
    # Its original may be gone.
    if [ -L "$link" ] && [ ! -e "$link" ]; then rm -f "$link"; fi
  done
  ;;
esac
override=$shadow/mail_hygiene_sandbox_override.tf.json
if [ ! -e "$override" ]; then
  printf '%s\\n' '{"terraform":{"backend":{"local":{"path":"terraform.tfstate"}}}}' >"$override.$$"
  mv -f "$override.$$" "$override"
fi
cd -- "$shadow"
${offer === undefined ? "" : offerLines(offer)}case "\${1-} \${2-}" in 'providers lock')
  # It asks the registry, whatever the CLI configuration says, and there the checksums are those of the real providers.
  shift 2
  set -- providers lock -fs-mirror=${quoted(mirror)} "$@"
  ;;
esac
exec "$real" "$@"
`;
}

/** How a mirror gets versions of stand-ins. */
export interface VersionOffer {
  /** A program and its first arguments; it is told a folder of Terraform's and the providers with stand-ins. */
  readonly command: readonly string[];
  /** Those providers, by their types. */
  readonly standIns: readonly string[];
  /** A folder that keeps what was offered already. */
  readonly notes: string;
}

function offerLines({ command, standIns, notes }: VersionOffer): string {
  if (standIns.length === 0) return "";
  return `case "\${1-}" in init | providers)
  needed=$(cat ./*.tf ./*.tf.json .terraform.lock.hcl 2>/dev/null | tr '{}' '\\n\\n' | grep -E 'version|source' | cksum | tr ' ' -)
  offered=${quoted(notes)}/$needed
  if [ ! -e "$offered" ]; then
    ${command.map(quoted).join(" ")} "$shadow" ${standIns.map(quoted).join(" ")}
    : >"$offered"
  fi
  ;;
esac
`;
}

/** A text as one word of a shell. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
