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
