/** Groups of digits with spaces between: a phone number, a day with its time. */
const NUMBER = /(\+?\d[\d.:]*(?: \d[\d.:]*)+)/;
const RIGHT_TO_LEFT = /[\u0590-\u08ff]/;

/** Words in which numbers keep the order of their groups: between words from right to left "70 201 201" would be shown as "201 201 70". */
export function NumbersForward({ text }: { text: string }) {
  if (!RIGHT_TO_LEFT.test(text)) return <>{text}</>;
  return <>{text.split(NUMBER).map((piece, place) => (place % 2 === 1 ? <bdi dir="ltr">{piece}</bdi> : piece))}</>;
}
