// Reads PDF files back as a screen reader would: a program of its own, since pdf.js is a module that jest does not load.
// In: a JSON list of files in base64 on stdin. Out: a JSON list of what each says.
import { text } from 'node:stream/consumers';
import { getDocumentProxy } from 'unpdf';

const blanks = (words) => words.replaceAll(/\s+/g, ' ').trim();

/** ActualText by the name that pdf.js gives to a piece of a page; pdfkit writes the structure in the clear. */
function actualTexts(bytes) {
  const found = new Map();
  for (const [, , object] of bytes.toString('latin1').matchAll(/\n(\d+) 0 obj\n<<\n([\s\S]*?)\n>>\nendobj/g)) {
    const said = /\/ActualText \(((?:\\[\s\S]|[^\\)])*)\)/.exec(object)?.[1];
    const page = /\/Pg (\d+) 0 R/.exec(object)?.[1];
    const piece = /\/K \[(\d+)\]/.exec(object)?.[1];
    if (said === undefined || !page || !piece) continue;
    const raw = Buffer.from(said.replaceAll(/\\([\s\S])/g, (_, sign) => ({ n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' })[sign] ?? sign), 'latin1');
    found.set(`p${page}R_mc${piece}`, raw[0] === 0xfe && raw[1] === 0xff ? raw.subarray(2).swap16().toString('utf16le') : raw.toString('latin1'));
  }
  return found;
}

async function readPage(page, actual) {
  const words = new Map();
  const foot = [];
  const stack = [];
  const { items } = await page.getTextContent({ includeMarkedContent: true, disableNormalization: true });
  for (const item of items) {
    if (item.type?.startsWith('beginMarkedContent')) stack.push(item.id ?? item.tag);
    else if (item.type === 'endMarkedContent') stack.pop();
    else if (stack.at(-1) === 'Artifact') foot.push(item.str);
    else words.set(stack.at(-1), `${words.get(stack.at(-1)) ?? ''}${item.str}`);
  }
  const read = new Set();
  const node = (tree) => {
    if (tree.type === 'content') {
      read.add(tree.id);
      return { role: null, lang: null, text: actual.get(tree.id) ?? words.get(tree.id) ?? '', children: [] };
    }
    const children = (tree.children ?? []).map(node);
    return { role: tree.role, lang: tree.lang ?? null, text: children.map((child) => child.text).join(''), children: children.filter(({ role }) => role !== null) };
  };
  const tree = node(await page.getStructTree());
  return { tree, foot: blanks(foot.join('')), untagged: [...words.keys()].filter((id) => !read.has(id)) };
}

async function readFile(base64) {
  const bytes = Buffer.from(base64, 'base64');
  const document = await getDocumentProxy(new Uint8Array(bytes));
  const { info, metadata } = await document.getMetadata();
  const pages = [];
  const actual = actualTexts(bytes);
  for (let number = 1; number <= document.numPages; number++) pages.push(await readPage(await document.getPage(number), actual));
  const box = (await document.getPage(1)).view;
  return {
    info,
    xmp: metadata?.getRaw?.() ?? '',
    marked: (await document.getMarkInfo())?.Marked ?? false,
    showsTitle: (await document.getViewerPreferences())?.get?.('DisplayDocTitle') ?? (await document.getViewerPreferences())?.DisplayDocTitle ?? false,
    bookmarks: ((await document.getOutline()) ?? []).map(({ title }) => title),
    size: [box[2], box[3]].map(Math.round),
    pages,
  };
}

const files = JSON.parse(await text(process.stdin));
const read = [];
for (const file of files) read.push(await readFile(file));
process.stdout.write(JSON.stringify(read));
