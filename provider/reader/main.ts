import type { ReaderAnswer, ReaderOrder } from "./orders";
import { carryOut } from "./read";

// A program of its own beside the provider: it reads a tenant, or decodes what was read, and changes nothing. What it is
// to do comes on its standard input, what came of it goes to its standard output; credentials are in its environment.

async function main(): Promise<void> {
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk);
  const order: ReaderOrder = JSON.parse(Buffer.concat(chunks).toString("utf8"));
  const answer: ReaderAnswer = await carryOut(order, { env: process.env });
  // Connections are kept for a while: nobody waits for them.
  process.stdout.write(JSON.stringify(answer), () => process.exit(0));
}

void main();
