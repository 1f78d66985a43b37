import { isMapping } from "../mapping";

/** What the arguments of a plan's resources refer to, by the `configuration` that the plan carries. */
export class References {
  constructor(private readonly configuration: unknown) {}

  /**
   * Addresses of the resources and data sources, in the resource's own module, that an argument refers to: each once,
   * as they are written, without the attribute. None where the plan does not say.
   * @param address of the resource, with its index
   * @param path down to the argument; of repeated blocks all are meant
   */
  targets(address: string, path: readonly string[]): readonly string[] {
    const prefix = modulePrefix(address);
    const names = this.found(address, path).flatMap(({ references }) =>
      (Array.isArray(references) ? references : []).flatMap((one) => {
        const target = typeof one === "string" ? resourceOf(one) : undefined;
        return target === undefined ? [] : [`${prefix}${target}`];
      }),
    );
    return [...new Set(names)];
  }

  /** Is the argument written down, whatever its value? What is not is the provider's to compute. */
  isWritten(address: string, path: readonly string[]): boolean {
    return this.found(address, path).length > 0;
  }

  private found(address: string, path: readonly string[]): readonly Record<string, unknown>[] {
    const { modules, resource } = partsOf(address);
    let module = rootOf(this.configuration);
    for (const name of modules) module = calledModule(module, name);
    const resources = isMapping(module) && Array.isArray(module.resources) ? module.resources : [];
    const found = resources.find(
      (one): one is Record<string, unknown> => isMapping(one) && one.address === resource,
    );
    return expressions(found?.expressions, path);
  }
}

/** An address without the indexes of the resource itself: `module.a["x"].cloudflare_zone.main`. */
export function withoutIndex(address: string): string {
  return address.replace(/\[(?:\d+|"(?:[^"\\]|\\.)*")\]$/, "");
}

interface AddressParts {
  readonly modules: readonly string[];
  readonly resource: string;
}

/** The steps of an address: names between dots, an index in brackets, which may hold dots. */
function stepsOf(address: string): readonly string[] {
  return address.match(/(?:[^.["]|\[(?:\d+|"(?:[^"\\]|\\.)*")\])+/g) ?? [];
}

function bare(step: string): string {
  return step.replace(/\[.*$/s, "");
}

function partsOf(address: string): AddressParts {
  const steps = stepsOf(address).map(bare);
  const modules: string[] = [];
  let index = 0;
  for (; steps[index] === "module"; index += 2) modules.push(steps[index + 1] ?? "");
  return { modules, resource: steps.slice(index).join(".") };
}

/** `module.a["x"].` of `module.a["x"].cloudflare_zone.main`. */
function modulePrefix(address: string): string {
  const steps = stepsOf(address);
  let index = 0;
  while (steps[index] === "module") index += 2;
  return steps
    .slice(0, index)
    .map((step) => `${step}.`)
    .join("");
}

/** `azuread_group.main` of `azuread_group.main[0].object_id`; nothing of `each.key` or `var.zone`. */
function resourceOf(reference: string): string | undefined {
  const steps = stepsOf(reference).map(bare);
  const [first = "", second, third] = steps;
  if (first === "data")
    return second === undefined || third === undefined ? undefined : `data.${second}.${third}`;
  if (second === undefined || !first.includes("_")) return undefined;
  return `${first}.${second}`;
}

function rootOf(configuration: unknown): unknown {
  return isMapping(configuration) ? configuration.root_module : undefined;
}

function calledModule(module: unknown, name: string): unknown {
  if (!isMapping(module) || !isMapping(module.module_calls)) return undefined;
  const call = Object.hasOwn(module.module_calls, name) ? module.module_calls[name] : undefined;
  return isMapping(call) ? call.module : undefined;
}

function expressions(around: unknown, path: readonly string[]): readonly Record<string, unknown>[] {
  const [key, ...rest] = path;
  if (Array.isArray(around)) return around.flatMap((one) => expressions(one, path));
  if (!isMapping(around)) return [];
  if (key === undefined) return [around];
  return Object.hasOwn(around, key) ? expressions(around[key], rest) : [];
}
