import { z } from 'zod';
import { AdviserError } from './domain/adviser-error';

const ORIGIN = /^https?:\/\/[a-z0-9.-]+(:\d+)?$/i;

/** An origin, in which `*.` may stand for any subdomain. */
const SERVICE_URL = /^https?:\/\/(\*\.)?[a-z0-9.-]+(:\d+)?$/i;

const flag = z
  .enum(['true', 'false', '1', '0', 'yes', 'no'], { error: 'is "true" or "false"' })
  .transform((said) => said === 'true' || said === '1' || said === 'yes');

const wholeNumber = (least: number, most: number) =>
  z
    .string()
    .regex(/^\d{1,6}$/, `is a whole number from ${least} to ${most}`)
    .transform(Number)
    .refine((value) => value >= least && value <= most, `is a whole number from ${least} to ${most}`);

const list = z.string().transform((said) => said.split(/[\s,]+/).filter(Boolean).map((each) => each.toLowerCase()));

/** What each variable may hold. Every message ends a line that begins with the variable's name. */
const Environment = z.object({
  PORT: wholeNumber(0, 65_535).default(3978),
  HOST: z.string().min(1).default('127.0.0.1'),
  DATA_DIR: z.string().min(1, 'is the folder where conversations and cases are kept').default('.data'),
  CONTENT_DIR: z.string().min(1, 'is the folder that holds denmark/ and the municipality').default('content'),
  MUNICIPALITY: z.string().regex(/^[a-z0-9-]{1,40}$/, 'is the name of a folder below CONTENT_DIR, such as "ishoj"').default('ishoj'),
  PUBLIC_URL: z.string().regex(ORIGIN, 'is the address citizens use, without a path, such as "https://chat.example.dk"').optional(),
  ALLOWED_ORIGINS: z
    .string()
    .default('')
    .transform((said) => said.split(/[\s,]+/).filter(Boolean))
    .refine((origins) => origins.every((origin) => ORIGIN.test(origin)), 'is a list of origins with commas between, such as "https://ishoj.dk,https://www.ishoj.dk"'),
  TRUST_PROXY: flag.default(false),
  STORE: z.string().regex(/^(?:embedded|postgres(?:ql)?:\/\/\S+)$/, 'is "embedded", the store in DATA_DIR, or an address such as "postgres://vejviser:password@db.example.dk/vejviser"').default('embedded'),
  STORE_CONNECTIONS: wholeNumber(2, 500).default(16),
  SECRET_KEY: z.string().optional(),
  SECRET_KEY_FILE: z.string().optional(),
  DIRECT_LINE_SECRET: z.string().regex(/^\S{16,}$/, 'has at least 16 characters, and no spaces').optional(),
  MICROSOFT_APP_ID: z.uuid('is the app id of the bot in Azure').optional(),
  MICROSOFT_APP_PASSWORD: z.string().optional(),
  MICROSOFT_APP_TYPE: z.enum(['SingleTenant', 'MultiTenant', 'UserAssignedMSI'], { error: 'is SingleTenant, MultiTenant or UserAssignedMSI' }).default('SingleTenant'),
  MICROSOFT_APP_TENANT_ID: z.uuid('is the id of the tenant that the app belongs to').optional(),
  ALLOWED_SERVICE_URLS: z
    .string()
    .default('https://smba.trafficmanager.net,https://*.botframework.com')
    .transform((said) => said.split(/[\s,]+/).filter(Boolean))
    .refine((urls) => urls.every((url) => SERVICE_URL.test(url)), 'is a list of addresses with commas between, such as "https://smba.trafficmanager.net,https://*.botframework.com"'),
  RETENTION_CHAT_DAYS: wholeNumber(1, 3650).default(21),
  RETENTION_FILES_HOURS: wholeNumber(1, 8760).default(24),
  RETENTION_CASE_MONTHS: wholeNumber(1, 1200).default(60),
  SMTP_URL: z.string().regex(/^smtps?:\/\/\S+$/, 'is an address such as "smtps://user:password@mail.example.dk"').optional(),
  SMTP_FROM: z.email('is the address that notices are sent from').optional(),
  SMTP_TO: z.email('is the address of the adviser').optional(),
  LETTER_DOMAINS: list.refine((domains) => domains.every((domain) => /^[a-z0-9-]+(\.[a-z0-9-]+)+$/.test(domain)), 'is a list of the municipality\'s own mail domains with commas between, such as "ishoj.dk"').default([]),
  WEBHOOK_URL: z.string().regex(/^(?:https:\/\/\S+|http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?(?:\/\S*)?)$/, 'is the address of the program that is told of new cases, over https').optional(),
  WEBHOOK_SECRET: z.string().regex(/^\S{32,}$/, 'has at least 32 characters, and no spaces').optional(),
  OIDC_ISSUER: z.string().regex(/^(?:https:\/\/\S+|http:\/\/(?:localhost|127\.0\.0\.1)(?::\d+)?(?:\/\S*)?)$/, 'is the address of the OpenID provider, over https').optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_ADVISERS: list.default([]),
  OIDC_ADMINISTRATORS: list.default([]),
  METRICS_TOKEN: z.string().regex(/^\S{16,}$/, 'has at least 16 characters, and no spaces').optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent'], { error: 'is one of fatal, error, warn, info, debug, silent' }).default('info'),
});

