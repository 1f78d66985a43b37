/** A segment of a path without its percent signs; as it is where they are wrong. */
export function decodedSegment(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
