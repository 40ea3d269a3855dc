import { z } from 'zod';
import { Topic } from '../domain/topics/topic';

const Id = z.string().regex(/^[a-z][a-zA-Z0-9]*(?:[.-][a-zA-Z0-9]+)*$/, 'consists of words with dots or hyphens between, such as contact.email');
const Text = z.string().refine((text) => text.trim() !== '', 'is not empty');

/** A phrase as it stands in a Danish file: the master, with all that holds in every language. */
export const MasterPhrase = z
  .strictObject({
    text: Text,
    actions: z.array(Id).min(1).optional(),
    topic: Topic.optional(),
    values: z.array(z.string().regex(/^[a-zA-Z][a-zA-Z0-9-]*$/, 'is a name without a dot')).min(1).optional(),
    facts: z.array(z.string().regex(/^[A-Z]\d+$/, 'names a fact such as S4')).min(1).optional(),
    source: z.string().min(1).optional(),
    checked: z.iso.date().optional(),
    expires: z.iso.date().optional(),
  })
  .superRefine(({ facts, source, checked, expires }, context) => {
    const rule = (holds: boolean, message: string) => holds || context.addIssue({ code: 'custom', path: [], message });
    const dated = source !== undefined || expires !== undefined;
    rule(!facts || source !== undefined, 'has a "source", because it states facts');
    rule(!(facts ?? dated) || checked !== undefined, 'has "checked", the day someone last compared it with its source');
    rule(checked === undefined || facts !== undefined || source !== undefined, 'has a "source", because "checked" says that someone compared it with something');
    rule(checked === undefined || expires === undefined || expires > checked, 'has "expires" on a day after "checked"');
  });
export type MasterPhrase = z.infer<typeof MasterPhrase>;

/** content/<scope>/da/<subject>.yaml */
export const MasterPhrases = z.record(Id, MasterPhrase);

/** content/<scope>/<another language>/<subject>.yaml: the same ids; all but the words stands in the Danish file. */
export const TranslatedPhrases = z.record(Id, z.strictObject({ text: Text }));
