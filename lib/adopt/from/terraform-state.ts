import { formatFault } from "../../fault";
import { readJson } from "../../json";
import { isMapping, type Mapping } from "../../mapping";
import { Attributes } from "../../plan/attributes";
import { objectsOf } from "../../plan/state-objects";
import { type HeldResource, isRecordResource, zonesOfResources } from "./resources";
import { refusal, refusals, type SourceReader } from "./source";

/**
 * The zones whose records a Terraform state holds: what `terraform show -json` prints of one, or `terraform state pull`
 * (version 4). `cloudflare_dns_record`, `cloudflare_record`, `aws_route53_record`, `azurerm_dns_*_record`.
 */
export const zonesFromState: SourceReader = (text, given) => {
  const { file } = given;
  const read = readJson(text);
  if (!read.ok) return refusal(...read.faults.map((fault) => `${file}: ${formatFault(fault)}`));
  const root = read.value;
  if (!isMapping(root)) return refusal(`${file}: ${EXPECTED}`);
  if ("encrypted_data" in root) {
    return refusal(`${file}: a state that OpenTofu has encrypted; expected what tofu show -json prints`);
  }
  if ("resource_changes" in root || "planned_values" in root) {
    return refusal(`${file}: a plan; expected a state: terraform show -json without the name of a plan`);
  }
  if (Array.isArray(root.resources)) {
    if (root.version !== 4) {
      return refusal(
        `${file}: version: a version of the state's format that is not known, got ${JSON.stringify(root.version) ?? "nothing"}; expected 4, or what terraform show -json prints`,
      );
    }
    const stored = storedObjects(root.resources);
    if (stored.misshapen.length > 0) {
      return refusals(
        stored.misshapen.map((at) => `${file}: ${at}: expected a resource with type, name and instances`),
      );
    }
    return zonesOfResources(stored.objects, given);
  }
  const version = root.format_version;
  if (!isMapping(root.values) || typeof version !== "string") return refusal(`${file}: ${EXPECTED}`);
  if (!/^[01]\./.test(version)) {
    return refusal(
      `${file}: format_version: a version that is not known, got ${JSON.stringify(version)}; expected 0.x or 1.x`,
    );
  }
  return zonesOfResources(
    objectsOf(root).filter(({ mode, type }) => isHeld(mode, type)),
    given,
  );
};

const EXPECTED = "no Terraform state; expected what terraform show -json or terraform state pull prints";

/** A record that is only looked up is somebody else's; a zone that is looked up has a name all the same. */
function isHeld(mode: unknown, type: string): boolean {
  return mode !== "data" || !isRecordResource(type);
}

/** The objects of a stored state of version 4. What is left over from a replacement that failed is none. */
function storedObjects(resources: readonly unknown[]): {
  readonly objects: readonly HeldResource[];
  readonly misshapen: readonly string[];
} {
  const objects: HeldResource[] = [];
  const misshapen: string[] = [];
  for (const [at, one] of resources.entries()) {
    if (
      !isMapping(one) ||
      typeof one.type !== "string" ||
      typeof one.name !== "string" ||
      !Array.isArray(one.instances)
    ) {
      misshapen.push(`resources[${at}]`);
      continue;
    }
    const { mode, type, name, module, instances } = one;
    if (!isHeld(mode, type)) continue;
    const address = `${typeof module === "string" ? `${module}.` : ""}${type}.${name}`;
    for (const instance of instances) {
      if (!isMapping(instance) || !isMapping(instance.attributes)) {
        misshapen.push(`resources[${at}].instances`);
        continue;
      }
      if (typeof instance.deposed === "string") continue;
      const { index_key: key, attributes } = instance;
      objects.push({
        address: key === undefined ? address : `${address}[${JSON.stringify(key)}]`,
        type,
        values: new Attributes(attributes, false, sensitiveMarks(instance)),
      });
    }
  }
  return { objects, misshapen };
}

/** Paths of attributes that are sensitive, as marks: `[[{ "type": "get_attr", "value": "content" }]]`. */
function sensitiveMarks({ sensitive_attributes: paths }: Mapping): Mapping {
  const marks: [string, true][] = [];
  for (const path of Array.isArray(paths) ? paths : []) {
    // A part of an attribute hides all of it.
    const [first]: readonly unknown[] = Array.isArray(path) ? path : [];
    if (isMapping(first) && typeof first.value === "string") marks.push([first.value, true]);
  }
  return Object.fromEntries(marks);
}
