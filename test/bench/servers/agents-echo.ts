import { Activity } from '@microsoft/agents-activity';
import { ActivityHandler, BaseAdapter, TurnContext } from '@microsoft/agents-hosting';
import { servePeer } from '../peer-server';

class MemoryAdapter extends BaseAdapter {
  async sendActivities(context: TurnContext, activities: Activity[]): Promise<{ id: string }[]> {
    context.turnState.get('said').push(...activities.map((each) => ({ ...each })));
    return activities.map((_each, nth) => ({ id: String(nth) }));
  }
  async updateActivity(): Promise<void> {}
  async deleteActivity(): Promise<void> {}
  async continueConversation(): Promise<void> {}
  async uploadAttachment(): Promise<never> { throw new Error('none'); }
  async getAttachment(): Promise<never> { throw new Error('none'); }
  async getAttachmentInfo(): Promise<never> { throw new Error('none'); }
}
const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  await context.sendActivity(`Echo: ${context.activity.text}`);
  await next();
});
const adapter = new MemoryAdapter();
servePeer(async (activity) => {
  const context = new TurnContext(adapter, Activity.fromObject(activity));
  const said: object[] = [];
  context.turnState.set('said', said);
  await adapter.runMiddleware(context, (each: TurnContext) => bot.run(each));
  return said;
});
