import { serve } from "../../../provider/plugin/index";
import { cloudflareStandIn } from "./provider";

void serve(cloudflareStandIn());
