import { asPlainText, messageOf, openChoices, withMessage, type Message } from '../../src/web/message';
import { readActivity } from '../../src/web/activity';

const message = (more: Partial<Message>): Message => ({ key: 'k', fromCitizen: true, text: '', language: null, at: 1, delivery: 'sent', actions: [], files: [], receipt: null, copyable: false, ...more });

test('what comes back from the server takes the place of what was shown at once', () => {
  const shown = message({ key: 'c1', text: '010190-1234', delivery: 'sending', at: 5 });
  const back = messageOf(readActivity({ id: 's1', type: 'message', text: '010190-••••', from: { role: 'user' }, channelData: { clientActivityID: 'c1' } }, null, 'https://a/'), 9);
  expect(withMessage([shown, message({ key: 'c2' })], back)).toEqual([{ ...shown, text: '010190-••••', delivery: 'sent' }, message({ key: 'c2' })]);
});

test('choices are open only under the last message, and only if it is the bot\'s', () => {
  const actions = [{ title: 'Ja', value: 'ja' }];
  const asked = message({ fromCitizen: false, actions });
  expect(openChoices([asked])).toBe(actions);
  expect(openChoices([asked, message({})])).toEqual([]);
  expect(openChoices([])).toEqual([]);
});

test('as plain text: who and when, the words, the files, the receipt', () => {
  const messages = [message({ text: 'Hej', files: [{ name: 'brev.pdf', url: null }] }), message({ key: 'b', text: 'Sendt.', receipt: { lines: ['Nummer: 1'] } })];
  expect(asPlainText(messages, ({ key }) => `[${key}]`)).toBe('[k]\nHej\nbrev.pdf\n\n[b]\nSendt.\nNummer: 1');
});
