/** What a screen tells of itself, beside what happens at it. */
export interface Self { width: number; height: number; software: string; battery?: number; charging: boolean }

interface Battery { readonly level: number; readonly charging: boolean }

let battery: Battery | undefined;

// Some browsers tell of the battery, and then keep telling by the same object.
(navigator as { getBattery?(): Promise<Battery> }).getBattery?.().then((b) => (battery = b), () => undefined);

/** The build that this page is of: the hash in the name of its script, which goes by all that it imports. */
const software = /-([\w-]{6,32})\.js$/.exec(new URL(import.meta.url).pathname)?.[1] ?? '';

/** What there is to tell now. */
export const self = (): Self => ({
  width: innerWidth, height: innerHeight, software, charging: battery?.charging ?? false,
  ...(battery && { battery: Math.round(battery.level * 100) }),
});
