import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PLATFORM } from "../../cli/sandbox/providers/wanted";
import { temporaryFolder } from "./temp";

/**
 * A filesystem mirror, and the variables that lead Terraform to it.
 * @param versions by source address, e.g. `cloudflare/cloudflare`
 * @param program what each package runs, to which its version is added as a comment. @default nothing but `init` may touch
 *   the packages
 */
export function providerMirror(
  versions: Readonly<Record<string, readonly string[]>>,
  program: { readonly text: string; readonly comment: string } = {
    text: "#!/bin/sh\nexit 1\n",
    comment: "#",
  },
): NodeJS.ProcessEnv {
  const root = temporaryFolder();
  const add = (source: string, version: string) => {
    const place = join(root, "mirror", "registry.terraform.io", source, version, PLATFORM);
    mkdirSync(place, { recursive: true });
    const name = `terraform-provider-${source.split("/")[1]}_v${version}`;
    writeFileSync(join(place, name), `${program.text}\n${program.comment} ${version}\n`, { mode: 0o755 });
  };
  for (const [source, all] of Object.entries(versions)) for (const version of all) add(source, version);
  const configuration = join(root, "mirror.tfrc");
  writeFileSync(
    configuration,
    `provider_installation {\n  filesystem_mirror {\n    path = "${join(root, "mirror")}"\n  }\n}\n`,
  );
  return { TF_CLI_CONFIG_FILE: configuration, CHECKPOINT_DISABLE: "1" };
}
