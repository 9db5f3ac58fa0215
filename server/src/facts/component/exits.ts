import type { Fact } from '../core/database';
import { type ComponentCall, componentCalls } from './componentCode';

/** The calls by which components end the process of the plugin. */
export const componentExits: Fact<readonly ComponentCall[]> = read => componentCalls(read, ['os.Exit', 'log.Fatal', 'log.Fatalf', 'log.Fatalln']);
