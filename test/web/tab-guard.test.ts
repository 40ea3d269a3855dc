import { TabGuard } from '../../src/web/tab-guard';

const guards: TabGuard[] = [];
const tab = (holds: string | null = null) => {
  const guard = new TabGuard();
  guard.hold(holds);
  guards.push(guard);
  return guard;
};
afterEach(() => guards.splice(0).forEach((guard) => guard.close()));

test('a conversation that another tab holds is not this one\'s', async () => {
  tab('c1');
  expect(await tab().isOwn('c1', 1000)).toBe(false);
});

test('one that nobody holds is', async () => {
  tab('c2');
  tab(null);
  expect(await tab().isOwn('c1', 50)).toBe(true);
});

test('a tab does not answer for what it has let go, nor to itself', async () => {
  const other = tab('c1');
  other.hold(null);
  expect(await tab('c1').isOwn('c1', 50)).toBe(true);
});
