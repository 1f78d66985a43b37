import { type Diagnostic, DiagnosticError } from "../../provider/plugin/index";
import { m365 } from "../../provider/provider";
import { type Emulator, startEmulator } from "../../sandbox/microsoft";
import { takeFromActiveDirectory } from "../../sandbox/microsoft/tenant/on-premises";
import { ALEX, Intruder } from "./containment/intruder";
import { clientsFor, FastClock, QUICK, sessionSignal } from "./support/clients";

const { actions = {} } = m365("0.0.0");

let emulator: Emulator;
let intruder: Intruder;
let said: string[];

beforeEach(async () => {
  emulator = await startEmulator({ domains: ["contoso.com"], users: [{ userPrincipalName: ALEX }] });
  intruder = new Intruder(emulator.state);
  said = [];
});

afterEach(() => emulator.close());

function act(type: string, config: object): Promise<void> | undefined {
  const clock = new FastClock();
  const context = {
    client: { ...clientsFor(emulator.env, { clock, patience: QUICK }), clock },
    signal: sessionSignal(),
    progress: (message: string) => said.push(message),
    warn: ({ summary }: Diagnostic) => said.push(`warning: ${summary}`),
  };
  return actions[type]?.invoke(config as never, context as never);
}

it("block_sign_in: nobody signs in, and whoever comes from Active Directory is told of", async () => {
  await act("m365_block_sign_in", { user_principal_name: ALEX });
  expect(intruder.user.accountEnabled).toBe(false);
  expect(() => intruder.signsIn(Date.now())).toThrow("AADSTS50057");
  takeFromActiveDirectory(emulator.state, intruder.user, "alex");
  await act("m365_block_sign_in", { user_principal_name: ALEX });
  expect(said).toEqual([
    `${ALEX} may not sign in: accountEnabled is false`,
    `warning: ${ALEX} comes from Active Directory: the next sync writes what stands there`,
    `${ALEX} may not sign in: accountEnabled is false`,
  ]);
});

it("revoke_sessions: proven by the time that the directory says", async () => {
  intruder.user.signInSessionsValidFromDateTime = "2026-01-01T00:00:00Z";
  await act("m365_revoke_sessions", { user_principal_name: ALEX });
  const from = intruder.user.signInSessionsValidFromDateTime;
  expect(from).not.toBe("2026-01-01T00:00:00Z");
  expect(said).toEqual([`sessions of ${ALEX} count from ${from} on`]);
});

it("rotate_dkim: the other selector signs next, with a key as long as asked, and not twice at once", async () => {
  const rotate = (key_size: number | null) => act("m365_rotate_dkim", { domain: "contoso.com", key_size });
  await expect(rotate(null)).rejects.toThrow("contoso.com has no DKIM keys");
  const { exchange } = clientsFor(emulator.env, { clock: new FastClock(), patience: QUICK });
  await exchange.invoke("New-DkimSigningConfig", {
    DomainName: "contoso.com",
    KeySize: 1024,
    Enabled: false,
  });
  const config = emulator.state.dkim.get("contoso.com");
  config.RotateOnDate = "2026-01-01T00:00:00Z";
  await rotate(null);
  expect(config).toMatchObject({ SelectorAfterRotateOnDate: "selector2", Selector2KeySize: 1024 });
  expect(said).toEqual([`contoso.com is signed by selector2 from ${config.RotateOnDate} on`]);
  const refused = await rotate(2048)?.catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(DiagnosticError);
  expect(refused).toMatchObject({
    diagnostics: [{ path: ["domain"], detail: expect.stringContaining("are being rotated") }],
  });
  config.RotateOnDate = "2026-01-01T00:00:00Z";
  await rotate(2048);
  expect(config.Selector1KeySize).toBe(2048);
});
