import { ActivityHandler } from 'botbuilder';
import { botbuilderTurn } from '../botbuilder-turn';
import { servePeer } from '../peer-server';

const bot = new ActivityHandler();
bot.onMessage(async (context, next) => {
  await context.sendActivity(`Echo: ${context.activity.text}`);
  await next();
});
servePeer(botbuilderTurn((context) => bot.run(context)));
