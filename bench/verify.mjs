// 1,000 domains verified against a name server on this machine, beside a bare loop that sends as many questions.
//   node bench/verify.mjs [domains]
import { createSocket } from "node:dgram";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { isMainThread, parentPort, Worker, workerData } from "node:worker_threads";

const require = createRequire(import.meta.url);
const packet = require("dns-packet");
const root = fileURLToPath(new URL("..", import.meta.url));

/** How many questions the bare loop has under way at once, as `verify` has by default. */
const WINDOW = 50;

if (isMainThread) await main(Number(process.argv[2] ?? 1000));
else await serve(workerData);

async function main(domains) {
  const folder = mkdtempSync(join(tmpdir(), "mail-hygiene-bench-"));
  const names = Array.from({ length: domains }, (_, index) => `contoso-${index}.com`);
  const estate = join(folder, "estate.yaml");
  writeFileSync(
    estate,
    `version: 1
defaults: { zone: { cloudflare: {} } }
domains:
${names.map((name) => `  ${name}: { profile: parked, dmarc: { rua: ["mailto:dmarc@${name}"] } }`).join("\n")}
`,
  );
  const records = await declared(estate);
  const worker = new Worker(fileURLToPath(import.meta.url), { workerData: records });
  const [port] = await once(worker, "message");
  try {
    const { verify } = require(join(root, "dist/cli/live/verify.js"));
    let out = "";
    const console_ = {
      out: (text) => {
        out += text;
      },
      err: (text) => process.stderr.write(text),
      folder,
    };
    const options = { format: "terminal", resolver: `127.0.0.1:${port}`, rate: 100_000 };
    const paced = await seconds(() => verify(estate, { ...options, rate: undefined }, console_));
    const first = await questions(worker);
    console.log(
      `verify, default rate     ${paced.toFixed(2)} s  ${first.length} questions  ${out.trim().split("\n").at(-1)}`,
    );
    const whole = await seconds(() => verify(estate, options, console_));
    const second = await questions(worker);
    console.log(`verify, without a rate   ${whole.toFixed(2)} s  ${second.length} questions`);
    const bare = await seconds(() => loop(port, second));
    console.log(`bare loop of questions   ${bare.toFixed(2)} s`);
    console.log(
      `ratio                    ${(whole / bare).toFixed(1)} without a rate, ${(paced / bare).toFixed(1)} by default`,
    );
  } finally {
    await worker.terminate();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function seconds(work) {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1000;
}

/** What `records` prints of the estate, by name and type. */
async function declared(estate) {
  const { run } = require(join(root, "dist/cli/main.js"));
  let out = "";
  await run(["records", estate, "-f", "json"], {
    out: (text) => {
      out += text;
    },
    err: () => {},
    folder: root,
  });
  return JSON.parse(out);
}

/** The questions that the server got since it was asked last. */
async function questions(worker) {
  worker.postMessage("questions");
  const [got] = await once(worker, "message");
  return got;
}

async function loop(port, asked) {
  const socket = createSocket("udp4");
  await new Promise((done) => socket.connect(port, "127.0.0.1", done));
  let next = 0;
  let open = 0;
  await new Promise((done) => {
    const more = () => {
      while (open < WINDOW && next < asked.length) {
        socket.send(
          packet.encode({
            type: "query",
            id: next & 0xffff,
            flags: packet.RECURSION_DESIRED,
            questions: [asked[next]],
          }),
        );
        next += 1;
        open += 1;
      }
      if (open === 0) done();
    };
    socket.on("message", (octets) => {
      packet.decode(octets);
      open -= 1;
      more();
    });
    more();
  });
  socket.close();
}

/** A resolver that knows these records and that nothing else exists. */
async function serve(records) {
  const held = new Map();
  for (const { name, type, ttl, data } of records) {
    const key = `${name} ${type}`;
    const [preference, exchange] = data.split(" ");
    const wire = type === "MX" ? { preference: Number(preference), exchange } : data;
    held.set(key, [...(held.get(key) ?? []), { name, type, ttl, data: wire }]);
  }
  let asked = [];
  const socket = createSocket("udp4").bind(0, "127.0.0.1");
  socket.on("message", (octets, from) => {
    const {
      id,
      questions: [question],
    } = packet.decode(octets);
    asked.push(question);
    const answers = held.get(`${question.name} ${question.type}`) ?? [];
    const flags = packet.RECURSION_AVAILABLE | packet.RECURSION_DESIRED;
    socket.send(
      packet.encode({ type: "response", id, flags, questions: [question], answers }),
      from.port,
      from.address,
    );
  });
  await once(socket, "listening");
  parentPort.on("message", () => {
    parentPort.postMessage(asked);
    asked = [];
  });
  parentPort.postMessage(socket.address().port);
}
