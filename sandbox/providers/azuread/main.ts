import { serve } from "../../../provider/plugin/index";
import { azureadStandIn } from "./provider";

void serve(azureadStandIn());
