import { CloudError } from "../http/cloud-error";
import { bool, DiagnosticError, list, str } from "../plugin/index";
import { text } from "./exchange-values";
import { dataSource } from "./m365";

/**
 * Whether messages can be encrypted, tried by Exchange itself. Only the last line of its report is the verdict: steps before
 * may fail that nothing depends on.
 * Source: https://learn.microsoft.com/purview/set-up-new-message-encryption-capabilities
 */
export const irmTest = dataSource({
  description:
    "Whether message encryption works, as Test-IRMConfiguration finds it. For a check block: a failure is a value, no error.",
  attributes: {
    sender: str({ required: true, description: "A mailbox of the organization, with a licence." }),
    recipient: str({ required: true, description: "Another one, or the same." }),
    passed: bool({ computed: true, description: "Is the overall result PASS?" }),
    failed_steps: list(str(), { computed: true, description: "The steps that failed, in their order." }),
    report: str({ computed: true, description: "Exchange's report." }),
  },

  async read({ sender, recipient }, { client, signal }) {
    const report = await client.exchange
      .invoke("Test-IRMConfiguration", { Sender: sender, Recipient: recipient }, { signal })
      .then(([row = {}]) => text(row, "Results") ?? "")
      .catch((error: unknown) => {
        if (!(error instanceof CloudError)) throw error;
        throw new DiagnosticError({ summary: "message encryption cannot be tested", detail: error.message });
      });
    return { sender, recipient, report, ...verdict(report) };
  },
});

/** @returns what the report says; without a verdict it did not pass */
export function verdict(report: string): {
  readonly passed: boolean;
  readonly failed_steps: readonly string[];
} {
  const lines = report.split(/\r?\n/).map((line) => line.trim());
  const overall = lines.filter((line) => /^OVERALL RESULT:/i.test(line)).at(-1);
  return {
    passed: overall !== undefined && /:\s*PASS$/i.test(overall),
    failed_steps: lines.flatMap((line, place) => {
      if (!/^- FAIL\b/i.test(line)) return [];
      // The step stands before its result, warnings between them.
      const step = lines.slice(0, place).findLast((before) => /\.\.\.$/.test(before));
      return [(step ?? line).replace(/\s*\.\.\.$/, "")];
    }),
  };
}
