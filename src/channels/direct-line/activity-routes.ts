import { headOf, watermarkOf } from './caller';
import type { Handler, Parts } from './exchange';
import { readJson } from './json-body';
import { receive } from './receive';

/** `GET conversations/{id}/activities`: what was said since a watermark, or all of it. */
export function readActivities(parts: Parts): Handler {
  return async (request) => {
    const head = await headOf(request, parts);
    const found = await parts.options.store.activitiesAfter(head.id, watermarkOf(request) ?? 0);
    return { status: 200, body: { activities: found.map(({ activity }) => activity), watermark: String(found.at(-1)?.seq ?? head.lastSeq) } };
  };
}

/** `POST conversations/{id}/activities`: answered with the id once the activity is kept; the turn follows. */
export function postActivity(parts: Parts, limitMessages: (conversationId: string) => void): Handler {
  return async (request) => {
    const head = await headOf(request, parts);
    limitMessages(head.id);
    return { status: 200, body: { id: await receive(parts, head, await readJson(request), request.id()) } };
  };
}
