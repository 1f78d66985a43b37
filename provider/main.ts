import { serve } from "./plugin/index";
import { m365 } from "./provider";

/** Put in by scripts/build-provider.mjs. */
declare const PROVIDER_VERSION: string;

void serve(m365(PROVIDER_VERSION));
