// jest wants a file of its own for what comes after all tests.
export { endRun as default } from './run-folder';
