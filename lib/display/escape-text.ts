const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** `text` with the four characters that mean something in HTML and SVG written as entities. */
export function escapeText(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character]);
}
