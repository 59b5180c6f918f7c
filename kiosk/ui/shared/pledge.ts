/** When a pledge is for, as its fact says it. */
export const whens = ['today', 'this week', 'this month'] as const;

/** The words for when a pledge is for; "" for none. */
export function when(t: (key: string) => string, said: string | undefined): string {
  return whens.some((w) => w === said) ? t(`pledge.${said!.replace(' ', '-')}`) : '';
}
