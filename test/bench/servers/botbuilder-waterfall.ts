import { MemoryStorage } from 'botbuilder';
import { botbuilderTurn } from '../botbuilder-turn';
import { servePeer } from '../peer-server';
import { waterfallBot } from '../waterfall';

servePeer(botbuilderTurn(waterfallBot(new MemoryStorage())));
