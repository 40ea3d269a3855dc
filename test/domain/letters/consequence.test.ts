import { consequenceIn } from '../../../src/domain/letters/consequence';

test.each([
  ['Mødet er den 3. marts.\n\nUdebliver du, kan din hjælp blive sat ned. Ring, hvis du er syg.', 'Udebliver du, kan din hjælp blive sat ned.'],
  ['Send papirerne inden den 4. maj. Hvis vi ikke har hørt fra dig, afgør vi sagen med det, vi har.', 'Hvis vi ikke har hørt fra dig, afgør vi sagen med det, vi har.'],
  ['Betales regningen ikke, kommer der et gebyr på 250 kr.', 'Betales regningen ikke, kommer der et gebyr på 250 kr.'],
  ['Ved manglende fremmøde uden grund kan du miste ydelsen for dagen.', 'Ved manglende fremmøde uden grund kan du miste ydelsen for dagen.'],
  ['Please call us. If you do not attend, your benefit may be reduced.', 'If you do not attend, your benefit may be reduced.'],
])('what happens if she does not: %j', (text, said) => expect(consequenceIn(text)).toBe(said));

test.each(['Vi glæder os til at se dig.', 'Hvis du har spørgsmål, så ring.', 'Du skal ikke gøre noget.', ''])('nothing is threatened: %j', (text) => expect(consequenceIn(text)).toBeNull());
