import { CloudAdapter, type Activity, type InvokeResponse, type TurnContext } from 'botbuilder';
import type { AuthenticateRequestResult } from 'botframework-connector';

/**
 * Bot Framework's adapter without its way of answering HTTP: that one writes what went wrong into the body and onto
 * the console, message and all.
 */
export class ChannelAdapter extends CloudAdapter {
  /** Who sent an activity. Rejects when its token is none, or is not for this bot and address. */
  authenticate(activity: Activity, authorization: string): Promise<AuthenticateRequestResult> {
    return this.botFrameworkAuthentication.authenticateRequest(activity, authorization);
  }

  /** What a turn needs that nobody asked for just now: the bot speaks for itself. */
  asBot(appId: string): AuthenticateRequestResult {
    const claimsIdentity = this.createClaimsIdentity(appId);
    return { audience: this.botFrameworkAuthentication.getOriginatingAudience(), claimsIdentity, connectorFactory: this.botFrameworkAuthentication.createConnectorFactory(claimsIdentity) };
  }

  run(sender: AuthenticateRequestResult, activity: Activity, logic: (context: TurnContext) => Promise<void>): Promise<InvokeResponse | undefined> {
    return this.processActivity(sender, activity, logic);
  }
}
