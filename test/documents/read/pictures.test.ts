import sharp from 'sharp';
import { wordsFound } from '../../../src/cli/files/words-found';
import { faultOf, fixture, goldText, made, read } from './reader';

jest.setTimeout(60_000);

const NAME = 'b24-scan-skygge.jpg';
const scan = (): sharp.Sharp => sharp(fixture(NAME).bytes);

test('a scan that lies upside down is read all the same', async () => {
  const { text, poor } = await read(made(await scan().rotate(180).jpeg().toBuffer()));
  expect(wordsFound(goldText(NAME), text).lost).toEqual([]);
  expect(poor).toBe(false);
});

test('where a part of the page cannot be read, the reading says that it is poor', async () => {
  const lower = await scan().extract({ left: 0, top: 800, width: 1241, height: 350 }).blur(5).toBuffer();
  const { text, poor } = await read(made(await scan().composite([{ input: lower, left: 0, top: 800 }]).jpeg().toBuffer()));
  expect(text).toContain('Svar på ansøgning om kørsel');
  expect(text).not.toContain('Klagen sendes til styrelsen');
  expect(poor).toBe(true);
});

test('what is a blur all over is no reading', async () => expect(await faultOf(made(await scan().blur(4).jpeg().toBuffer()))).toBe('document-no-text'));
