import { expect, type Locator, type Page } from '@playwright/test';
import type { Screens } from './fixtures.js';
import { assumption, customer } from './scenario.js';
import { kinds, pattern, t } from './words.js';

export interface Feeling { valence: number; arousal: number }

/** What a visitor does on the way. */
export interface Plan {
  department?: string;
  party: number;
  before: number;
  after: number;
  call: { how: 'hear' | 'read'; feel: Feeling[] };
  portal: { how: 'done' | 'give-up'; feel: Feeling };
  /** Lines taken for wrong, by what is wrong; the others are marked right. */
  invoice: { wrong: Record<string, string>; owed: string; feel: Feeling };
}

export const feeling = (valence: number, arousal: number): Feeling => ({ valence, arousal });

/** At the call's start: calls, and finds the way through the example's menu. */
export async function dial(page: Page): Promise<void> {
  await page.getByRole('button', { name: t('call.start.dial', { name: 'Ruth' }), exact: true }).click();
  await page.getByRole('button', { name: '2', exact: true }).click();
}

/** Hears the call up to a caption. It stands for a second, and who looks from outside twice a second may miss it. */
export async function said(page: Page, words: string): Promise<void> {
  await page.locator('station-call').evaluate((call, text) => new Promise<void>((heard, failed) => {
    const look = () => {
      if (!call.shadowRoot!.querySelector('.cue')?.textContent.includes(text)) return;
      watch.disconnect();
      heard();
    };
    const watch = new MutationObserver(look);
    watch.observe(call.shadowRoot!, { subtree: true, childList: true, characterData: true });
    setTimeout(() => failed(new Error(`nobody said “${text}”`)), 20_000);
    look();
  }), words);
}

/** Hears the call to its first words and pauses it there: it lasts seven seconds, and a slow machine takes longer to feel. */
export async function pause(page: Page): Promise<void> {
  await said(page, 'Meter team, hello.');
  await button(page, 'call.pause').click();
}

/** Hears the call on. */
export const goOn = (page: Page): Promise<void> => button(page, 'call.play').click();

/** What an ordinary visitor does. */
export const ordinary: Plan = {
  department: 'Customer service', party: 1, before: 8, after: 2,
  call: { how: 'hear', feel: [feeling(-3, 2)] },
  portal: { how: 'done', feel: feeling(-2, 1) },
  invoice: { wrong: { 2: 'sum', 3: 'agreed' }, owed: '25.68', feel: feeling(-4, 3) },
};

const lines = ['1', '2', '3'];

/** Taps the affect grid. */
export async function tap(page: Page | Locator, { valence, arousal }: Feeling): Promise<void> {
  const field = page.getByRole('slider', { name: t('feeling.field') });
  const box = (await field.boundingBox())!;
  const place = (n: number) => 0.5 + (n * 11) / 104;
  await field.click({ position: { x: box.width * place(valence), y: box.height * (1 - place(arousal)) } });
}

const button = (page: Page, key: string, args?: Record<string, string | number>) =>
  page.getByRole('button', { name: t(key, args), exact: true });

/** Somebody who walks through the room. `seen` is told of every page state on the way. */
export class Visitor {
  badge = '';
  code = '';
  /** Station the room sends them to; "" once the visit is over. */
  next = '';
  /** Notes that lay on their map when they left it, by section. */
  notes: Record<string, number> = {};

  constructor(
    private readonly screens: Screens, readonly plan: Plan = ordinary,
    private readonly seen: (page: Page, state: string) => Promise<void> = async () => {},
  ) {}

  /** Through the entry, up to where the room sends them. */
  async arrive(): Promise<void> {
    await this.screens.use('entry', async (page) => {
      await this.begin(page);
      await button(page, 'entry.begin').click();
      await this.seen(page, 'entry-consent');
      await button(page, 'entry.consent.agree').click();
      await this.introduce(page);
      await page.getByRole('heading', { name: t('entry.comfort.title') }).waitFor();
      await this.seen(page, 'entry-comfort');
      await button(page, 'entry.next').click();
      await this.answer(page, this.plan.before);
      await this.seen(page, 'entry-assumption');
      await button(page, 'entry.next').click();
      await button(page, 'entry.badge.go').waitFor();
      await this.wear(page);
      await this.seen(page, 'entry-badge');
      await button(page, 'entry.badge.go').click();
      await this.leave(page);
    });
  }

  /** At a station's resting screen: taps the badge, or types its code. */
  async checkIn(page: Page, how: 'badge' | 'code'): Promise<void> {
    await button(page, 'shell.begin').click();
    if (how === 'badge') {
      await page.getByRole('button', { name: this.badge }).waitFor();
      await this.seen(page, 'who');
      await page.getByRole('button', { name: this.badge }).click();
    } else {
      const other = button(page, 'shell.who.other');
      await page.getByRole('heading', { name: t('shell.who') }).or(page.getByLabel(t('shell.who.field'))).first().waitFor();
      if (await other.isVisible()) await other.click();
      await page.getByLabel(t('shell.who.field')).waitFor();
      await this.seen(page, 'who-code');
      for (const letter of this.code) await page.getByRole('button', { name: letter, exact: true }).click();
    }
    await page.getByRole('group', { name: t('shell.badge') }).getByText(this.badge).waitFor();
  }

