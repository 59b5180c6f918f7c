/** Where a language's numbers and dates are from. The room's English is British: days before months, pounds with a £. */
export const locale = (language: string): string => (language === 'en' ? 'en-GB' : language);
