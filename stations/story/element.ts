import type { PropertyValues, TemplateResult } from 'lit';
import { customElement, property, state } from 'lit/decorators.js';
import { StationElement } from '../../kiosk/ui/shared/base.js';
import { buttons } from '../../kiosk/ui/shared/button.css.js';
import { zone, type Feeling } from '../../kiosk/ui/shared/feeling.js';
import '../../kiosk/ui/shared/affect-grid.js';
import { book } from './book.css.js';
import { styles } from './element.css.js';
import { Files, Player } from './player.js';
import { choose } from './steps/choose.js';
import { page } from './steps/page.js';
import { retell } from './steps/retell.js';
import { shelf } from './shelf.css.js';
import { keyOf, type Cue, type Kept, type Page, type Step, type Story, type View } from './view.js';

/**
 * A shelf of stories: choose who tells, turn the pages, tap how the teller
 * feels, and tell it again in one sentence. For a group the letters are large,
 * and the grid comes when it is asked for.
 */
@customElement('station-story')
export class StationStory extends StationElement<View> {
  static override styles = [buttons, styles, book, shelf];

  @state() step: Step = 'choose';
  @state() story: Story | undefined;
  /** From 0. */
  @state() page = 0;
  /** Stage that stories are chosen by; undefined for all. */
  @state() stage: string | undefined;
  @state() reached: Record<string, number> = {};
  @state() felt: Kept['felt'] = {};
  @state() captions = true;
  @state() transcript = false;
  @state() failed = false;
  /** Of a group: the grid lies beside the page. */
  @state() asking = false;
  @state() retold = '';
  @state() worded = '';
  @property({ reflect: true }) told = 'one';
  player: Player | undefined;
  private last: string | undefined;
  private files!: Files;
  private beats = 0;
  private readonly key = (e: KeyboardEvent) => this.turnByKey(e);
  private readonly away = () => this.tell();

  override connectedCallback(): void {
    super.connectedCallback();
    this.told = this.view.told;
    this.transcript = this.stop.comfort.transcript;
    this.files = new Files((failed) => this.came(failed));
    this.resume(this.stop.progress as Kept | undefined);
    window.addEventListener('keydown', this.key);
    window.addEventListener('pagehide', this.away);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.closePage();
    this.files.close();
    window.removeEventListener('keydown', this.key);
    window.removeEventListener('pagehide', this.away);
  }

  override render(): TemplateResult {
    return { choose, page, retell }[this.step](this);
  }

  override updated(changed: PropertyValues<this>): void {
    const went = changed.get('step') ?? (changed.has('page') && changed.get('page') !== undefined);
    if (went !== undefined && went !== false) this.renderRoot.querySelector<HTMLElement>('[data-first]')?.focus();
  }

  /** What lies open. */
  get leaf(): Page {
    return this.story!.pages[this.page]!;
  }

  get ref(): string {
    return keyOf(this.story!.id, this.page);
  }

  get name(): string {
    return this.read(this.story!.teller.name);
  }

  get feeling(): Feeling | null {
    const felt = this.felt[this.ref];
    return felt ? { valence: felt[0], arousal: felt[1] } : null;
  }

  /** The caption now, and a moment longer if none follows it. */
  get cue(): Cue | undefined {
    const at = this.player?.at ?? 0;
    const cue = this.leaf.cues?.filter((c) => c.from <= at).at(-1);
    return cue && at > 0 && at < cue.to + 1200 ? cue : undefined;
  }

  take(story: Story): void {
    this.story = story;
    if (!(story.id in this.reached)) this.stop.emit('story.chosen', { story: story.id });
    const seen = this.reached[story.id] ?? 0;
    this.open(seen < story.pages.length ? Math.max(0, seen - 1) : 0);
  }

  /** On from the last page the story is told again. */
  turn(by: 1 | -1): void {
    const to = this.page + by;
    if (by > 0 && this.transcript && this.leaf.length) this.played(this.leaf.length);
    if (to < 0) return;
    if (to < this.story!.pages.length) this.open(to);
    else this.go('retell');
  }

  go(step: Step): void {
    this.closePage();
    this.step = step;
    this.retold = '';
    this.asking = false;
    this.keep();
  }

