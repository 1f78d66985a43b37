import { parseHandshake } from "../../../rollout/shared-providers/handshake";

test("a provider that serves on a socket without TLS says by which protocol, and where", () => {
  expect(parseHandshake("1|5|unix|/tmp/plugin364556820|grpc|")).toEqual({
    protocol: 5,
    socket: "/tmp/plugin364556820",
  });
  // go-plugin says since 1.6 whether it multiplexes.
  expect(parseHandshake("1|6|unix|/tmp/plugin1|grpc||false")).toEqual({
    protocol: 6,
    socket: "/tmp/plugin1",
  });
});

test.each([
  ["1|6|tcp|127.0.0.1:1234|grpc|", "it serves on a network address"],
  ["1|7|unix|/tmp/plugin1|grpc|", "it speaks plugin protocol 7"],
  ["1|4|unix|/tmp/plugin1|netrpc", "it speaks plugin protocol 4"],
  ["1|5|unix|/tmp/plugin1|netrpc", "it does not speak gRPC"],
  ["1|5|unix|/tmp/plugin1|grpc|MIIBszCCAVmg", "it serves with TLS, of which nobody asked it"],
  ["2|5|unix|/tmp/plugin1|grpc|", "it answers with no handshake"],
  ["1|0x5|unix|/tmp/plugin1|grpc|", "it answers with no handshake"],
  ["", "it answers with no handshake"],
  ["This binary is a plugin.", "it answers with no handshake"],
])("%j is none that can be shared", (line, fault) => {
  expect(parseHandshake(line)).toEqual({ fault });
});
