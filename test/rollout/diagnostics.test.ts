import { errorsIn, errorsInText } from "../../rollout/diagnostics";

test("errors are found among the lines of the machine-readable output, with the resource they are about", () => {
  const line = (diagnostic: object) => JSON.stringify({ "@level": "error", type: "diagnostic", diagnostic });
  const log = [
    '{"@level":"info","@message":"Terraform 1.11.4","type":"version","terraform":"1.11.4","ui":"1.2"}',
    '2026-11-26T03:00:00Z [DEBUG] what TF_LOG adds, no "diagnostic"',
    '{"type":"diagnostic","diagnostic":',
    '{"type":"version","diagnostic":{"severity":"error","summary":"of no diagnostic"}}',
    line({ severity: "warning", summary: "Incomplete lock file information", detail: "" }),
    line({
      severity: "error",
      summary: "failed to make http request",
      detail: "81058: An identical record already exists.",
      address: "cloudflare_dns_record.Spf",
      snippet: { code: "…", values: [] },
    }),
    line({ severity: "error", summary: "Missing API token", detail: "" }),
  ].join("\n");
  expect(errorsIn(log)).toEqual([
    {
      summary: "failed to make http request",
      detail: "81058: An identical record already exists.",
      address: "cloudflare_dns_record.Spf",
    },
    { summary: "Missing API token" },
  ]);
});

test("errors are found in what terraform init prints for people, warnings are not", () => {
  const log = `Initializing the backend...

Warning: Incomplete lock file information for providers

Error: x is only a word here.

Error: Failed to query available provider packages

Could not retrieve the list of available versions for provider
cloudflare/cloudflare: could not connect to registry.terraform.io

To see which modules are currently depending on it, run:
    terraform providers
╷
│ Error: Unsupported state file format: this state was
│ written by something newer
│${" "}
│ Upgrade.
╵
`;
  expect(errorsInText(log)).toEqual([
    { summary: "x is only a word here." },
    {
      summary: "Failed to query available provider packages",
      detail:
        "Could not retrieve the list of available versions for provider\n" +
        "cloudflare/cloudflare: could not connect to registry.terraform.io\n\n" +
        "To see which modules are currently depending on it, run:\n    terraform providers",
    },
    {
      summary: "Unsupported state file format: this state was written by something newer",
      detail: "Upgrade.",
    },
  ]);
});

test("a summary may be broken over lines, a paragraph set off by a line of spaces, and an error have nothing more", () => {
  expect(
    errorsInText("Error: Backend  \n   initialization\n\n\n  \nRun init.\n \t\nTwice.\nError: \n"),
  ).toEqual([{ summary: "Backend initialization", detail: "Run init.\n\nTwice." }, { summary: "" }]);
  expect(errorsInText("Error: Backend initialization\nrequired\n")).toEqual([
    { summary: "Backend initialization required" },
  ]);
  expect(errorsInText("no Error: here\n")).toEqual([]);
});