  feel({ valence, arousal }: Feeling): void {
    const ms = this.player && !this.transcript ? this.player.at : 0;
    this.last = this.stop.react({ valence, arousal, moment: ms ? { ref: this.ref, ms } : { ref: this.ref } });
    this.felt = { ...this.felt, [this.ref]: [valence, arousal] };
    this.worded = '';
    this.keep();
  }

  word(words: string): void {
    if (!this.last || !words.trim()) return;
    this.worded = words.trim();
    this.stop.emit('reaction.worded', { reaction: this.last, words: this.worded });
  }

  /** What the last tap on this page is called. */
  get said(): string {
    if (!this.feeling) return this.t('story.marked.none');
    if (this.worded) return this.t('story.marked.words', { words: this.worded });
    return this.t('story.marked', { feeling: this.t(`feeling.${zone(this.feeling)}`) });
  }

  tellAgain(): void {
    const text = this.retold.trim();
    if (text) this.stop.emit('story.retold', { story: this.story!.id, text });
    this.go('choose');
  }

  keep(): void {
    const kept: Kept = {
      step: this.step, story: this.story?.id, page: this.page, stage: this.stage, reached: this.reached,
      felt: this.felt, captions: this.captions, transcript: this.transcript, last: this.last,
    };
    this.stop.save(kept);
  }

  private open(page: number): void {
    this.closePage();
    this.page = page;
    this.step = 'page';
    this.worded = '';
    const { id } = this.story!;
    if ((this.reached[id] ?? 0) <= page) {
      this.reached = { ...this.reached, [id]: page + 1 };
      this.stop.emit('story.turned', { story: id, page: page + 1 });
    }
    this.ready();
    this.keep();
  }

  /** Gets the player of the page, and the files of those that follow. */
  private ready(): void {
    for (const p of this.story!.pages) this.file(p.picture ?? p.sound ?? p.video);
    const { sound, video, length } = this.leaf;
    const name = sound ?? video;
    if (name) this.player = new Player(this.files.get(this.stop.file(name)), length!, () => this.follow());
  }

  /** URL of a file of a story once it needs the network no more. */
  file(name: string | undefined): string | undefined {
    return name && this.files.got(this.stop.file(name));
  }

  private came(failed: boolean): void {
    this.failed = failed;
    this.requestUpdate();
  }

  private follow(): void {
    if (this.player && !this.player.playing) this.tell();
    if (this.player?.playing && this.beats++ % 50 === 0) this.stop.present();
    this.requestUpdate();
  }

  private toldTo = 0;

  /** How far the page was played, once more than before. */
  private tell(): void {
    if (this.player && this.player.furthest > this.toldTo) this.played(this.player.furthest);
  }

  private played(to: number): void {
    if (to <= this.toldTo) return;
    this.toldTo = to;
    this.stop.emit('story.played', { story: this.story!.id, page: this.page + 1, to });
  }

  private closePage(): void {
    this.tell();
    this.player?.close();
    this.player = undefined;
    this.toldTo = 0;
  }

  private resume(kept: Kept | undefined): void {
    if (!kept) return;
    this.story = this.view.stories.find((s) => s.id === kept.story);
    this.stage = kept.stage;
    this.reached = kept.reached;
    this.felt = kept.felt;
    this.captions = kept.captions;
    this.transcript = kept.transcript;
    this.last = kept.last;
    if (!this.story) return;
    this.step = kept.step;
    this.page = Math.min(kept.page, this.story.pages.length - 1);
    if (this.step === 'page') this.ready();
  }

  /** Pages turn by arrows, and by the clicker of who tells a group. */
  private turnByKey(e: KeyboardEvent): void {
    const on = e.composedPath()[0];
    if (this.step !== 'page' || e.defaultPrevented || (on instanceof HTMLElement && on.closest('input, textarea, [role=slider]'))) return;
    const along = getComputedStyle(this).direction === 'rtl' ? -1 : 1;
    const by = { PageDown: 1, PageUp: -1, ArrowRight: along, ArrowLeft: -along }[e.key];
    if (!by) return;
    e.preventDefault();
    this.turn(by > 0 ? 1 : -1);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'station-story': StationStory;
  }
}
