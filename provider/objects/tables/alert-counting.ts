import { whole, word, wordList } from "../attribute";
import type { CrossRule } from "../table";

const ADVANCED =
  "Microsoft 365 E5, Defender for Office 365 Plan 2, or an E5 add-on for compliance or eDiscovery and audit";

/** How many events it takes for an alert, and within what time. */
export const COUNTING = {
  aggregation_type: word(
    "AggregationType",
    ["None", "SimpleAggregation", "AnomalousAggregation"],
    "Does each event alert, more than a threshold, or an unusual number?",
    {
      default: "SimpleAggregation",
      licence: `${ADVANCED}, unless it is None`,
      needs: "defender-p2",
      free: ["None"],
    },
  ),
  threshold: whole("Threshold", [3, 1_000_000], "How many events alert.", { example: 10 }),
  time_window: whole("TimeWindow", [61, 100_000], "Within how many minutes.", { example: 120 }),
  alert_by: wordList(
    "AlertBy",
    ["User", "Mail.Recipient", "Mail.ThreatName"],
    "What events are counted by: User of activities, the others of malware.",
    { cleared: null },
  ),
};

/** Events are counted by what they have, and only where they are counted. */
export const counted: CrossRule = function* ({ alert_by, threat_type, aggregation_type }) {
  if (!Array.isArray(alert_by) || alert_by.length === 0) return;
  const takes = threat_type === "Malware" ? ["Mail.Recipient", "Mail.ThreatName"] : ["User"];
  const wrong = alert_by.filter((one) => !takes.includes(one));
  if (threat_type !== undefined && wrong.length > 0) {
    yield {
      path: ["alert_by"],
      message: `not of threat_type ${JSON.stringify(threat_type)}`,
      received: wrong.join(", "),
      expected: takes.join(" | "),
    };
  }
  if (aggregation_type === "None") {
    yield {
      path: ["alert_by"],
      message: 'nothing is counted while aggregation_type is "None"',
      fix: "leave it out, or set another aggregation_type",
    };
  }
};
