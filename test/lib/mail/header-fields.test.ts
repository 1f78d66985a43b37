import fc from "fast-check";
import { readMessage, unfolded, writeMessage } from "../../../lib/mail/header-fields";

const octets = (text: string) => Buffer.from(text, "latin1");

function read(text: string) {
  const message = readMessage(octets(text));
  if (!message.ok) throw new Error(JSON.stringify(message.faults));
  return message.value;
}

const name = fc.stringMatching(/^[!-9;-~]{1,30}$/);
const words = fc.stringMatching(/^[ -~\u0080-\u00ff\t]{0,40}$/);
/** A body with folds: lines that begin with white space. */
const body = fc
  .tuple(
    words,
    fc.array(
      words.map((text) => `\r\n ${text}`),
      { maxLength: 4 },
    ),
  )
  .map(([first, more]) => first + more.join(""));
const field = fc.tuple(name, body).map(([label, text]) => `${label}:${text}`);

describe("a message", () => {
  test("is written as it was read (property)", () => {
    fc.assert(
      fc.property(
        fc.array(field, { minLength: 1, maxLength: 12 }),
        fc.string({ unit: "binary-ascii" }),
        (fields, rest) => {
          const text = `${fields.join("\r\n")}\r\n\r\n${rest.replace(/[\r\n]+/g, "\r\n")}`;
          const message = read(text);
          expect(message.fields.map(({ raw }) => raw)).toEqual(fields);
          expect(writeMessage(message)).toBe(text);
        },
      ),
    );
  });

  test("read with LF alone is the same message (property)", () => {
    fc.assert(
      fc.property(fc.array(field, { minLength: 1, maxLength: 6 }), (fields) => {
        const text = `${fields.join("\r\n")}\r\n\r\nHello\r\n`;
        const [one, other] = [read(text), read(text.replaceAll("\r\n", "\n"))];
        expect({ ...other, oddities: [] }).toEqual({ ...one, oddities: [] });
        expect(other.oddities).toContain("has lines that end in LF alone, and are read as ending in CRLF");
      }),
    );
  });

  test("of any octets is read or refused, and never throws (property)", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (any) => {
        const message = readMessage(any);
        if (message.ok) expect(message.value.fields.length).toBeGreaterThan(0);
        else expect(message.faults).toHaveLength(1);
      }),
    );
  });

  test("keeps what stands before it, and lines that are no fields, out of its header and says so", () => {
    const { fields, oddities } = read(
      "\xef\xbb\xbfFrom ceo@contoso.com Sat Nov 28 13:00:00 2026\r\nFrom: ceo@contoso.com\r\nnonsense\r\nA: \0\xfc\r\n\r\n",
    );
    expect(fields.map(({ name: label }) => label)).toEqual(["From", "A"]);
    expect(oddities).toEqual([
      "begins with a byte order mark, which is left out",
      "begins with the envelope line of a mailbox file",
      "has a header whose line 3 is no field: left out",
      "has NUL octets in its header",
      "has octets in its header that are not ASCII",
    ]);
  });

  test("without a header is none", () => {
    expect(readMessage(octets("\r\nHello"))).toEqual({
      ok: false,
      faults: [
        {
          message: "not a message: no header field",
          expected: "a message as it was received, with its whole header (RFC 5322), such as an .eml file",
        },
      ],
    });
  });

  test("with more fields than any host takes is refused, and one with 10,000 Received and a fold of 4 MB is read at once", () => {
    const start = process.cpuUsage();
    const many = `${"Received: by a.example; Sat, 28 Nov 2026 13:00:00 +0000\r\n".repeat(10_000)}X:${" y\r\n".repeat(1_000_000)} z\r\n\r\n`;
    expect(read(many).fields).toHaveLength(10_001);
    expect(process.cpuUsage(start).user).toBeLessThan(5_000_000);
    expect(readMessage(octets("A:\r\n".repeat(100_001))).ok).toBe(false);
  });

  test("unfolds a body to one line", () => {
    expect(unfolded(" a\r\n\tb\r\n  c ")).toBe("a\tb  c");
  });
});
