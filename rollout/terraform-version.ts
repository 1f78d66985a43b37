import { execFile } from "node:child_process";
import { promisify } from "node:util";
import * as v from "valibot";

export interface TerraformVersion {
  readonly product: "terraform" | "opentofu";
  /** E.g. `1.11.4`. */
  readonly version: string;
}

const VersionJson = v.pipe(v.string(), v.parseJson(), v.object({ terraform_version: v.string() }));

/**
 * Asks a binary what it is.
 * @throws Error if it cannot be run or answers no version
 */
export async function terraformVersion(binary: string, env: NodeJS.ProcessEnv): Promise<TerraformVersion> {
  const execute = promisify(execFile);
  const [{ stdout: json }, { stdout: text }] = await Promise.all([
    execute(binary, ["version", "-json"], { env }),
    // Both call their version `terraform_version`; only the text says who they are.
    execute(binary, ["version"], { env }),
  ]);
  const { terraform_version: version } = v.parse(VersionJson, json);
  return { product: text.startsWith("OpenTofu") ? "opentofu" : "terraform", version };
}

/** What a stack needs of Terraform or OpenTofu, and why. */
export interface VersionNeed {
  /** `major.minor`. */
  readonly version: string;
  readonly reason: string;
}

const Configuration = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    removed: v.optional(v.unknown()),
    terraform: v.optional(
      v.object({
        backend: v.optional(
          v.object({ s3: v.optional(v.object({ use_lockfile: v.optional(v.unknown()) })) }),
        ),
      }),
      {},
    ),
  }),
);

/**
 * The oldest version that serves a stack.
 * @param configuration the text of its `cdk.tf.json`
 */
export function versionNeed(configuration: string): VersionNeed {
  const { removed, terraform } = v.parse(Configuration, configuration);
  if (terraform.backend?.s3?.use_lockfile === true)
    return { version: "1.10", reason: "the S3 backend's own locking" };
  if (removed !== undefined) return { version: "1.7", reason: "removed blocks" };
  return { version: "1.5", reason: "import blocks" };
}

/** Is a version at least the needed one? A pre-release counts as its release. */
export function serves({ version }: TerraformVersion, need: VersionNeed): boolean {
  const [major = 0, minor = 0] = numbers(version);
  const [neededMajor = 0, neededMinor = 0] = numbers(need.version);
  return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}

function numbers(version: string): readonly number[] {
  return version.split(".").map((part) => Number.parseInt(part, 10) || 0);
}
