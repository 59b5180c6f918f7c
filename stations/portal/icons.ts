import account from 'lucide-static/icons/circle-user.svg?raw';
import bell from 'lucide-static/icons/bell.svg?raw';
import calendar from 'lucide-static/icons/calendar.svg?raw';
import card from 'lucide-static/icons/credit-card.svg?raw';
import chart from 'lucide-static/icons/chart-column.svg?raw';
import chat from 'lucide-static/icons/message-circle.svg?raw';
import clock from 'lucide-static/icons/clock.svg?raw';
import document from 'lucide-static/icons/file-text.svg?raw';
import download from 'lucide-static/icons/download.svg?raw';
import help from 'lucide-static/icons/circle-question-mark.svg?raw';
import home from 'lucide-static/icons/house.svg?raw';
import key from 'lucide-static/icons/key-round.svg?raw';
import letter from 'lucide-static/icons/mail.svg?raw';
import list from 'lucide-static/icons/list.svg?raw';
import lock from 'lucide-static/icons/lock.svg?raw';
import megaphone from 'lucide-static/icons/megaphone.svg?raw';
import meter from 'lucide-static/icons/gauge.svg?raw';
import money from 'lucide-static/icons/banknote.svg?raw';
import phone from 'lucide-static/icons/phone.svg?raw';
import plug from 'lucide-static/icons/plug.svg?raw';
import search from 'lucide-static/icons/search.svg?raw';
import settings from 'lucide-static/icons/settings.svg?raw';
import signOut from 'lucide-static/icons/log-out.svg?raw';
import star from 'lucide-static/icons/star.svg?raw';
import tools from 'lucide-static/icons/wrench.svg?raw';
import truck from 'lucide-static/icons/truck.svg?raw';
import upload from 'lucide-static/icons/upload.svg?raw';
import warning from 'lucide-static/icons/triangle-alert.svg?raw';
import { nothing, type TemplateResult } from 'lit';
import { icon } from '../../kiosk/ui/shared/icon.js';

/** The icons a portal may have, by the names that check allows. */
const icons: Record<string, Svg> = {
  account, bell, calendar, card, chart, chat, clock, document, download, help, home, key, letter, list, lock, megaphone,
  meter, money, phone, plug, search, settings, 'sign-out': signOut, star, tools, truck, upload, warning,
};

/** Draws one by its name; nothing for none. */
export function sign(name: string | undefined): TemplateResult | typeof nothing {
  const svg = name ? icons[name] : undefined;
  return svg ? icon(svg) : nothing;
}
