/** Codes of the faults we foresee. A code never changes: programs, logs and runbooks rely on it. */
export type FaultCode =
  | 'settings-invalid'
  | 'content-invalid'
  | 'key-invalid'
  | 'store-locked'
  | 'store-failed'
  | 'store-unsure'
  | 'store-corrupt'
  | 'conversation-exists'
  | 'conversation-unknown'
  | 'turn-overtaken'
  | 'case-exists'
  | 'case-unknown'
  | 'case-changed'
  | 'id-taken'
  | 'not-found'
  | 'not-allowed'
  | 'forbidden'
  | 'bad-request'
  | 'too-large'
  | 'too-many'
  | 'mail-failed'
  | 'model-invalid'
  | 'port-taken'
  | 'server-unreachable'
  | 'document-locked'
  | 'document-broken'
  | 'document-empty'
  | 'document-wrong'
  | 'document-too-large'
  | 'document-stopped'
  | 'document-heic'
  | 'document-no-text'
  | 'document-too-many'
  | 'document-too-slow';

/**
 * A fault we foresee: a code that never changes for programs; what is wrong and what to do about it for people.
 *
 * @example throw new AdviserError('store-locked', 'Process 4711 holds the data folder.', 'Stop it, then start again.')
 */
export class AdviserError extends Error {
  override readonly name = 'AdviserError';
  constructor(
    readonly code: FaultCode,
    readonly what: string,
    readonly remedy: string,
    options?: ErrorOptions,
  ) {
    super(`${what} ${remedy}`, options);
  }
}
