import { tones } from './tones.js';
import type { Menu, MenuPage } from './view.js';

/** What the menu does to the station. */
export interface Caller {
  /** Something is said now, or no longer. */
  changed(): void;
  /** A key was pressed on a page; "" calls again. */
  pressed(page: string, key: string): void;
  /** The call is reached. */
  through(): void;
}

/** The customer's way through the company's menu: what it says, and the keys that lead on. */
export class Dialling {
  page: MenuPage;
  /** The last key meant nothing here. */
  unknown = false;
  private readonly audio = new Audio();

  constructor(private readonly menu: Menu, page: string | undefined, private readonly file: (name: string) => string,
    private readonly caller: Caller) {
    this.page = menu.pages.find((p) => p.id === page) ?? menu.pages[0]!;
  }

  set volume(level: number) {
    this.audio.volume = level;
    tones.volume = level;
  }

  /** Says the page's words, where they are spoken; after a touch only. */
  say(): void {
    this.audio.pause();
    if (!this.page.sound) return;
    this.audio.src = this.file(this.page.sound);
    this.audio.play().catch(() => undefined); // the words are on the screen
  }

  press(key: string): void {
    if (this.page.dead) return;
    tones.key(key);
    this.caller.pressed(this.page.id, key);
    const to = this.page.keys?.find((k) => k.key === key)?.to;
    this.unknown = to === undefined;
    this.go(to ?? this.page.id);
  }

  /** Calls again after the line went dead. */
  redial(): void {
    this.caller.pressed(this.page.id, '');
    this.unknown = false;
    this.go(this.menu.pages[0]!.id);
  }

  hush(): void {
    this.audio.pause();
  }

  private go(to: string): void {
    const page = this.menu.pages.find((p) => p.id === to);
    if (!page) {
      this.hush();
      return this.caller.through();
    }
    this.page = page;
    this.say();
    this.caller.changed();
  }
}
