import app from 'lucide-static/icons/smartphone.svg?raw';
import callOut from 'lucide-static/icons/truck.svg?raw';
import counter from 'lucide-static/icons/concierge-bell.svg?raw';
import home from 'lucide-static/icons/house.svg?raw';
import letter from 'lucide-static/icons/mail.svg?raw';
import office from 'lucide-static/icons/landmark.svg?raw';
import online from 'lucide-static/icons/monitor.svg?raw';
import other from 'lucide-static/icons/circle-ellipsis.svg?raw';
import phone from 'lucide-static/icons/phone.svg?raw';
import practice from 'lucide-static/icons/stethoscope.svg?raw';
import shop from 'lucide-static/icons/shopping-bag.svg?raw';
import table from 'lucide-static/icons/utensils.svg?raw';
import way from 'lucide-static/icons/train-front.svg?raw';
import workshop from 'lucide-static/icons/wrench.svg?raw';

/** By the names that scenarios give them; `check` knows the same. */
export const icons: Record<string, Svg> = {
  app, 'call-out': callOut, counter, home, letter, office, online, other, phone, practice, shop, table, way, workshop,
};
