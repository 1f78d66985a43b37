/** A list of controls, in the order of its own document. */
export interface ControlList {
  readonly title: string;
  /** Stands in front of a control's id where lists are mixed: `CISA MS.EXO.2.2v3`. */
  readonly issuer: string;
  /** Where the list is published. */
  readonly url: string;
  readonly controls: Readonly<Record<string, Control>>;
}

/** One control of a list. */
export interface Control {
  /** What it asks for, as far as rules hold a posture against it. */
  readonly asks: string;
  /** The least level of a rule that finds it unmet. */
  readonly unmet: "error" | "warning";
}
