import { useEffect, useState } from 'preact/hooks';
import type { LinkStatus } from './direct-line-client';
import type { Say } from './texts';

/** A line that is taken up again sooner than this was never worth mentioning. */
const WORTH_SAYING_MS = 1200;
const SHOW_ONLINE_MS = 4000;

/** How the connection stands, in words; silent while all is well. Its place is in the page from the start, else it is not read aloud. */
export function StatusLine({ status, say }: { status: LinkStatus; say: Say }) {
  const shown = useLasting(status);
  return (
    <p class={`status ${shown ?? 'quiet'}`} role="status">
      {shown && <span class="dot" aria-hidden="true" />}
      {shown && say(shown)}
      {shown === 'lost' && ` ${say('offline-phone')}`}
    </p>
  );
}

/** The status once it has lasted; `online` only after something else was shown, and only for a while. */
function useLasting(status: LinkStatus): 'connecting' | 'lost' | 'online' | null {
  const [shown, setShown] = useState<'connecting' | 'lost' | 'online' | null>(null);
  useEffect(() => {
    if (status === 'ended') return setShown(null);
    if (status !== 'online') {
      const timer = setTimeout(() => setShown(status), WORTH_SAYING_MS);
      return () => clearTimeout(timer);
    }
    setShown((before) => (before === 'lost' ? 'online' : null));
    const timer = setTimeout(() => setShown(null), SHOW_ONLINE_MS);
    return () => clearTimeout(timer);
  }, [status]);
  return shown;
}
