/** A text that cannot control a terminal: control characters and bidirectional marks become `?`. */
export const printable = (text: string): string => text.replace(/[\p{Cc}\p{Bidi_Control}]/gu, c => (c === '\t' || c === '\n' ? c : '?'));
