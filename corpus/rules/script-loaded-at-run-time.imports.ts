// A module that is imported from an address is as much code from elsewhere as a script that is loaded by hand.
import { DateTime } from 'https://esm.sh/luxon@3.6.1'; // expect: script-loaded-at-run-time
import 'https://widgets.example.com/holidays.js'; // expect: script-loaded-at-run-time
export { round } from 'https://esm.sh/lodash-es@4.17.21'; // expect: script-loaded-at-run-time
export * as days from 'https://widgets.example.com/days.js'; // expect: script-loaded-at-run-time
import type { Settings } from 'https://esm.sh/luxon@3.6.1';
import Holidays from 'date-holidays';
import { label } from './label.js';
import { theme } from 'https://js.cybozu.com/theme/1.0.0/theme.js';

export const show = (given: Settings): string => label(theme, Holidays, DateTime.now(), given);
