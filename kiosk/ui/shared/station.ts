// The station contract on the screen: what a kind's element gets, and what it may do.
// A kind's element lives in stations/<kind>/, imports from this folder only, and is
// listed in stations/stations.ts. What plays follows the screen's volume and stands still
// with the room by itself; what counts time does so by the clock of hold.ts.

/** One string for every language, or one a language. `read()` picks. */
export type Text = string | Record<string, string>;

/** Where in a station something was felt: ms of media time, or a page's, step's or line's id. */
export interface Moment { ms?: number; ref?: string }

export interface Reaction { valence: number; arousal: number; words?: string; moment?: Moment }

export interface Badge { words: string; colour: string; code: string; shape?: string; pattern?: string }

export interface Comfort {
  largeText: boolean; highContrast: boolean; dim: boolean;
  reducedMotion: boolean; transcript: boolean; moreTime: boolean;
}

export interface Named { id: string; name: Text }

export interface RoomView {
  name: string; languages: string[]; departments: Named[];
  dim: boolean; ask: number; wipe: number; k: number; comfort: Comfort;
  /** Days that what visitors leave is kept; 0 for good. */
  retention: { words: number; visits: number; takeaway: number; backups: number };
}

/** How many of the room's visitors did something, by the latest release. */
export interface Share { figure: string; key?: string; part: number; whole: number }

/** What a station shows once it is finished: what Go's Station.Reveal() marshals to, and its released shares. */
export interface Revealed<Answers = unknown> { answers: Answers; shares: Share[] }

/** A station as way-finding shows it. */
export interface PlaceView {
  id: string; kind: string; role: 'opens' | 'stop' | 'closes';
  number: number; colour: string; title: Text; minutes: number;
  /** A visitor's own phone may show it too. */
  carried?: boolean;
}

/** The scenario as `GET /api/v1/scenarios/{hash}` gives it. */
export interface ScenarioView {
  hash: string; title: Text; languages: string[];
  /** `short` is how questions call them: "How does Ruth feel now?" */
  customer: { name: string; short: string; picture?: string; alt?: Text; about: Text; goal: Text; story: Text; heavy?: Text };
  assumptions: { id: string; ask: Text; low: Text; high: Text }[];
  stations: PlaceView[];
}

export type Section = 'see' | 'say' | 'do' | 'hear' | 'feel' | 'pains' | 'gains';

export interface Evidence {
  station: string; moment?: Moment; label?: Text; quote?: string;
  clip?: { media: string; from: number; to: number };
}

export interface Note {
  id: string; section: Section; text?: string; key?: string; args?: Record<string, string>;
  inferred: boolean; evidence?: Evidence;
}

/** What the visitor told at a station of themselves; for their own eyes. */
export interface Self {
  station: string; where?: Text; happened?: Text[]; words?: string;
  /** As they followed one another. */
  feelings?: { valence: number; arousal: number }[]; text?: string;
  /** They chose that the sentence is a note, too. */
  shared?: boolean;
}

export interface MapView {
  notes: Note[];
  answers: Record<string, { before: number | null; after: number | null }>;
  sentence?: string; debrief?: boolean; pledge?: { text: string; when?: string };
  self?: Self[];
}

/** How the visitor felt at a station: means of their reactions there, −4…4. */
export interface FeltAt { station: string; valence: number; arousal: number; n: number }

export interface Opening {
  department?: string; language: string; comfort: Comfort; party: number; unrecorded: boolean;
}

/** What the room answered; or why it did not: the status of its refusal and the seconds to wait, 0 when it cannot be reached. */
export type Answer<T> = { ok: true; value: T } | { ok: false; status: number; wait: number };

/**
 * The stop under way. The shell makes one when a visitor checks in and sets it
 * on the element once; a server that is away changes nothing of it.
 */
export interface Stop<View = unknown> {
  /** What Go's Station.View() marshals to. */
  readonly view: View;
  readonly station: PlaceView;
  readonly scenario: ScenarioView;
  readonly room: RoomView;
  readonly language: string;
  readonly comfort: Comfort;
  /** At an entry: the badge of whoever opens the visit now. */
  readonly offer?: Badge;
  /** The offer is a badge from paper, which the visitor has in hand. */
  readonly onPaper: boolean;
  /** At an entry of a room that moves in groups: the visitor's, from 1; else 0. */
  readonly group: number;
  /** Id of the visit; at an entry none before it is open. */
  readonly visit?: string;
  /** At an exit: the map as it stood when the visitor checked in. */
  readonly map?: MapView;
  /** Where the kind's Go station is a Retracer: how the visitor felt at the stations it names, when they checked in. */
  readonly felt: readonly FeltAt[];
  /** What save() last kept for this visit at this station; undefined on a fresh stop. */
  readonly progress: unknown;
  /** Walks without being recorded: emit() and save() keep nothing; the element need not care. */
  readonly unrecorded: boolean;

  /** At an entry: begins the visit (visit.opened, stop.entered). Once; emit() works from then on. */
  open(opening: Opening): void;
  /** Freezes a fact and puts it into the outbox; gives its id. `type` is "<kind>.<verb>" or a type of the domain. */
  emit(type: string, body: object): string;
  /** A reaction fact. Gives its id, for `reaction.worded`. */
  react(reaction: Reaction): string;
  /** Keeps what the element needs to go on after a reload (stop.progress, ≤ 16 KiB, nothing typed); debounced 1 s. */
  save(progress: object): void;
  /**
   * The visitor is done (stop.left), and the element stays to show the answers: emit() and save()
   * keep nothing from here on, finish() only goes on. Undefined when the server does not answer.
   */
  reveal(): Promise<Revealed | undefined>;
  /** The visitor is done here, or skips the rest. At an exit `done` finishes the visit. */
  finish(reason: 'done' | 'skipped'): void;
  /** Asks the room, under /api/v1/, for what only it knows; never rejects. */
  ask<T>(path: string, body: object): Promise<Answer<T>>;
  /** Somebody is here though nothing is touched: sound plays, a countdown of the station runs. */
  present(): void;
  /** The comfort or language changed at the entry; the shell shows it at once. */
  comfortable(language: string, comfort: Comfort): void;
  /** At an entry: takes the badge from paper with this code as the offer; false when it cannot be worn. */
  wear(code: string): Promise<boolean>;
  /** URL of one of the station's files, or of the customer's picture. */
  file(name: string): string;
  /** Dictionary words: `t('call.play')`, `t('portal.note.gave-up', {step: '4'})` fills {step}. */
  t(key: string, args?: Record<string, string | number>): string;
  /** The text in the visitor's language. */
  read(text: Text | undefined): string;
}
