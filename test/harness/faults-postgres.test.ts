import { testRows } from './light-rows';

testRows('on PostgreSQL');
