import { type Diagnostic, isUnknown, type ObjectValue } from "../../../provider/plugin/index";
import { onlyBlock, textOf, texts } from "./values";

/** What the real provider refuses in the configuration of a group. */
export function groupFaults(config: ObjectValue): readonly Diagnostic[] {
  const { types, mail_enabled, security_enabled, members } = config;
  if ([types, mail_enabled, security_enabled, members].some(isUnknown)) return [];
  const kinds = texts(types);
  const unified = kinds.includes("Unified");
  const dynamic = onlyBlock(config.dynamic_membership) !== undefined;
  const faults: readonly (readonly [boolean, string])[] = [
    [
      mail_enabled === null && security_enabled === null,
      "one of `mail_enabled`, `security_enabled` must be specified",
    ],
    [dynamic && members !== null, "`members` conflicts with `dynamic_membership`"],
    [
      kinds.includes("DynamicMembership") && !dynamic,
      '`dynamic_membership` must be specified when `types` contains "DynamicMembership"',
    ],
    [mail_enabled === true && !unified, '`types` must contain "Unified" for mail-enabled groups'],
    [mail_enabled !== true && unified, "`mail_enabled` must be true for unified groups"],
    [
      mail_enabled === true && config.mail_nickname === null,
      "`mail_nickname` is required for mail-enabled groups",
    ],
    [
      config.assignable_to_role === true && security_enabled !== true,
      "`assignable_to_role` can only be `true` for security-enabled groups",
    ],
    [textOf(config.theme) !== undefined && !unified, "`theme` is only supported for unified groups"],
    // The one thing that the sandbox's Graph has not.
    [texts(config.administrative_unit_ids).length > 0, "the sandbox has no administrative units"],
  ];
  return faults.flatMap(([broken, summary]) => (broken ? [{ summary }] : []));
}
