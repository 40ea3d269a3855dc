import { readSettings } from '../src/settings';

const APP = '2b5e4b5e-1111-4222-8333-123456789abc';

test('without a setting it runs on the machine itself, with the store in a folder', () => {
  expect(readSettings({})).toMatchObject({
    port: 3978,
    host: '127.0.0.1',
    dataDir: '.data',
    municipality: 'ishoj',
    publicUrl: null,
    allowedOrigins: [],
    trustProxy: false,
    retention: { chatDays: 21, filesHours: 24, caseMonths: 60 },
    mail: null,
    azure: null,
  });
});

test('a bot of several tenants needs no tenant; replies go to Microsoft’s addresses alone', () =>
  expect(readSettings({ MICROSOFT_APP_ID: APP, MICROSOFT_APP_PASSWORD: 'x', MICROSOFT_APP_TYPE: 'MultiTenant' }).azure).toEqual({
    appId: APP,
    password: 'x',
    type: 'MultiTenant',
    tenantId: null,
    allowedServiceUrls: ['https://smba.trafficmanager.net', 'https://*.botframework.com'],
  }));

test('an empty variable counts as not set', () => expect(readSettings({ PORT: '', SECRET_KEY: '' })).toMatchObject({ port: 3978, secretKey: null }));

test('origins are a list with commas or spaces between', () =>
  expect(readSettings({ ALLOWED_ORIGINS: 'https://ishoj.dk, https://www.ishoj.dk' }).allowedOrigins).toEqual(['https://ishoj.dk', 'https://www.ishoj.dk']));

test.each([
  [{ PORT: '80a' }, /PORT .*0 to 65535/],
  [{ PORT: '70000' }, /PORT .*0 to 65535/],
  [{ PUBLIC_URL: 'chat.example.dk' }, /PUBLIC_URL .*https:\/\/chat\.example\.dk/],
  [{ PUBLIC_URL: 'https://chat.example.dk/bot' }, /PUBLIC_URL .*without a path/],
  [{ ALLOWED_ORIGINS: 'ishoj.dk' }, /ALLOWED_ORIGINS .*https:\/\/ishoj\.dk/],
  [{ TRUST_PROXY: 'maybe' }, /TRUST_PROXY .*"true" or "false"/],
  [{ STORE: 'redis' }, /STORE .*"embedded".*postgres:\/\//],
  [{ MUNICIPALITY: '../etc' }, /MUNICIPALITY .*folder below CONTENT_DIR/],
  [{ RETENTION_CHAT_DAYS: '0' }, /RETENTION_CHAT_DAYS .*1 to 3650/],
  [{ DIRECT_LINE_SECRET: 'short' }, /DIRECT_LINE_SECRET .*16 characters/],
  [{ SMTP_URL: 'smtp://mail.example.dk' }, /SMTP_FROM and SMTP_TO go together/],
  [{ MICROSOFT_APP_ID: 'bot' }, /MICROSOFT_APP_ID .*app id/],
  [{ MICROSOFT_APP_PASSWORD: 'x' }, /MICROSOFT_APP_ID is missing/],
  [{ MICROSOFT_APP_ID: APP, MICROSOFT_APP_TENANT_ID: APP }, /MICROSOFT_APP_PASSWORD is needed with SingleTenant/],
  [{ MICROSOFT_APP_ID: APP, MICROSOFT_APP_PASSWORD: 'x' }, /MICROSOFT_APP_TENANT_ID is needed with SingleTenant/],
  [{ MICROSOFT_APP_ID: APP, MICROSOFT_APP_TYPE: 'UserAssignedMSI', MICROSOFT_APP_PASSWORD: 'x', MICROSOFT_APP_TENANT_ID: APP }, /MICROSOFT_APP_PASSWORD must not be set/],
  [{ MICROSOFT_APP_TYPE: 'Other' }, /MICROSOFT_APP_TYPE .*SingleTenant/],
  [{ ALLOWED_SERVICE_URLS: 'smba.trafficmanager.net' }, /ALLOWED_SERVICE_URLS .*https:/],
  [{ WEBHOOK_URL: 'https://journal.example.dk' }, /WEBHOOK_URL and WEBHOOK_SECRET go together/],
  [{ WEBHOOK_URL: 'http://journal.example.dk', WEBHOOK_SECRET: 'x'.repeat(32) }, /WEBHOOK_URL .*over https/],
  [{ OIDC_ISSUER: 'https://login.example.dk' }, /OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together/],
  [{ OIDC_ISSUER: 'http://login.example.dk', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' }, /OIDC_ISSUER .*over https/],
  [{ OIDC_ISSUER: 'http://127.0.0.1.evil.example', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b' }, /OIDC_ISSUER .*over https/],
  [{ OIDC_ISSUER: 'https://login.example.dk', OIDC_CLIENT_ID: 'a', OIDC_CLIENT_SECRET: 'b', OIDC_ADVISERS: 'a@b.dk' }, /OIDC_ADMINISTRATORS is a list/],
  [{ SECRET_KEY: 'a', SECRET_KEY_FILE: 'b' }, /SECRET_KEY and SECRET_KEY_FILE are both set/],
])('%j stops the start with a line that says how to put it right', (environment, line) => {
  expect(() => readSettings(environment)).toThrow(line);
  expect(() => readSettings(environment)).toThrow(expect.objectContaining({ code: 'settings-invalid' }));
});

test('all that is wrong is named at once', () => expect(() => readSettings({ PORT: 'x', STORE: 'y' })).toThrow(/PORT.*STORE/));
