import type { Paint } from "../../../../lib/report/paint";

const mark = (name: string) => (text: string) => `<${name}:${text}>`;

/** Says which colour each text has. */
export const MARKED: Paint = {
  error: mark("error"),
  warning: mark("warning"),
  note: mark("note"),
  dim: mark("dim"),
  bold: mark("bold"),
  good: mark("good"),
};
