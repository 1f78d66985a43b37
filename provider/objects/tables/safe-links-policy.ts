import { flag, names, shortText } from "../attribute";
import type { ObjectTable } from "../table";
import { adminDisplayName, DEFENDER, policyName, SECURITY_ROLE } from "./parts";

export const safeLinksPolicy: ObjectTable = {
  noun: "SafeLinksPolicy",
  kind: "object",
  about: "What Safe Links does with links in mail, Teams and Office when they are clicked.",
  builtIn: ["Built-In Protection Policy"],
  attributes: {
    name: policyName,
    admin_display_name: adminDisplayName,
    enable_safe_links_for_email: flag("EnableSafeLinksForEmail", "Are links in mail checked?", {
      default: true,
    }),
    enable_safe_links_for_teams: flag("EnableSafeLinksForTeams", "Are links in Teams checked?", {
      default: true,
    }),
    enable_safe_links_for_office: flag("EnableSafeLinksForOffice", "Are links in Office checked?", {
      default: true,
    }),
    scan_urls: flag("ScanUrls", "Are suspicious links, and those to files, opened and looked at?", {
      default: true,
    }),
    deliver_message_after_scan: flag(
      "DeliverMessageAfterScan",
      "Is a message held back until its links were looked at?",
      { default: true },
    ),
    enable_for_internal_senders: flag(
      "EnableForInternalSenders",
      "Is mail within the organization checked too?",
      { default: true },
    ),
    track_clicks: flag("TrackClicks", "Are clicks recorded?", { default: true }),
    allow_click_through: flag("AllowClickThrough", "May users go on to what was blocked?", {
      default: false,
    }),
    disable_url_rewrite: flag(
      "DisableUrlRewrite",
      "Are links left as they are, and checked by Outlook alone?",
      { default: false },
    ),
    do_not_rewrite_urls: names("DoNotRewriteUrls", "Links that are left alone, with * for any part.", {
      example: ["https://intranet.contoso.com/*"],
    }),
    custom_notification_text: shortText(200)(
      "CustomNotificationText",
      "What users read when a link is blocked.",
      {
        example: "This link is blocked. Call the service desk.",
      },
    ),
    use_translated_notification_text: flag(
      "UseTranslatedNotificationText",
      "Is that text translated for each user?",
      { default: false },
    ),
    enable_organization_branding: flag(
      "EnableOrganizationBranding",
      "Is the organization's logo shown there?",
      { default: false },
    ),
  },
  source: "https://learn.microsoft.com/defender-office-365/safe-links-policies-configure",
  licence: DEFENDER,
  needs: "defender-p1",
  role: SECURITY_ROLE,
  example: { name: "Staff", enable_for_internal_senders: true, allow_click_through: false },
};