  /** The call, to its end. */
  async call(how: 'badge' | 'code' = 'badge'): Promise<void> {
    await this.screens.use('call', async (page) => {
      await this.checkIn(page, how);
      const { how: way, feel } = this.plan.call;
      await page.getByRole('heading', { name: t('call.start.listen') }).waitFor();
      await this.seen(page, 'call-start');
      if (way === 'hear') await this.hear(page, feel);
      else await this.read(page, feel);
      await page.getByRole('heading', { name: t('call.end.title') }).waitFor();
      await this.seen(page, 'call-end');
      await button(page, 'call.end.done').click();
      await this.leave(page);
    });
  }

  private async hear(page: Page, feel: Feeling[]): Promise<void> {
    await dial(page);
    await pause(page);
    for (const one of feel) await tap(page, one);
    await page.getByRole('button', { name: 'Not again' }).click();
    await this.seen(page, 'call-hear');
    await goOn(page);
  }

  private async read(page: Page, feel: Feeling[]): Promise<void> {
    await button(page, 'call.start.read').click();
    await page.getByRole('button', { name: '2', exact: true }).click();
    await page.getByRole('button', { name: 'I sent a reading.' }).click();
    for (const one of feel) await tap(page, one);
    await this.seen(page, 'call-read');
    await button(page, 'call.transcript.done').click();
  }

  /** The portal, by way of a page that does not help. */
  async portal(how: 'badge' | 'code' = 'badge'): Promise<void> {
    await this.screens.use('portal', async (page) => {
      await this.checkIn(page, how);
      await button(page, 'portal.begin').waitFor();
      await this.seen(page, 'portal-start');
      await this.open(page);
      if (this.plan.portal.how === 'done') await this.solve(page);
      await button(page, `portal.${this.plan.portal.how}`).click();
      await this.rate(page);
      await this.leave(page);
    });
  }

  async open(page: Page): Promise<void> {
    await button(page, 'portal.begin').click();
    await page.getByRole('button', { name: 'Addresses', exact: true }).click();
    await page.getByRole('heading', { name: 'Visit us' }).waitFor();
    await this.seen(page, 'portal-open');
  }

  async solve(page: Page): Promise<void> {
    await page.getByRole('button', { name: 'Me', exact: true }).click();
    await page.getByLabel('Postcode', { exact: true }).fill('AV1 2CD');
    await this.seen(page, 'portal-form');
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Your details were saved.').waitFor();
  }

  async rate(page: Page): Promise<void> {
    await page.getByRole('heading', { name: t('portal.seq') }).waitFor();
    await this.seen(page, 'portal-ease');
    await button(page, 'portal.seq.value', { n: 2 }).click();
    await page.getByRole('heading', { name: t('portal.end.feel', { customer: customer.short }) }).waitFor();
    await tap(page, this.plan.portal.feel);
    await this.seen(page, 'portal-feel');
    await button(page, 'portal.finish').click();
  }

  /** The invoice, every line marked. */
  async invoice(how: 'badge' | 'code' = 'badge'): Promise<void> {
    await this.screens.use('invoice', async (page) => {
      await this.checkIn(page, how);
      await page.getByRole('heading', { name: t('invoice.title') }).waitFor();
      await this.seen(page, 'invoice-start');
      await page.getByRole('group', { name: t('invoice.desk') }).getByRole('button', { name: 'Contract' }).first().click();
      await page.getByRole('region', { name: 'Contract' }).waitFor();
      await button(page, 'invoice.page.invoice').click(); // a tablet shows one paper at a time
      for (const line of lines) await this.mark(page, line);
      await this.seen(page, 'invoice-marked');
      await this.settle(page);
      await this.leave(page);
    });
  }

  async mark(page: Page, line: string): Promise<void> {
    const why = this.plan.invoice.wrong[line];
    await page.getByRole('button', { name: new RegExp(`^${t('invoice.line', { line })}:`) }).click();
    await button(page, `invoice.mark.${why ? 'wrong' : 'right'}`).click();
    if (why) await button(page, `invoice.why.${why}`).click();
  }

