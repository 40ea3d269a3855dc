/** @jest-environment jsdom */
import { adoptStyles } from '../../src/web/adopt-styles';

test('a browser without constructed style sheets gets an element with our script\'s nonce', () => {
  const root = document.createElement('div').attachShadow({ mode: 'open' });
  adoptStyles(root, 'p{color:red}', 'n0nce');
  expect(root.querySelector('style')).toMatchObject({ nonce: 'n0nce', textContent: 'p{color:red}' });
});
