// expect: COMPILED
// as: --eval=1.js
// A name that looks like an option is a name.
console.log(1);
