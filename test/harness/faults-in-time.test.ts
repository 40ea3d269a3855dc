import { testRows } from './light-rows';

testRows('by the clock');