/** The bot's registration in Azure Bot Service. */
export interface AzureSettings {
  readonly appId: string;
  readonly password: string | null;
  readonly type: z.infer<typeof Environment>['MICROSOFT_APP_TYPE'];
  readonly tenantId: string | null;
  readonly allowedServiceUrls: readonly string[];
}

/** All that the operator can set, checked. Names are those of the environment in camel case. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly contentDir: string;
  readonly municipality: string;
  /** Null: the address the server listens at. */
  readonly publicUrl: string | null;
  readonly allowedOrigins: readonly string[];
  readonly trustProxy: boolean;
  readonly store: { readonly kind: 'embedded' } | { readonly kind: 'postgres'; readonly url: string; /** At most, for each node. */ readonly connections: number };
  readonly secretKey: string | null;
  readonly secretKeyFile: string | null;
  readonly directLineSecret: string | null;
  /** Null: there is no `/api/messages`. */
  readonly azure: AzureSettings | null;
  readonly retention: { readonly chatDays: number; readonly filesHours: number; readonly caseMonths: number };
  /** Null: no mail is sent. */
  readonly mail: { readonly url: string; readonly from: string; readonly to: string; /** Letters to departments go to addresses of these domains alone. */ readonly letterDomains: readonly string[] } | null;
  /** Null: no other program is told of cases. */
  readonly webhook: { readonly url: string; readonly secret: string } | null;
  /** Null: accounts are kept here. Advisers and administrators are named by mail address or subject; nobody else comes in. */
  readonly oidc: { readonly issuer: string; readonly clientId: string; readonly clientSecret: string; readonly advisers: readonly string[]; readonly administrators: readonly string[] } | null;
  /** Null: `/metrics` is answered on the machine itself alone. */
  readonly metricsToken: string | null;
  readonly logLevel: z.infer<typeof Environment>['LOG_LEVEL'];
}

/**
 * Reads the settings from the environment; an empty variable counts as not set.
 *
 * @throws AdviserError `settings-invalid`, naming every wrong variable and what it may hold
 * @example readSettings({ PORT: '8080' }).port // 8080
 */
