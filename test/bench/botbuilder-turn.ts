import { BotAdapter, TurnContext, type Activity, type ResourceResponse } from 'botbuilder';

/** An adapter that keeps what is said in memory: the least that a bot of this family needs. */
class MemoryAdapter extends BotAdapter {
  async run(activity: Partial<Activity>, logic: (context: TurnContext) => Promise<void>): Promise<readonly object[]> {
    const context = new TurnContext(this, activity);
    const said: object[] = [];
    context.turnState.set('said', said);
    await this.runMiddleware(context, logic);
    return said;
  }
  async sendActivities(context: TurnContext, activities: Partial<Activity>[]): Promise<ResourceResponse[]> {
    context.turnState.get<object[]>('said').push(...activities);
    return activities.map((_each, nth) => ({ id: String(nth) }));
  }
  async updateActivity(): Promise<void> {}
  async deleteActivity(): Promise<void> {}
  async continueConversation(): Promise<void> {}
}

const adapter = new MemoryAdapter();
export const botbuilderTurn = (logic: (context: TurnContext) => Promise<void>) => (activity: Record<string, unknown>) => adapter.run(activity as Partial<Activity>, logic);
