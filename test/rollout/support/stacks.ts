import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { RolloutStack } from "../../../rollout/stack";

/** Resources of one stack by name, of the type that every Terraform has built in. */
type Resources = Readonly<Record<string, object>>;

/** Writes a stack as a synth would, in `<project>/cdktf.out`, with its state in `<project>/state`. */
export function writeStack(
  project: string,
  name: string,
  resources: Resources,
  more: object = {},
  after: RolloutStack["after"] = [],
): RolloutStack {
  const folder = join(project, "cdktf.out", "stacks", name);
  mkdirSync(folder, { recursive: true });
  const configuration = {
    terraform: { backend: { local: { path: `../../../state/${name}.tfstate` } } },
    ...(Object.keys(resources).length > 0 ? { resource: { terraform_data: resources } } : {}),
    ...more,
  };
  writeFileSync(join(folder, "cdk.tf.json"), JSON.stringify(configuration));
  return { name, folder, after };
}

/** A resource that is there at once. */
export function record(input: string, more: object = {}): object {
  return { input, ...more };
}

/** A resource whose creation says `<gate>.begun` and goes on once there is `<gate>.open`, or the test is over. */
export function gated(gate: string): object {
  const command = `touch ${gate}.begun; until [ -e ${gate}.open ] || [ ! -e ${gate}.begun ]; do sleep 0.05; done`;
  return { input: "gated", provisioner: [{ "local-exec": { command } }] };
}

/** A resource whose creation fails. */
export const FAILING = { input: "failing", provisioner: [{ "local-exec": { command: "exit 3" } }] };

/** What a stack's state holds by resource name. */
export function stateOf(project: string, stack: string): Readonly<Record<string, unknown>> {
  const file = join(project, "state", `${stack}.tfstate`);
  if (!existsSync(file)) return {};
  const state: {
    readonly resources: readonly {
      readonly mode: string;
      readonly name: string;
      readonly instances: readonly { readonly attributes: { readonly input: { readonly value: unknown } } }[];
    }[];
  } = JSON.parse(readFileSync(file, "utf8"));
  return Object.fromEntries(
    state.resources
      .filter(({ mode }) => mode === "managed")
      .map(({ name, instances }) => [name, instances[0]?.attributes.input.value]),
  );
}
