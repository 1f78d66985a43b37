import { refuse } from "../../cmdlets/cmdlet";
import type { Row } from "../../table";
import type { Kind } from "../kind";

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

function check(row: Row): void {
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
