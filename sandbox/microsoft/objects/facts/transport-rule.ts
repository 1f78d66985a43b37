import { refuse } from "../../cmdlets/cmdlet";
import type { TenantState } from "../../state";
import type { Row } from "../../table";
import type { Kind } from "../kind";
import { LIMITS } from "./organization";

const FLAGS = new Set([
  "AttachmentHasExecutableContent",
  "AttachmentIsPasswordProtected",
  "AttachmentIsUnsupported",
  "AttachmentProcessingLimitExceeded",
  "HasNoClassification",
  "HasSenderOverride",
  "DeleteMessage",
  "Disconnect",
  "ModerateMessageByManager",
  "Quarantine",
  "RemoveOME",
  "RemoveOMEv2",
  "RemoveRMSAttachmentEncryption",
  "ApplyOME",
  "RouteMessageOutboundRequireTls",
  "StopRuleProcessing",
  "UseLegacyRegex",
]);
const PAIRS = [
  ["SetHeaderName", "SetHeaderValue"],
  ["HeaderContainsMessageHeader", "HeaderContainsWords"],
  ["HeaderMatchesMessageHeader", "HeaderMatchesPatterns"],
  ["ExceptIfHeaderContainsMessageHeader", "ExceptIfHeaderContainsWords"],
  ["ExceptIfHeaderMatchesMessageHeader", "ExceptIfHeaderMatchesPatterns"],
  ["BetweenMemberOf1", "BetweenMemberOf2"],
  ["ExceptIfBetweenMemberOf1", "ExceptIfBetweenMemberOf2"],
  ["ManagerForEvaluatedUser", "ManagerAddresses"],
  ["ExceptIfManagerForEvaluatedUser", "ExceptIfManagerAddresses"],
] as const;

/** @param parameters of New-TransportRule: a rule shows all of them, unset as null or false */
export function transportRule(parameters: readonly string[]): Kind {
  const unset = parameters.map((name) => [name, FLAGS.has(name.replace(/^ExceptIf/, "")) ? false : null]);
  return {
    container: "TransportVersioned",
    rule: true,
    defaults: {
      ...Object.fromEntries(unset),
      DlpPolicyId: "00000000-0000-0000-0000-000000000000",
      CreatedBy: "Anna Berg",
      LastModifiedBy: "Microsoft Exchange",
      ManuallyModified: false,
      Mode: "Enforce",
      RuleErrorAction: "Ignore",
      SenderAddressLocation: "Header",
      RecipientAddressType: "Resolved",
      RuleSubType: "None",
      IsRuleConfigurationSupported: true,
      RuleConfigurationUnsupportedReason: "",
      Conditions: null,
      Exceptions: null,
      Actions: [],
    },
    check,
  };
}

const NAMES_OF_LISTS = ["AddToRecipients", "CopyTo", "BlindCopyTo"];

/** What the tenant takes of rules, alone and together, as Get-TransportConfig tells. */
function checkLimits(row: Row, state: TenantState): void {
  const config = state.objects.get("TransportConfig")?.all()[0] ?? LIMITS;
  const others = (state.objects.get("TransportRule")?.all() ?? []).filter(({ Guid }) => Guid !== row.Guid);
  if (others.length >= Number(config.TransportRuleLimit))
    refuse("The maximum number of transport rules is reached.");
  const texts = Object.entries(row).filter(([name]) => !DIRECTORY.has(name));
  row.Size = texts
    .flatMap(([, value]) => [value].flat())
    .reduce<number>((sum, value) => {
      return sum + (typeof value === "string" ? value.length : 0);
    }, 200);
  row.RegexSize = texts
    .filter(([name]) => name.endsWith("Patterns"))
    .flatMap(([, value]) => (Array.isArray(value) ? value : []))
    .reduce<number>((sum, pattern) => sum + String(pattern).length, 0);
  if (Number(row.Size) > bytes(config.TransportRuleSizeLimit)) refuse("The rule is too large.");
  const total = others.reduce((sum, one) => sum + Number(one.RegexSize ?? 0), Number(row.RegexSize));
  if (total > bytes(config.TransportRuleCollectionRegexCharsLimit))
    refuse("Regular expressions are too long in all.");
  const added = [...others, row].flatMap((one) => NAMES_OF_LISTS.flatMap((name) => one[name] ?? []));
  if (added.length > Number(config.TransportRuleCollectionAddedRecipientsLimit))
    refuse("Rules add too many recipients.");
}

const DIRECTORY = new Set([
  "DistinguishedName",
  "ExchangeVersion",
  "ExchangeObjectId",
  "WhenChanged",
  "WhenCreated",
]);
const bytes = (size: unknown) => Number(/\(([\d,]+) bytes\)/.exec(String(size))?.[1]?.replaceAll(",", ""));

function check(row: Row, state: TenantState): void {
  checkLimits(row, state);
  for (const [one, other] of PAIRS) {
    if (isSet(row[one]) !== isSet(row[other])) refuse(`'${one}' and '${other}' have to be used together.`);
  }
  if (row.RemoveRMSAttachmentEncryption === true && row.RemoveOMEv2 !== true) {
    refuse("RemoveRMSAttachmentEncryption requires RemoveOMEv2.");
  }
  const code = row.RejectMessageEnhancedStatusCode;
  if (isSet(code) && !/^5\.7\.(?:1|9\d\d)$/.test(String(code)))
    refuse(`The status code '${code}' is invalid.`);
  for (const [name, value] of Object.entries(row)) {
    if (!/Patterns$/.test(name) || !Array.isArray(value)) continue;
    for (const pattern of value) {
      try {
        new RegExp(String(pattern));
      } catch {
        refuse(`The regular expression '${pattern}' is invalid.`);
      }
    }
  }
  // Giving one of the two sets a default for the other.
  if (isSet(code) && !isSet(row.RejectMessageReasonText)) {
    row.RejectMessageReasonText = "Delivery not authorized, message refused";
  }
  if (isSet(row.RejectMessageReasonText) && !isSet(row.RejectMessageEnhancedStatusCode)) {
    row.RejectMessageEnhancedStatusCode = "5.7.1";
  }
  if (isSet(row.ApplyHtmlDisclaimerText)) {
    row.ApplyHtmlDisclaimerLocation ??= "Append";
    row.ApplyHtmlDisclaimerFallbackAction ??= "Wrap";
  } else {
    row.ApplyHtmlDisclaimerLocation = null;
    row.ApplyHtmlDisclaimerFallbackAction = null;
  }
}

const isSet = (value: unknown) => value !== null && value !== undefined && value !== false && value !== "";
