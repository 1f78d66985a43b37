// A rollout in a process of its own, so that it can be sent signals:
//   node conduct-main.cjs <project> <command> <stacks, JSON> <options, JSON>
const { join } = require("node:path");

const dist = join(__dirname, "../../../dist");
const { conduct } = require(join(dist, "cli/rollout/conduct.js"));
const { runToResume } = require(join(dist, "cli/rollout/run-to-resume.js"));

const [, , project, command, stacks, given] = process.argv;
const options = JSON.parse(given);
const out = join(project, "cdktf.out");
const console = {
  out: (text) => process.stdout.write(text),
  err: (text) => process.stderr.write(text),
  folder: project,
};
const resume =
  options.resume === undefined
    ? undefined
    : runToResume(command, options.resume, { ...options, out }, project);
conduct({ command, stacks: JSON.parse(stacks), out, resume, options, version: "0.1.0" }, console).then(
  (code) => {
    process.exitCode = code;
  },
);
