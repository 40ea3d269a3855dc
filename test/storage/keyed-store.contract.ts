import type { KeyedStore } from '../../src/domain/accounts/keyed-store';

/** A thing that the suite keeps. */
export interface Thing {
  readonly word: string;
  readonly count: number;
}

export interface KeyedStoreUnderTest {
  readonly store: KeyedStore<Thing>;
  reopen(): Promise<KeyedStore<Thing>>;
}

/** What every store of things under an id must do. */
export function behavesAsKeyedStore(begin: () => Promise<KeyedStoreUnderTest>): void {
  let store: KeyedStore<Thing>;
  let reopen: () => Promise<KeyedStore<Thing>>;
  beforeEach(async () => {
    const under = await begin();
    store = under.store;
    reopen = async () => (store = await under.reopen());
  });

  test('a thing is there as it was, after a restart as well; one that is not there is null', async () => {
    await store.add('b.$1', { word: 'æøå "\n', count: 1 });
    await reopen();
    expect(await store.find('b.$1')).toEqual({ word: 'æøå "\n', count: 1 });
    expect(await store.find('c')).toBeNull();
  });

  test('an id is taken once', async () => {
    await store.add('a', { word: 'first', count: 1 });
    await expect(store.add('a', { word: 'second', count: 2 })).rejects.toMatchObject({ code: 'id-taken' });
    expect((await store.find('a'))?.word).toBe('first');
  });

  test('of many who add the same id at once, one does', async () => {
    const results = await Promise.allSettled(Array.from({ length: 5 }, (_, count) => store.add('a', { word: 'w', count })));
    expect(results.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('changes in one step, however many ask at once; a change that throws changes nothing', async () => {
    await store.add('a', { word: 'w', count: 0 });
    await Promise.all(Array.from({ length: 20 }, () => store.change('a', (thing) => ({ ...thing, count: thing.count + 1 }))));
    await expect(store.change('a', () => { throw new RangeError('no'); })).rejects.toThrow('no');
    expect(await store.change('z', (thing) => thing)).toBeNull();
    await reopen();
    expect(await store.find('a')).toEqual({ word: 'w', count: 20 });
  });

  test('all come in the order of their ids; what was removed is gone, and can be added again', async () => {
    for (const id of ['b', 'a', 'c']) await store.add(id, { word: id, count: 1 });
    expect((await store.all()).map(({ word }) => word)).toEqual(['a', 'b', 'c']);
    await store.remove(['a', 'c', 'never']);
    await store.add('a', { word: 'again', count: 2 });
    await reopen();
    expect((await store.all()).map(({ word }) => word)).toEqual(['again', 'b']);
  });
}
