import { isMapping } from "../mapping";

/** What the arguments of a plan's resources refer to, by the `configuration` that the plan carries. */
export class References {
  constructor(private readonly configuration: unknown) {}

  /**
   * Addresses of the resources and data sources that an argument refers to, by way of a module's variables too: each once,
   * as they are written, without the attribute. None where the plan does not say.
   * @param address of the resource, with its index
   * @param path down to the argument; of repeated blocks all are meant
   */
  targets(address: string, path: readonly string[]): readonly string[] {
    const references = referencesOf(this.found(address, path));
    return [...new Set(this.resolved(modulesOf(address), references))];
  }

  /** @param modules the steps down to the module that the references stand in, with their indexes */
  private resolved(modules: readonly string[], references: readonly string[]): readonly string[] {
    return references.flatMap((one) => {
      const variable = /^var\.([^.[]+)/.exec(one)?.[1];
      if (variable !== undefined) return this.passed(modules, variable);
      const target = resourceOf(one);
      return target === undefined ? [] : [`${modules.map((step) => `module.${step}.`).join("")}${target}`];
    });
  }

  /** What a module's caller gives for one of its variables. */
  private passed(modules: readonly string[], variable: string): readonly string[] {
    const [around, name] = [modules.slice(0, -1), modules.at(-1)];
    if (name === undefined) return [];
    const call = moduleCall(this.moduleAt(around.map(bare)), bare(name));
    return this.resolved(around, referencesOf(expressions(call?.expressions, [variable])));
  }

  private moduleAt(names: readonly string[]): unknown {
    let module = rootOf(this.configuration);
    for (const name of names) module = moduleCall(module, name)?.module;
    return module;
  }

  /** Is the argument written down, whatever its value? What is not is the provider's to compute. */
  isWritten(address: string, path: readonly string[]): boolean {
    return this.found(address, path).length > 0;
  }

  private found(address: string, path: readonly string[]): readonly Record<string, unknown>[] {
    const { modules, resource } = partsOf(address);
    const module = this.moduleAt(modules);
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

/** `a["x"]`, `b` of `module.a["x"].module.b.cloudflare_zone.main`. */
function modulesOf(address: string): readonly string[] {
  const steps = stepsOf(address);
  const modules: string[] = [];
  for (let index = 0; steps[index] === "module"; index += 2) modules.push(steps[index + 1] ?? "");
  return modules;
}

function referencesOf(found: readonly Record<string, unknown>[]): readonly string[] {
  return found.flatMap(({ references }) =>
    (Array.isArray(references) ? references : []).filter((one) => typeof one === "string"),
  );
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

function moduleCall(module: unknown, name: string): Readonly<Record<string, unknown>> | undefined {
  if (!isMapping(module) || !isMapping(module.module_calls)) return undefined;
  const call = Object.hasOwn(module.module_calls, name) ? module.module_calls[name] : undefined;
  return isMapping(call) ? call : undefined;
}

function expressions(around: unknown, path: readonly string[]): readonly Record<string, unknown>[] {
  const [key, ...rest] = path;
  if (Array.isArray(around)) return around.flatMap((one) => expressions(one, path));
  if (!isMapping(around)) return [];
  if (key === undefined) return [around];
  return Object.hasOwn(around, key) ? expressions(around[key], rest) : [];
}