export function readSettings(environment: Readonly<Record<string, string | undefined>>): Settings {
  const said = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== undefined && value !== ''));
  const parsed = Environment.safeParse(said);
  if (!parsed.success) throw wrong(parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`));
  const set = parsed.data;
  if (set.SECRET_KEY !== undefined && set.SECRET_KEY_FILE !== undefined) throw wrong(['SECRET_KEY and SECRET_KEY_FILE are both set; one is enough']);
  return {
    port: set.PORT,
    host: set.HOST,
    dataDir: set.DATA_DIR,
    contentDir: set.CONTENT_DIR,
    municipality: set.MUNICIPALITY,
    publicUrl: set.PUBLIC_URL ?? null,
    allowedOrigins: set.ALLOWED_ORIGINS,
    trustProxy: set.TRUST_PROXY,
    store: set.STORE === 'embedded' ? { kind: 'embedded' } : { kind: 'postgres', url: set.STORE, connections: set.STORE_CONNECTIONS },
    secretKey: set.SECRET_KEY ?? null,
    secretKeyFile: set.SECRET_KEY_FILE ?? null,
    directLineSecret: set.DIRECT_LINE_SECRET ?? null,
    azure: azureOf(set),
    retention: { chatDays: set.RETENTION_CHAT_DAYS, filesHours: set.RETENTION_FILES_HOURS, caseMonths: set.RETENTION_CASE_MONTHS },
    mail: mailOf(set),
    webhook: webhookOf(set),
    oidc: oidcOf(set),
    metricsToken: set.METRICS_TOKEN ?? null,
    logLevel: set.LOG_LEVEL,
  };
}

function azureOf(set: z.infer<typeof Environment>): AzureSettings | null {
  const { MICROSOFT_APP_ID: appId, MICROSOFT_APP_PASSWORD: password, MICROSOFT_APP_TYPE: type, MICROSOFT_APP_TENANT_ID: tenantId } = set;
  if (appId === undefined) {
    if (password !== undefined || tenantId !== undefined) throw wrong(['MICROSOFT_APP_ID is missing; without it no channel of Azure Bot Service is let in']);
    return null;
  }
  if (type === 'UserAssignedMSI' ? password !== undefined : password === undefined) throw wrong([`MICROSOFT_APP_PASSWORD ${type === 'UserAssignedMSI' ? 'must not be set with UserAssignedMSI' : `is needed with ${type}`}`]);
  if (type !== 'MultiTenant' && tenantId === undefined) throw wrong([`MICROSOFT_APP_TENANT_ID is needed with ${type}`]);
  return { appId, password: password ?? null, type, tenantId: tenantId ?? null, allowedServiceUrls: set.ALLOWED_SERVICE_URLS };
}

function mailOf({ SMTP_URL: url, SMTP_FROM: from, SMTP_TO: to, LETTER_DOMAINS: domains }: z.infer<typeof Environment>): Settings['mail'] {
  if (url === undefined && from === undefined && to === undefined) return null;
  if (url === undefined || from === undefined || to === undefined) throw wrong(['SMTP_URL, SMTP_FROM and SMTP_TO go together: set all three, or none']);
  // The adviser's own domain is the municipality's, as far as nothing else is said.
  return { url, from, to, letterDomains: domains.length > 0 ? domains : [to.slice(to.lastIndexOf('@') + 1).toLowerCase()] };
}

function webhookOf({ WEBHOOK_URL: url, WEBHOOK_SECRET: secret }: z.infer<typeof Environment>): Settings['webhook'] {
  if (url === undefined && secret === undefined) return null;
  if (url === undefined || secret === undefined) throw wrong(['WEBHOOK_URL and WEBHOOK_SECRET go together: set both, or none']);
  return { url, secret };
}

function oidcOf({ OIDC_ISSUER: issuer, OIDC_CLIENT_ID: clientId, OIDC_CLIENT_SECRET: clientSecret, OIDC_ADVISERS: advisers, OIDC_ADMINISTRATORS: administrators }: z.infer<typeof Environment>): Settings['oidc'] {
  if (issuer === undefined && clientId === undefined && clientSecret === undefined) return null;
  if (issuer === undefined || clientId === undefined || clientSecret === undefined) throw wrong(['OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together: set all three, or none']);
  if (administrators.length === 0) throw wrong(['OIDC_ADMINISTRATORS is a list of mail addresses or subjects, of which at least one may make tokens and read the audit log']);
  return { issuer, clientId, clientSecret, advisers, administrators };
}

function wrong(lines: readonly string[]): AdviserError {
  return new AdviserError('settings-invalid', `${lines.join('; ')}.`, 'Set it so in the environment and start again.');
}
