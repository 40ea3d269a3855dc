/** Counts new messages in the page's title while nobody looks at the page; and only then. */
export class TitleCount {
  private count = 0;
  private before = '';
  private ours = '';

  /** `name` says how many there are, as the title is to begin. */
  arrived(name: (count: number) => string): void {
    if (!document.hidden) return;
    if (document.title !== this.ours) this.before = document.title; // the page changed its title meanwhile
    this.count += 1;
    this.ours = `${name(this.count)} – ${this.before}`;
    document.title = this.ours;
  }

  /** The page is looked at: its own title comes back. */
  seen(): void {
    if (this.count > 0 && document.title === this.ours) document.title = this.before;
    this.count = 0;
    this.ours = '';
  }
}
