import type { Text } from '../../kiosk/ui/shared/station.js';

/** What Go's Station.View() marshals to. */
export interface View {
  told: 'one' | 'group';
  stages: { id: string; name: Text }[];
  stories: Story[];
  words: Text[];
}

export interface Story {
  id: string; title: Text; stage?: string; pages: Page[];
  teller: { name: Text; about: Text };
}

export interface Page {
  text?: Text; picture?: string; sound?: string; video?: string; alt?: Text;
  length?: number; // ms of sound or video
  cues?: Cue[];
}

export interface Cue { speaker?: string; from: number; to: number; text: string }

export type Step = 'choose' | 'page' | 'retell';

/** What is kept to go on after a reload; no words. */
export interface Kept {
  step: Step;
  story?: string;
  page: number; // from 0
  stage?: string;
  reached: Record<string, number>; // pages seen, by story
  felt: Record<string, [valence: number, arousal: number]>; // the last on each page, by its key
  captions: boolean;
  transcript: boolean;
  last?: string; // id of the last reaction
}

/** A page as moments and figures name it; page from 0. */
export const keyOf = (story: string, page: number): string => `${story}:${page + 1}`;

/** Media time as people read it: "1:04". */
export function clock(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
