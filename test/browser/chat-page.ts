import type { Locator, Page } from 'playwright-core';

/** The names by which people (and so tests) find the parts of the window; they come from the content. */
export type WindowWords = Readonly<Record<string, string>>;

/** The chat as someone in front of the page uses it: everything is found by its role and its name. */
export class ChatPage {
  constructor(
    readonly page: Page,
    private words: WindowWords,
  ) {}

  get launcher(): Locator {
    return this.page.getByRole('button', { name: this.word('launcher'), exact: true });
  }

  get window(): Locator {
    return this.page.getByRole('region', { name: this.word('title'), exact: true }).filter({ has: this.page.getByRole('heading', { name: this.word('title') }) });
  }

  get log(): Locator {
    return this.window.getByRole('log', { name: this.word('log-label') });
  }

  get field(): Locator {
    return this.window.getByRole('textbox', { name: this.word('label') });
  }

  /** What the bot has said, one an element. */
  get botMessages(): Locator {
    return this.log.getByRole('group', { name: this.start('said-bot') });
  }

  get ownMessages(): Locator {
    return this.log.getByRole('group', { name: this.start('said-you') });
  }

  get choices(): Locator {
    return this.log.getByRole('group', { name: this.word('choices-label') }).getByRole('button');
  }

  get status(): Locator {
    return this.window.getByRole('status').first();
  }

  get alert(): Locator {
    return this.window.getByRole('alert');
  }

  /** Opens the window, unless it has come back open, and waits until the bot has spoken. */
  async open(): Promise<void> {
    await this.launcher.or(this.window).first().waitFor();
    // A conversation under way opens by itself a moment later, and takes away the button that was just seen.
    for (let tries = 0; tries < 10 && !(await this.window.isVisible()); tries++) await this.launcher.click({ timeout: 3_000 }).catch(() => undefined);
    await this.window.waitFor();
    await this.botMessages.first().waitFor();
  }

  /** Says something and waits until the bot has answered and offers to go on. */
  async say(text: string): Promise<string> {
    return this.answered(async () => {
      await this.field.fill(text);
      await this.field.press('Enter');
    });
  }

  /** Presses one of the suggested answers and waits for the bot's. */
  async choose(name: string): Promise<string> {
    return this.answered(() => this.choices.filter({ hasText: name }).first().click());
  }

  async sendFile(file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    // Ten megabytes take their time to the browser of a loaded machine.
    await this.window.locator('input[type=file]').setInputFiles(file, { timeout: 90_000 });
  }

  /** The words of the bot's last message. */
  async lastBotText(): Promise<string> {
    return this.botMessages.last().innerText();
  }

  /** All that the bot said since the citizen's last message. */
  async lastAnswer(): Promise<string> {
    const texts = await this.log.locator('.message').evaluateAll((messages) => {
      const mine = messages.map(({ classList }) => classList.contains('mine')).lastIndexOf(true);
      return messages.slice(mine + 1).map((message) => message.textContent ?? '');
    });
    return texts.join('\n');
  }

  async choiceNames(): Promise<string[]> {
    return this.choices.allInnerTexts();
  }

  /** Opens the menu and presses one of its entries, named by the id of its text. */
  async menu(entry: string): Promise<void> {
    await this.window.getByRole('button', { name: this.word('menu'), exact: true }).click();
    await this.window.getByRole('list', { name: this.word('menu') }).getByRole('button', { name: this.word(entry), exact: true }).click();
  }

  /** Deletes the conversation, as the menu offers it. */
  async delete(): Promise<void> {
    await this.menu('delete');
    await this.press('delete-yes');
    await this.window.getByText(this.word('deleted')).first().waitFor();
  }

  /** Presses the button whose text has this id. */
  async press(id: string): Promise<void> {
    await this.window.getByRole('button', { name: this.word(id), exact: true }).click();
  }

  async close(): Promise<void> {
    await this.press('close');
  }

  /** From now on the window speaks another language: with these words. */
  speaks(words: WindowWords): void {
    this.words = words;
  }

  private async answered(act: () => Promise<unknown>): Promise<string> {
    const before = await this.botMessages.count();
    await act();
    await this.botMessages.nth(before).waitFor();
    // A turn's replies are one write and come together; its last one is on the screen when the next frame is drawn.
    await this.page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
    return this.lastAnswer();
  }

  private word(id: string): string {
    return this.words[id] ?? id;
  }

  /** A pattern for a text up to its first placeholder. */
  private start(id: string): RegExp {
    return new RegExp(`^${(this.word(id).split('{')[0] ?? '').replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);
  }
}
