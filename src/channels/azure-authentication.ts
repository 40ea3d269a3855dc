import { ConfigurationBotFrameworkAuthentication } from 'botbuilder';
import type { BotFrameworkAuthentication } from 'botframework-connector';

/** The bot's registration with Azure Bot Service. */
export interface Registration {
  readonly appId: string;
  readonly password: string | null;
  readonly type: string;
  readonly tenantId: string | null;
}

/** Microsoft's own checks and tokens, with the bot's registration. */
export const azureAuthentication = ({ appId, password, type, tenantId }: Registration): BotFrameworkAuthentication =>
  new ConfigurationBotFrameworkAuthentication({
    MicrosoftAppId: appId,
    MicrosoftAppType: type,
    ...(password === null ? {} : { MicrosoftAppPassword: password }),
    ...(tenantId === null ? {} : { MicrosoftAppTenantId: tenantId }),
  });
