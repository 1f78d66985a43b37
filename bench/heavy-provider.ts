import { serve, str } from "../provider/plugin/index";
import { cloudflareStandIn } from "../sandbox/providers/cloudflare/provider";

// The sandbox's stand-in for provider cloudflare, as heavy as the real one: a second of the processor for each start, and
// a schema of 2 MB, of data sources that nothing asks.
const started = process.cpuUsage();
for (let spent = 0; spent < 1_000_000; ) {
  const { user, system } = process.cpuUsage(started);
  spent = user + system;
}
const cloudflare = cloudflareStandIn();
const description = "A value that the API returns. ".repeat(33);
const fillers = Object.fromEntries(
  Array.from({ length: 100 }, (_, index) => [
    `cloudflare_filler_${index}`,
    {
      attributes: Object.fromEntries(
        Array.from({ length: 20 }, (_, at) => [`value_${at}`, str({ optional: true, description })]),
      ),
      read: async () => ({}),
    },
  ]),
);
void serve({ ...cloudflare, dataSources: { ...cloudflare.dataSources, ...fillers } });
