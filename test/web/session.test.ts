/** @jest-environment jsdom */
import { IDLE_LIMIT_MS, clearSession, loadSession, saveSession, tabStorage, type Session } from '../../src/web/session';

const session: Session = { token: 't', conversationId: 'c', language: 'da', at: 1000, open: true };

beforeEach(() => sessionStorage.clear());

test('what is saved is found again, until it has been left alone for 30 minutes', () => {
  saveSession(sessionStorage, session);
  expect(loadSession(sessionStorage, 1000 + IDLE_LIMIT_MS - 1)).toEqual(session);
  expect(loadSession(sessionStorage, 1000 + IDLE_LIMIT_MS)).toBeNull();
  expect(sessionStorage.length).toBe(0);
});

test('cleared is cleared', () => {
  saveSession(sessionStorage, session);
  clearSession(sessionStorage);
  expect(loadSession(sessionStorage, 1000)).toBeNull();
});

test.each(['', 'x', '7', 'null', '{}', JSON.stringify({ ...session, token: 7 }), JSON.stringify({ ...session, language: 'de' })])('%j in the storage is no session', (text) => {
  sessionStorage.setItem('vejviser', text);
  expect(loadSession(sessionStorage, 1000)).toBeNull();
});

test('a browser that forbids storage only loses the resuming', () => {
  expect(() => {
    saveSession(null, session);
    clearSession(null);
  }).not.toThrow();
  expect(loadSession(null, 1000)).toBeNull();
  const forbidden = jest.spyOn(window, 'sessionStorage', 'get').mockImplementation(() => {
    throw new DOMException('forbidden');
  });
  expect(tabStorage()).toBeNull();
  forbidden.mockRestore();
});
