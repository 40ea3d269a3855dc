/** The crash points that a run draws from; each is `<what>-<call>.<before|half|after>` of fault-points.cjs. */
const WRITES = ['journal', 'cases', 'upload', 'conversation'];
const CALLS = [
  'journal-sync', 'journal-remove', 'journal-folder-sync',
  'conversation-sync', 'conversation-truncate', 'conversation-remove', 'conversations-folder-sync',
  'cases-sync', 'cases-rename', 'compaction-sync', 'pin-attempts-rename',
  'upload-sync', 'upload-rename', 'upload-remove', 'upload-folder-sync', 'uploads-folder-sync',
  'unanswered-folder-sync', 'marker-remove',
  'lock-make', 'server-write', 'folder-folder-sync',
  'push', 'answer-token', 'answer-conversation', 'answer-message', 'answer-upload',
];
/** The points of a node whose store is a database. */
export const NODE_POINTS: readonly string[] = ['begin', 'statement', 'commit', 'push', 'answer-token', 'answer-conversation', 'answer-message', 'answer-upload'].flatMap((call) => [`${call}.before`, `${call}.after`]);
export const POINTS: readonly string[] = [
  ...WRITES.flatMap((kind) => [`${kind}-write.before`, `${kind}-write.half`, `${kind}-write.after`]),
  ...CALLS.flatMap((call) => [`${call}.before`, `${call}.after`]),
];
