/** What the file dialog offers. HEIC is left out on purpose: phones then hand over a JPEG. */
export const ACCEPTED_FILES = 'image/jpeg,image/png,application/pdf,.docx,text/plain';

export const MOST_FILES = 10;
export const MOST_FILE_BYTES = 10 * 1024 * 1024;

const KNOWN_NAME = /\.(jpe?g|png|pdf|docx|txt)$/i;

/** Why files cannot be sent, as the id of the sentence that says so kindly; null when they can. */
export function fileFault(files: readonly Pick<File, 'name' | 'size'>[]): string | null {
  if (files.length > MOST_FILES) return 'too-many-files';
  for (const { name, size } of files) {
    if (!KNOWN_NAME.test(name)) return 'file-wrong-kind';
    if (size === 0) return 'file-empty';
    if (size > MOST_FILE_BYTES) return 'file-too-large';
  }
  return null;
}
