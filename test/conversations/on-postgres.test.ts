import './complaint.test';
import './forms.test';
import './letter.test';
import { keepInPostgres } from './store-under-test';

// The very same talks on the other store; `npm run test:postgres` runs all there are.
keepInPostgres();
