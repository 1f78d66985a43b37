import type { Statistics } from "../../gateway/statistics";
import { counted } from "../../lib/counted";

/** What became of the calls to the Cloudflare API. @param calls `undefined`: nobody has counted */
export function callsInWords(calls: Readonly<Statistics> | undefined): string {
  if (!calls) return "calls to the Cloudflare API: not counted, there was no gateway before it\n";
  const { asked, made, answered, repeated, refused, waited, longestWait } = calls;
  const more = [
    ...(answered > 0 ? [`${answered} answered from what was read before`] : []),
    ...(repeated > 0 ? [`${repeated} repeated`] : []),
    ...(refused > 0 ? [`${refused} refused for too many calls`] : []),
    ...(waited > 0 ? [`${waited} waited, the longest ${seconds(longestWait)}`] : []),
  ];
  const saved = asked > made ? ` (${asked - made} saved)` : "";
  return `calls to the Cloudflare API: ${asked} asked for, ${made} made${saved}${more.map((one) => `; ${one}`).join("")}\n`;
}

/** Why a run seems to stand still. */
export function waitInWords(calls: number, milliseconds: number, budget: number): string {
  return (
    `the Cloudflare API's budget (${budget} calls in 5 minutes) is used up: ` +
    `${counted(calls, "call")} wait${calls === 1 ? "s" : ""}, up to ${seconds(milliseconds)}`
  );
}

function seconds(milliseconds: number): string {
  return `${Math.ceil(milliseconds / 1000)} s`;
}
