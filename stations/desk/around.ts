import type { Text } from '../../kiosk/ui/shared/station.js';
import channelChat from 'lucide-static/icons/message-square.svg?raw';
import channelCounter from 'lucide-static/icons/concierge-bell.svg?raw';
import channelMail from 'lucide-static/icons/mail.svg?raw';
import channelPhone from 'lucide-static/icons/phone.svg?raw';
import type { Channel, View } from './view.js';

/** What the parts of the desk get from the station. Words are those of the kind, without its name. */
export interface Around {
  view: View;
  /** The scenario's customer, as questions call them. */
  customer: string;
  t(key: string, args?: Record<string, string | number>): string;
  read(text: Text | undefined): string;
  file(name: string): string;
}

export const channels: Record<Channel, Svg> = {
  chat: channelChat, counter: channelCounter, mail: channelMail, phone: channelPhone,
};

/** The office's clock so many ms after it opened: "8:24". */
export function office(opens: string, ms: number): string {
  const [hours, minutes] = opens.split(':').map(Number);
  const at = hours! * 60 + minutes! + Math.floor(ms / 60_000);
  return `${Math.floor(at / 60) % 24}:${String(at % 60).padStart(2, '0')}`;
}

/** A length of time: "0:42". */
export function length(ms: number): string {
  const seconds = Math.floor(ms / 1000);
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
