// Unpacks the browser below TMPDIR and says where in there. A process of its own, because the package is ESM only and reads
// its settings at import: without NSS on the machine it must unpack its own libraries, which it does for one setting only.
import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';

const hasNss = ['/usr/lib/x86_64-linux-gnu', '/usr/lib64', '/usr/lib'].some((folder) => existsSync(join(folder, 'libnss3.so')));
if (!hasNss) process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs22.x';
const { default: chromium } = await import('@sparticuz/chromium');
const executable = await chromium.executablePath();
process.stdout.write(JSON.stringify({ executable: relative(tmpdir(), executable), libraries: hasNss ? null : join('al2023', 'lib') }));
