import type { HandStep } from "./exchange-plan";

/** What people do by hand, as text for a terminal. */
export function handStepsText(steps: readonly HandStep[], tenant?: string): string {
  return steps
    .map(({ title, steps: clicks, check }) =>
      [
        `${title}, once${tenant === undefined ? "" : ` in tenant ${tenant}`}; no interface does it:`,
        ...clicks.map((click, place) => `  ${place + 1}. ${click}`),
        `Done when ${check}.`,
      ].join("\n"),
    )
    .join("\n");
}