  async settle(page: Page): Promise<void> {
    await button(page, 'invoice.to-owed').click();
    await page.getByRole('heading', { name: t('invoice.owed', { customer: customer.short }) }).waitFor();
    for (const sign of this.plan.invoice.owed) await page.getByRole('button', { name: sign === '.' ? t('invoice.pad.point') : sign, exact: true }).last().click();
    await this.seen(page, 'invoice-owed');
    await button(page, 'invoice.done').click();
    await page.getByRole('heading', { name: t('invoice.sure') }).waitFor();
    await this.seen(page, 'invoice-sure');
    await button(page, 'invoice.sure.4').click();
    await page.getByRole('heading', { name: t('invoice.thanks') }).waitFor();
    await tap(page, this.plan.invoice.feel);
    await this.seen(page, 'invoice-end');
    await button(page, 'invoice.finish').click();
  }

  /** The exit: a note of their own, the assumption again, a sentence, a pledge, goodbye. */
  async exit(): Promise<void> {
    await this.screens.use('exit', async (page) => {
      await this.checkIn(page, 'code');
      await this.map(page);
      await this.answer(page, this.plan.after);
      await this.seen(page, 'exit-again');
      await button(page, 'exit.next').click();
      await page.getByRole('heading', { name: t('exit.shift.title') }).waitFor();
      await this.seen(page, 'exit-shift');
      await button(page, 'exit.next').click();
      await page.getByLabel(t('exit.sentence.label')).fill('I had to prove what they knew.');
      await this.seen(page, 'exit-sentence');
      await button(page, 'exit.next').click();
      await page.getByLabel(t('exit.pledge.label')).fill('I will read our letters aloud.');
      await page.getByRole('radio', { name: t('pledge.this-week'), exact: true }).check();
      await this.seen(page, 'exit-pledge');
      await button(page, 'exit.next').click();
      await button(page, 'exit.take.on').waitFor();
      await this.seen(page, 'exit-take');
      await button(page, 'exit.take.on').click();
      await page.getByRole('heading', { name: t('exit.thanks.title', { customer: customer.short }) }).waitFor();
      await this.seen(page, 'exit-thanks');
      await button(page, 'exit.thanks.close').click();
      await page.getByText(t('shell.next.over')).waitFor();
      this.next = '';
      await this.seen(page, 'over');
      await button(page, 'shell.next.bye').click();
      await button(page, 'shell.begin').waitFor();
    });
  }

  private async map(page: Page): Promise<void> {
    await page.getByRole('heading', { name: t('exit.map.title', { customer: customer.short }) }).waitFor();
    await this.seen(page, 'exit-map');
    await button(page, 'exit.map.inner').click();
    await this.seen(page, 'exit-inner');
    await button(page, 'exit.note.add', { section: t('exit.section.gains') }).click();
    await page.getByLabel(t('exit.note.words')).fill('The meter team was kind.');
    await this.seen(page, 'exit-note');
    await button(page, 'exit.note.put').click();
    await page.locator('.gains').getByText('The meter team was kind.').waitFor();
    for (const section of ['see', 'say', 'do', 'hear', 'feel', 'pains', 'gains']) {
      this.notes[section] = await page.locator(`.part.${section} [data-note]`).count(); // also those folded away
    }
    await button(page, 'exit.map.done').click();
  }

  /** Visits a stop by its id. */
  async visit(station: string, how: 'badge' | 'code' = 'badge'): Promise<void> {
    if (station === 'exit') return this.exit();
    return this[station as 'call' | 'portal' | 'invoice'](how);
  }

  private async begin(page: Page): Promise<void> {
    await button(page, 'shell.begin').waitFor();
    await this.seen(page, 'attract');
    await button(page, 'shell.begin').click();
    await page.getByRole('heading', { name: customer.name }).waitFor();
    await this.seen(page, 'entry-meet');
  }

  private async introduce(page: Page): Promise<void> {
    const choose = (name: string) => page.getByRole('radio', { name, exact: true }).check();
    await choose(this.plan.department ?? t('entry.you.department.none'));
    if (this.plan.party > 1) await choose(String(this.plan.party));
    await this.seen(page, 'entry-you');
    await button(page, 'entry.next').click();
  }

  /** Answers an assumption on its line. */
  private async answer(page: Page, value: number): Promise<void> {
    const rail = page.getByRole('slider', { name: assumption.ask });
    const box = (await rail.boundingBox())!;
    await rail.click({ position: { x: box.width * (0.05 + value * 0.09), y: box.height / 2 } });
    await expect(rail).toHaveAttribute('aria-valuenow', String(value));
  }

  private async wear(page: Page): Promise<void> {
    this.badge = await page.locator('station-entry .words').innerText();
    this.code = await page.locator('station-entry .code').innerText();
  }

  /** Reads where the room sends them, and goes. */
  async leave(page: Page): Promise<void> {
    const way = page.getByRole('heading', { name: pattern('shell.next') });
    await way.waitFor();
    const number = pattern('shell.next').exec(await way.innerText())?.groups?.['n'];
    this.next = kinds[Number(number) - 1]!;
    await this.seen(page, 'next');
    await button(page, 'shell.next.done').click();
    await button(page, 'shell.begin').waitFor();
  }
}
