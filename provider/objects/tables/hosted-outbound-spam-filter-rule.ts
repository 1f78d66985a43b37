import { recipients } from "../attribute";
import { someOf } from "../cross-rules";
import type { ObjectTable } from "../table";
import { FIRST_FITS, SECURITY_ROLE, scopeRule } from "./parts";

export const hostedOutboundSpamFilterRule: ObjectTable = {
  noun: "HostedOutboundSpamFilterRule",
  kind: "rule",
  about: "Which senders an outbound spam policy is for.",
  attributes: scopeRule("HostedOutboundSpamFilter", "hosted_outbound_spam_filter_policy", {
    from: recipients("From", "Senders it is for.", { example: ["newsletter@contoso.com"] }),
    from_member_of: recipients("FromMemberOf", "Groups whose members it is for.", {
      example: ["marketing@contoso.com"],
    }),
    sender_domain_is: recipients("SenderDomainIs", "Accepted domains whose senders it is for.", {
      example: ["contoso.com"],
    }),
    except_if_from: recipients("ExceptIfFrom", "Senders it is not for.", {
      example: ["scanner@contoso.com"],
    }),
    except_if_from_member_of: recipients("ExceptIfFromMemberOf", "Groups whose members it is not for.", {
      example: ["devices@contoso.com"],
    }),
    except_if_sender_domain_is: recipients(
      "ExceptIfSenderDomainIs",
      "Accepted domains whose senders it is not for.",
      { example: ["test.contoso.com"] },
    ),
  }),
  rules: [someOf(["sender_domain_is", "from", "from_member_of"], "the rule is for nobody")],
  source: "https://learn.microsoft.com/defender-office-365/outbound-spam-policies-configure",
  role: SECURITY_ROLE,
  notes: [FIRST_FITS],
  example: {
    name: "Newsletters",
    hosted_outbound_spam_filter_policy: "${m365_hosted_outbound_spam_filter_policy.newsletters.name}",
    from: ["newsletter@contoso.com"],
  },
};
