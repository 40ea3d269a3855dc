import { ConversationState, type Storage, type TurnContext } from 'botbuilder';
import { DialogSet, DialogTurnStatus, TextPrompt, WaterfallDialog } from 'botbuilder-dialogs';

/** A waterfall of three questions that begins anew when it ends, with its state in a storage: the sample that everybody starts from. */
export function waterfallBot(storage: Storage): (context: TurnContext) => Promise<void> {
  const conversationState = new ConversationState(storage);
  const dialogs = new DialogSet(conversationState.createProperty('dialogs'));
  dialogs.add(new TextPrompt('text'));
  dialogs.add(
    new WaterfallDialog('three', [
      async (step) => step.prompt('text', 'Hvad handler det om?'),
      async (step) => {
        Object.assign(step.values, { about: step.result });
        return step.prompt('text', 'Hvornår skete det?');
      },
      async (step) => {
        Object.assign(step.values, { when: step.result });
        return step.prompt('text', 'Hvad ønsker du?');
      },
      async (step) => {
        await step.context.sendActivity(`Tak. Du skrev: ${String(step.result)}`);
        return step.endDialog();
      },
    ]),
  );
  return async (context) => {
    if (context.activity.type === 'conversationUpdate') {
      await context.sendActivity('Velkommen');
      return;
    }
    const dialog = await dialogs.createContext(context);
    const { status } = await dialog.continueDialog();
    if (status === DialogTurnStatus.empty) await dialog.beginDialog('three');
    await conversationState.saveChanges(context);
  };
}
