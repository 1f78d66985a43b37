/** Gathers the values of an option that may be given more than once, as commander hands them over. */
export const collect = (value: string, before: readonly string[] = []): readonly string[] => [
  ...before,
  value,
];
