// expect: COMPILED
// A program is looked at, not run.
throw new Error('it runs');
