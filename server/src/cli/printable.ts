/** A text that cannot steer a terminal: control characters and marks that turn the direction of writing are shown as `?`. */
export const printable = (text: string): string => text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, c => (c === '\t' || c === '\n' ? c : '?'));
