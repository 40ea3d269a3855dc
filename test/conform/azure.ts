import { createSign, generateKeyPairSync } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BotFrameworkAuthenticationFactory, ServiceClientCredentialsFactory, type BotFrameworkAuthentication } from 'botframework-connector';

export const APP_ID = '2b5e4b5e-1111-4222-8333-123456789abc';
const ISSUER = 'https://api.botframework.com';
const KEY_ID = 'key-of-the-test';

/** The app is known; what it shows to channels is a word of the test's, not a token that Microsoft would have to give. */
class TestCredentials extends ServiceClientCredentialsFactory {
  async isValidAppId(appId: string): Promise<boolean> {
    return appId === APP_ID;
  }
  async isAuthenticationDisabled(): Promise<boolean> {
    return false;
  }
  override async createCredentials(): Promise<{ signRequest: <Resource extends { headers: { set(name: string, value: string): void } }>(resource: Resource) => Promise<Resource> }> {
    return {
      signRequest: async (resource) => {
        resource.headers.set('authorization', 'Bearer ours');
        return resource;
      },
    };
  }
}

/** Azure on this machine: its keys, and a channel's service that takes what the bot sends. */
export class LocalAzure {
  /** What the bot sent to the service, in order. */
  readonly sent: { readonly path: string; readonly activity: Record<string, unknown> }[] = [];
  /** Which activities the service takes. */
  takes: (activity: Record<string, unknown>) => boolean = () => true;
  private readonly keys = generateKeyPairSync('rsa', { modulusLength: 2048 });

  private constructor(private readonly server: Server) {}

  static async start(): Promise<LocalAzure> {
    const server = createServer();
    const azure = new LocalAzure(server);
    server.on('request', (request, response) => {
      let body = '';
      request.on('data', (chunk: Buffer) => (body += chunk.toString()));
      request.on('end', () => {
        const path = request.url ?? '';
        const answer = (status: number, json: object) => {
          response.writeHead(status, { 'content-type': 'application/json' });
          response.end(JSON.stringify(json));
        };
        if (path === '/openid') answer(200, { issuer: ISSUER, jwks_uri: `${azure.url}/keys` });
        else if (path === '/keys') answer(200, { keys: [{ ...azure.keys.publicKey.export({ format: 'jwk' }), kid: KEY_ID, endorsements: ['msteams', 'webchat'] }] });
        else {
          const activity = JSON.parse(body) as Record<string, unknown>;
          const taken = azure.takes(activity);
          if (taken) azure.sent.push({ path, activity });
          answer(taken ? 200 : 400, { id: String(azure.sent.length) });
        }
      });
    });
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    return azure;
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  /** The framework's own checks, with keys from here instead of Microsoft's. */
  authentication(): BotFrameworkAuthentication {
    const at = (path: string): string => `${this.url}${path}`;
    return BotFrameworkAuthenticationFactory.create('', true, at('/login'), ISSUER, ISSUER, at('/oauth'), at('/openid'), at('/openid'), 'urn:botframework:azure', new TestCredentials() as ServiceClientCredentialsFactory, { requiredEndorsements: [], validTokenIssuers: [] } as never);
  }

  /** A channel's token; `change` makes it a wrong one. */
  token(change: Record<string, unknown> = {}, header: Record<string, unknown> = {}): string {
    const now = Math.floor(Date.now() / 1000);
    const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
    const signed = `${encode({ alg: 'RS256', typ: 'JWT', kid: KEY_ID, ...header })}.${encode({ iss: ISSUER, aud: APP_ID, serviceurl: `${this.url}/`, nbf: now - 10, exp: now + 600, ...change })}`;
    return `${signed}.${createSign('RSA-SHA256').update(signed).sign(this.keys.privateKey).toString('base64url')}`;
  }

  stop(): void {
    this.server.close();
    this.server.closeAllConnections();
  }
}
