import type { ComponentChildren, VNode } from 'preact';

/** Names and what is known of them; what nobody said is left out. */
export function Facts({ rows }: { readonly rows: readonly (readonly [string, ComponentChildren])[] }): VNode {
  const known = rows.filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false);
  return <dl class="facts">{known.map(([name, value]) => <><dt>{name}</dt><dd>{value}</dd></>)}</dl>;
}
