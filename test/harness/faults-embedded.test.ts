import { testRows } from './light-rows';

testRows('on the embedded store');
