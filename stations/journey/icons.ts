import armchair from 'lucide-static/icons/armchair.svg?raw';
import bell from 'lucide-static/icons/concierge-bell.svg?raw';
import door from 'lucide-static/icons/door-open.svg?raw';
import footprints from 'lucide-static/icons/footprints.svg?raw';
import hand from 'lucide-static/icons/hand.svg?raw';
import mail from 'lucide-static/icons/mail.svg?raw';
import pinned from 'lucide-static/icons/map-pin.svg?raw';
import message from 'lucide-static/icons/message-square.svg?raw';
import monitor from 'lucide-static/icons/monitor.svg?raw';
import phone from 'lucide-static/icons/phone.svg?raw';
import sparkles from 'lucide-static/icons/sparkles.svg?raw';
import user from 'lucide-static/icons/user.svg?raw';
import zap from 'lucide-static/icons/zap.svg?raw';
import type { Channel, Pin } from './view.js';

const icons: Record<string, Svg> = {
  letter: mail, phone, portal: monitor, counter: bell, waiting: armchair, corridor: footprints,
  message, visit: door, person: user, place: pinned,
};

/** The icon of a channel, by the name that scenarios give it. */
export const channelIcon = (channel: Channel | undefined): Svg => icons[channel?.icon ?? ''] ?? pinned;

export const pinIcons: Record<Pin, Svg> = { touch: hand, hurt: zap, shine: sparkles };
