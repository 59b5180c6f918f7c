import type { TemplateResult } from 'lit';
import { badge as drawn } from '../shared/badge.js';
import type { Badge } from '../shared/station.js';
import { words } from './words.js';

export { badges, badgeWords } from '../shared/badge.js';

/** A badge, with its words in a language. */
export const badge = (b: Badge, language: string): TemplateResult => drawn(b, (key, args) => words(language, key, args));
