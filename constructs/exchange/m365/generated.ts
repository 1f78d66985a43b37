// Written by scripts/generate-m365-bindings.mjs from the provider's schema; not to be edited.

/** The provider's version that the bindings go with. It travels with this package, so that there is no other. */
export const GENERATED = { providerName: "m365", providerVersion: "0.1.0" } as const;
