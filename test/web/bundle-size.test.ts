import { gzipSync } from 'node:zlib';
import { buildBundles } from './build-bundles';

test.each([
  { name: 'launcher.js', most: 3 * 1024, why: 'it is on every page of the municipality' },
  { name: 'chat.js', most: 40 * 1024, why: 'an old phone on a slow line fetches it' },
])('$name stays below $most bytes gzip: $why', async ({ name, most }) => {
  const bundle = (await buildBundles()).get(name);
  if (!bundle) throw new Error(`${name} was not built`);
  expect(gzipSync(bundle, { level: 9 }).length).toBeLessThanOrEqual(most);
});

test('the scripts are old enough for old phones, and make no markup from text', async () => {
  for (const bundle of (await buildBundles()).values()) {
    const code = bundle.toString();
    expect(code).not.toMatch(/\?\.|\?\?|\(\?<[=!]/); // optional chaining, nullish, look-behind: after 2019
    expect(code).not.toMatch(/insertAdjacentHTML|document\.write|\beval\(|new Function/);
  }
});
