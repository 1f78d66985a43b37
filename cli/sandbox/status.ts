import type { Console } from "../console";
import { SandboxRegister } from "./register";

/** `mail-hygiene sandbox status`: this user's sandboxes that stay. */
export function sandboxStatus(console: Console): 0 {
  const register = new SandboxRegister(process.env);
  const running = register.names().flatMap((name) => {
    const sandbox = register.find(name);
    return sandbox ? [{ name, sandbox }] : [];
  });
  if (running.length === 0) console.out("no sandbox is up\n");
  for (const { name, sandbox } of running) {
    const { since, from, endpoints, providers, pid } = sandbox;
    console.out(
      [
        `${name}: up since ${since}, from ${from}, process ${pid}`,
        ...Object.entries(endpoints).map(([service, address]) => `  ${service.padEnd(12)}${address}`),
        ...providers.map((provider) => `  ${"provider".padEnd(12)}${provider}`),
        "",
      ].join("\n"),
    );
  }
  return 0;
}
